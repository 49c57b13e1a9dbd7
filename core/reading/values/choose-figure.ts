import type { Asked } from './asked.js';
import { convert } from './convert.js';
import type { Figure } from './figure.js';
import { STOP, type Answer } from './answer.js';
import { findFigures } from './find-figures.js';
import { isAgainst, isOfOtherKind, isOfOtherSort, relate, HALVES, type Candidate } from './relate.js';

/** The figure of an answer that is asked for; null where nobody can tell, undefined where none is of that kind. */
export function chooseFigure(text: string, asked: Asked): number | null | undefined {
  const answer = findFigures(text, asked);
  if (answer === null) return null;
  const candidates = candidatesOf(answer, asked);
  if (candidates.length === 0) return absentOf(answer, asked);
  if (isUnsure(answer, asked) || candidates.some(({ number }) => Number.isNaN(number))) return null;
  return wholeOf(candidates, answer, asked) ?? bestOf(candidates, answer, asked);
}

/** `7 hay 8`, a question, or somebody who is still counting. */
function isUnsure({ tokens, tags, figures }: Answer, asked: Asked): boolean {
  const around = new Set(figures.flatMap(({ before, after }) => [...before, ...after]));
  return tokens.some(
    ({ raw, fold }, at) =>
      raw === '?' ||
      tags[at]!.includes('unsure') ||
      // `chiều chưa báo`
      (fold === 'chua' && tags[at]!.includes('undone') && !around.has(at) && !asked.relations.has('undone')),
  );
}

/** `38/40 có mặt`: the others are absent. */
function absentOf({ figures }: Answer, asked: Asked): number | undefined {
  const [only] = figures;
  if (!only || figures.length > 1 || !asked.relations.has('absent') || !only.relations.has('present'))
    return undefined;
  return only.outOf === null || only.number === null ? undefined : only.outOf - only.number;
}

/** The figures of what is asked for, in its unit. One that could be several numbers is NaN. */
function candidatesOf(answer: Answer, asked: Asked): Candidate[] {
  const { figures } = answer;
  const candidates = figures.flatMap((figure) => {
    if (
      isAgainst(answer, figure, asked) ||
      isOfOtherKind(answer, figure, asked) ||
      isOfOtherSort(answer, figure, asked)
    )
      return [];
    const number = numberOf(answer, figure, asked);
    return number === null ? [] : [{ ...relate(answer, figure, asked), number }];
  });
  // `7h 412, hiện tại 431`, `22 hộ, giờ tăng lên 31`
  const current = candidates.filter(
    ({ figure: { relations } }) => relations.has('now') || relations.has('became') || relations.has('rose'),
  );
  const earlier = candidates.filter(({ figure }) => current.some((other) => other.figure.from > figure.from));
  return current.length === 1 && !current[0]!.isWhole
    ? candidates.filter((each) => !earlier.includes(each))
    : candidates;
}

/** In the unit that is asked for; NaN where it could be several numbers. */
function numberOf({ text, tokens }: Answer, figure: Figure, asked: Asked): number | null {
  const written = text.slice(tokens[figure.from]!.start, tokens[figure.to - 1]!.end);
  // `6tr2 một tạ` where the price of a kilogram is asked for.
  if (
    asked.isEach &&
    /^ ?(?:\/|một|mot|1) ?(?:tạ|ta|tấn|tan|yến|yen|bao)(?!\p{L})/iu.test(
      text.slice(tokens[figure.to - 1]!.end),
    )
  )
    return null;
  const isOpen = figure.number === null;
  const number = convert(isOpen ? { ...figure, number: 1 } : figure, asked, written);
  return number !== null && isOpen ? NaN : number;
}

/** What is said to be all of it, or is the sum of the others. */
function wholeOf(candidates: readonly Candidate[], answer: Answer, asked: Asked): number | null {
  const whole = candidates.findLast(
    ({ figure, isClear }) =>
      isClear &&
      (figure.sign === '=' || CONCLUDED.some((tag) => figure.relations.has(tag)) || isResult(answer, figure)),
  );
  // Of `2 cô nghỉ nên có 13` the absent are 2.
  const isOfRest =
    UNLIKE_REST.some((tag) => asked.relations.has(tag)) && candidates.some(({ hasState }) => hasState);
  if (whole && (whole.hasState || !isOfRest)) return whole.number;
  const parts = answer.figures.flatMap((figure) => {
    const number = isOfOtherKind(answer, figure, asked) ? null : numberOf(answer, figure, asked);
    return number === null ? [] : [{ figure, number }];
  });
  const sum = parts.reduce((all, { number }) => all + number, 0);
  const total = candidates.find(({ number }) => Math.abs(number * 2 - sum) < 1e-6);
  if (!total || parts.length < (total.isWhole ? 2 : 3)) return null;
  // Of `two rooms: 3 and 5` that is chance.
  const isLed = total.isWhole || total.figure.kinds.size > 0 || total.figure.from === parts[0]!.figure.from;
  if (!isLed) return null;
  return isPartNamed(total, candidates, asked) ? null : total.number;
}

/** Of `Tổng 50 áo, cho mượn 20, còn lại 30` what is left is named in full; what is told of every part is told of the sum. */
function isPartNamed(total: Candidate, candidates: readonly Candidate[], asked: Asked): boolean {
  const parts = candidates.filter((each) => each !== total);
  const isOwn = (key: string) => parts.length < 2 || !parts.every(({ told }) => told.has(key));
  const named = parts.filter((each) => each.hasState && !total.hasState);
  return (
    (named.length > 0 && named.length < parts.length) ||
    (parts.length === 1 && named.length === 1) ||
    parts.some((each) => tellsMore({ told: new Set([...each.told].filter(isOwn)) }, total, asked))
  );
}

/** What is said to follow from the figures before it. */
const CONCLUDED = ['equals', 'so'];

/** Whether words of the title, other than its things, stand by the one figure and not by the other. */
const tellsMore = (
  one: Pick<Candidate, 'told'>,
  other: Pick<Candidate, 'told'>,
  { thingWords }: Asked,
): boolean => [...one.told].some((key) => !other.told.has(key) && !thingWords.has(key));

/** `bao 50 cân, là 600 ký`: nothing else stands before it. */
function isResult({ tokens, figures }: Answer, { before, from }: Figure): boolean {
  const isLast = figures.length > 1 && figures.at(-1)!.from === from;
  return (
    isLast &&
    before.length > 0 &&
    before.every((at) => /^(?:la|vay|thi|con)$/.test(tokens[at]!.fold)) &&
    tokens[before.at(-1)!]!.fold === 'la'
  );
}

/** The one whose words are the title's, or the only one that is left. */
function bestOf(candidates: readonly Candidate[], answer: Answer, asked: Asked): number | null {
  const [best, next] = [...candidates].sort(
    (a, b) =>
      Number(b.hasState) - Number(a.hasState) || Number(a.isWhole) - Number(b.isWhole) || b.weight - a.weight,
  ) as [Candidate, Candidate | undefined];
  const isLeftOpen = [isBeside, isDenied, isCountedOn].some((isSo) => isSo(best, answer, asked));
  if (!best.isClear || isLeftOpen || isAddedTo(answer)) return null;
  const isAlone = candidates.every(({ number }) => number === best.number);
  if (isAlone || !next) return isEnough(best, asked) ? best.number : null;
  const isMain = asked.main !== null && best.told.has(asked.main.key) && !next.told.has(asked.main.key);
  const isTold = (best.hasState && !next.hasState) || isMain;
  if (!isTold && (next.isWhole || next.weight >= best.weight)) return null;
  return isMain || isOnlyHere(best, next) ? best.number : null;
}

/** `hỏng 12 cái bàn, ghế 19 cái`: what the title asks for is told of both. */
const isOnlyHere = (best: Candidate, next: Candidate): boolean =>
  next.isWhole || next.toldBefore.every((word) => best.told.has(word));

/** `848 phiếu, 8 phiếu không hợp lệ`: nobody knows whether the former are all, or those that are. */
function isDenied(best: Candidate, answer: Answer, asked: Asked): boolean {
  const others = answer.figures.filter(
    (figure) =>
      figure.from !== best.figure.from &&
      !figure.isOfOne &&
      !ASIDE.some((tag) => figure.relations.has(tag)) &&
      !isOfOtherKind(answer, figure, asked) &&
      (numberOf(answer, figure, asked) ?? best.number) !== best.number,
  );
  const isMain = asked.main !== null && best.told.has(asked.main.key);
  if (others.length > 0 && !best.isNamed && !isMain && LACKS.some((tag) => asked.relations.has(tag)))
    return true;
  return others.some((figure) => {
    const rival = relate(answer, figure, asked);
    const isBehind = (best.hasState && !rival.hasState) || (rival.isWhole && tellsMore(best, rival, asked));
    return tellsMore(rival, best, asked) && (!isBehind || figure.relations.has('undone'));
  });
}

/** `vắng 2 có phép 1 không phép, tổng là 3`: the first is only a part. */
function isCountedOn({ figure }: Candidate, { tokens, figures }: Answer): boolean {
  const next = figures.find(({ from }) => from > figure.from);
  const isOn = next !== undefined && !tokens.slice(figure.to, next.from).some(({ raw }) => STOP.test(raw));
  return isOn && figures.at(-1)!.relations.has('whole') && next !== figures.at(-1);
}

/** Figures of these leave the others what they are. */
const ASIDE = ['then', 'change', 'part', 'women', 'men', 'group', 'sofar', 'plan'];

/** What is left of the whole is not these. */
const UNLIKE_REST = ['absent', 'broken', 'undone', 'late'];

/** What a title asks for that a figure does not tell by itself where others stand beside it. */
const LACKS = ['left', 'absent', 'undone', 'late', 'broken'];

/** `mười người + anh chỉ huy`: nobody added it up. */
const isAddedTo = ({ tokens, figures }: Answer): boolean =>
  tokens.some(({ raw }, at) => raw === '+' && !figures.some(({ from }) => from === at + 1));

/** `tất cả 10 giường` are not those that are empty, the morning is not the day. */
function isEnough({ isNamed, isWhole, figure: { relations } }: Candidate, asked: Asked): boolean {
  if (!isNamed && (isWhole || (relations.has('place') && !asked.relations.has('present')))) return false;
  if (relations.has('place') && ((asked.telling.length === 0 && asked.unit === '') || isOfAll(asked)))
    return false;
  return relations.has('now') || HALVES.every((half) => !relations.has(half) || asked.relations.has(half));
}

/** `Tổng số học sinh toàn trường` */
const isOfAll = ({ words }: Asked): boolean => words.has('toan');

/** `40 học sinh, vắng 2`: how many are there, nobody said. */
const isBeside = (best: Candidate, { figures }: Answer, asked: Asked): boolean =>
  !asked.relations.has('absent') &&
  !best.figure.relations.has('present') &&
  best.figure.outOf === null &&
  figures.some(({ relations }) => relations.has('absent')) &&
  !best.figure.relations.has('left');
