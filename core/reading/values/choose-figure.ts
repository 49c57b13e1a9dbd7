import type { Asked } from './asked.js';
import type { Figure } from './figure.js';
import { STOP, type Answer } from './answer.js';
import { isJoinedOn, withoutDismissed } from './dismiss.js';
import { findFigures } from './find-figures.js';
import { withoutHopes } from './hoped-for.js';
import { numberOf } from './number-of.js';
import { HALVES, isAgainst } from './against.js';
import { isOfOtherKind, isOfOtherSort, relate, type Candidate } from './relate.js';
import { isBeside, isDenied, isDoubted, isOfNow, isOfOtherNoun, isOfSorts, tellsMore } from './rivals.js';
import { totalOf } from './total.js';
import { isUntold } from './untold.js';

/** The figure of an answer that is asked for; null where nobody can tell, undefined where none is of that kind. */
export function chooseFigure(text: string, asked: Asked): number | null | undefined {
  const found = findFigures(text, asked);
  if (found === null) return null;
  const answer = withoutHopes(withoutDismissed(found, asked), asked);
  if (answer === null || isOffBy(answer)) return null;
  const candidates = candidatesOf(answer, asked);
  if (candidates.length === 0) return absentOf(answer, asked);
  if (isUnsure(answer, asked) || candidates.some(({ number }) => Number.isNaN(number))) return null;
  const total = totalOf(answer, asked);
  if (total !== undefined) return total;
  return wholeOf(candidates, answer, asked) ?? bestOf(candidates, answer, asked);
}

/** `nhầm 2 em` tells by how many. */
const isOffBy = ({ tokens, figures }: Answer): boolean =>
  figures.length === 1 && /^(?:nham|lon|quen|sai)$/.test(tokens[figures[0]!.from - 1]?.fold ?? '');

/** `7 hay 8`, a question, or somebody who is still counting. */
function isUnsure({ tokens, tags, figures }: Answer, asked: Asked): boolean {
  const around = new Set(figures.flatMap(({ before, after }) => [...before, ...after]));
  // `18/20 lớp, 2 lớp chưa vào được`: the rest is counted.
  const isCounted = figures.some(({ outOf }) => outOf !== null);
  return tokens.some(
    ({ raw, fold }, at) =>
      raw === '?' ||
      (tags[at]!.includes('unsure') &&
        // `còn 3 thư chưa gửi` of those that were not sent
        !asked.title.tokens.some(({ key }) => key === tokens[at]!.key || key === tokens[at + 1]?.key) &&
        !(isCounted && around.has(at)) &&
        !(fold === 'neu' && asked.relations.has('maybe'))) ||
      // `chiều chưa báo`
      isLeftOut(tokens, tags, at) ||
      (fold === 'chua' && tags[at]!.includes('undone') && !around.has(at) && !asked.relations.has('undone')),
  );
}

/** `760tr, chưa tính lúa`: what is still to be added; `chưa tính thuế` never is. */
const isLeftOut = (tokens: Answer['tokens'], tags: Answer['tags'], at: number): boolean =>
  tokens[at]!.fold === 'chua' &&
  tags[at]!.includes('net') &&
  /^(?:tinh|ke|gom)$/.test(tokens[at + 1]?.fold ?? '') &&
  !/^(?:thue|vat|phi)$/.test(tokens[at + 2]?.fold ?? '');

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
  const isStillSo = candidates.some(({ figure }) => figure.relations.has('left'));
  const current = candidates.filter(
    ({ figure: { relations } }) =>
      ['now', 'became', 'rose'].some((tag) => relations.has(tag)) &&
      // `còn 260 hộ, sáng nay 540`
      !(isStillSo && HALVES.some((half) => relations.has(half))),
  );
  const earlier = candidates.filter(({ figure }) => current.some((other) => other.figure.from > figure.from));
  return current.length === 1 && !current[0]!.isWhole
    ? candidates.filter((each) => !earlier.includes(each))
    : candidates;
}

/** What is said to be all of it. */
function wholeOf(candidates: readonly Candidate[], answer: Answer, asked: Asked): number | null {
  const whole = candidates.findLast(
    ({ figure, isClear }) =>
      (isClear || figure.isResult) &&
      (figure.sign === '=' || CONCLUDED.some((tag) => figure.relations.has(tag)) || isResult(answer, figure)),
  );
  // Of `2 cô nghỉ nên có 13` the absent are 2.
  const isOfRest =
    UNLIKE_REST.some((tag) => asked.relations.has(tag)) && candidates.some(({ hasState }) => hasState);
  if (whole && (whole.hasState || !isOfRest)) return whole.number;
  // `1 nhất, 2 nhì, tổng 7 em đạt giải`: the title's words stand by it and by no other.
  const told = candidates.filter(({ isWhole, isClear }) => isWhole && isClear);
  const [only] = told;
  const others = candidates.filter((each) => each !== only);
  const isTold = only && told.length === 1 && others.length > 0 && !others.some(({ hasState }) => hasState);
  const isBest =
    isTold && others.every((other) => tellsMore(only, other, asked) && !tellsMore(other, only, asked));
  return isBest ? only.number : null;
}

/** `là 600` tells what the figure before it comes to, unless that is of something else: `chỉ tiêu 2 là 600`. */
function isResult({ figures }: Answer, figure: Figure): boolean {
  const last = figures.findLast(({ from }) => from < figure.from);
  return figure.isResult && !['plan', 'then', 'outof', 'away'].some((tag) => last?.relations.has(tag));
}

/** What is said to follow from the figures before it. */
const CONCLUDED = ['equals', 'so'];

/** The one whose words are the title's, or the only one that is left. */
function bestOf(candidates: readonly Candidate[], answer: Answer, asked: Asked): number | null {
  const [best, next] = [...candidates].sort(
    (a, b) =>
      Number(b.hasState) - Number(a.hasState) || Number(a.isWhole) - Number(b.isWhole) || b.weight - a.weight,
  ) as [Candidate, Candidate | undefined];
  const isLeftOpen = [
    isBeside,
    isDenied,
    isUntold,
    isOfSorts,
    isOfOtherNoun,
    isDoubted,
    isOfNow,
    isCountedOn,
    isMended,
  ].some((isSo) => isSo(best, answer, asked));
  if (!best.isClear || isLeftOpen || isAddedTo(answer) || isJoinedOn(answer, best.figure, asked)) return null;
  const alike = candidates.filter(({ number }) => number === best.number);
  if (alike.length === candidates.length || !next)
    return alike.some((each) => isEnough(each, answer, asked)) ? best.number : null;
  const isMain = asked.main !== null && best.told.has(asked.main.key) && !next.told.has(asked.main.key);
  const isTold = (best.hasState && !next.hasState) || isMain;
  if (isPartOf(best, next, answer, asked)) return best.number;
  // `tầng 2 trống 3 giường, tầng 3 trống 2`
  if (best.hasState && next.hasState && !next.isWhole && !isMain) return null;
  if (!isTold && (next.isWhole || next.weight >= best.weight)) return null;
  const isOfAll = answer.tokens[next.figure.from - 1]?.fold === 'co';
  return isMain || isOfAll || isOnlyHere(best, next) ? best.number : null;
}

/** `120 phần mặn, 15 phần chay, tổng 135` where the latter are asked for. */
function isPartOf(best: Candidate, whole: Candidate, answer: Answer, asked: Asked): boolean {
  if (!whole.isWhole || !tellsMore(best, whole, asked)) return false;
  const parts = answer.figures.filter(
    (figure) => figure !== whole.figure && !isOfOtherKind(answer, figure, asked),
  );
  const numbers = parts.map((figure) => numberOf(answer, figure, asked) ?? NaN);
  return parts.length > 1 && numbers.reduce((all, number) => all + number, 0) === whole.number;
}

/** `hỏng 12 cái bàn, ghế 19 cái`: what the title asks for is told of both. */
const isOnlyHere = (best: Candidate, next: Candidate): boolean =>
  next.isWhole || next.toldBefore.every((word) => best.told.has(word));

/** `vắng 2 có phép 1 không phép, tổng là 3`: the first is only a part. */
function isCountedOn({ figure }: Candidate, answer: Answer, asked: Asked): boolean {
  const { tokens } = answer;
  // `46 con lợn của 5 hộ, tổng trọng lượng 3.120 kg`
  const figures = answer.figures.filter(
    (each) => each === figure || (each.number !== null && numberOf(answer, each, asked) !== null),
  );
  const next = figures.find(({ from }) => from > figure.from);
  const isOn = next !== undefined && !tokens.slice(figure.to, next.from).some(({ raw }) => STOP.test(raw));
  return isOn && figures.at(-1)!.relations.has('whole') && next !== figures.at(-1);
}

/** What is left of the whole is not these. */
const UNLIKE_REST = ['absent', 'broken', 'undone', 'late'];

/** `mười người + anh chỉ huy`: nobody added it up; `K1+200` is a place. */
const isAddedTo = ({ tokens, figures }: Answer): boolean =>
  tokens.some(
    ({ raw, start }, at) =>
      raw === '+' &&
      !figures.some(({ from }) => from === at + 1) &&
      !(tokens[at - 1]?.kind === 'number' && tokens[at - 1]!.end === start),
  );

/** `tất cả 10 giường` are not those that are empty, the morning is not the day. */
function isEnough({ isNamed, isWhole, figure }: Candidate, answer: Answer, asked: Asked): boolean {
  const { relations } = figure;
  // `dư nợ 4 tỷ` are not those overdue.
  if (asked.states.has('late') && relations.has('left') && !relations.has('late')) return false;
  if (!isNamed && isStock(answer, figure, asked)) return false;
  if (!isNamed && (isWhole || (relations.has('place') && !asked.relations.has('present')))) return false;
  if (relations.has('place') && ((asked.telling.length === 0 && asked.unit === '') || isOfAll(asked)))
    return false;
  return relations.has('now') || HALVES.every((half) => !relations.has(half) || asked.relations.has(half));
}

/** `We have 16 extinguishers`, `Cty có 18 bình` of those that are expired: there are so many of them. */
const isStock = ({ tokens, talk, tags }: Answer, { before }: Figure, { states }: Asked): boolean =>
  before.some((at, place) => {
    const isSaid = (word: number) => talk[word]!.length > 0 || tags[word]!.length > 0;
    const isOurs = tokens[at]!.fold === 'co' && !before.slice(0, place).every(isSaid);
    const isOfLack = ['absent', 'broken', 'late', 'vacant'].some((tag) => states.has(tag));
    const isEnglish = tokens[at]!.fold === 'have' && (isOfLack || states.has('plan'));
    return isEnglish || (isOurs && isOfLack);
  });

/** `Tổng số học sinh toàn trường` */
const isOfAll = ({ words }: Asked): boolean => words.has('toan');

/** `báo hỏng 14 bóng, sửa được 9`, `đặt 40, hủy 5`: how many are left, nobody said. */
const isMended = (
  best: Candidate,
  { figures }: Answer,
  { isDeed, relations: wanted, words }: Asked,
): boolean => {
  const isOrder = ['dat', 'ky', 'hen'].some((word) => words.has(word));
  const tags = [...(isDeed || wanted.has('fixed') ? [] : ['fixed']), ...(isOrder ? ['cancelled'] : [])];
  return (
    !best.figure.relations.has('left') &&
    figures.some(
      ({ relations }) =>
        tags.some((tag) => relations.has(tag)) && !['ahead', 'change'].some((tag) => relations.has(tag)),
    )
  );
};
