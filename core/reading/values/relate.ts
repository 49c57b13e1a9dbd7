import { parseSyllable } from '../../text/syllable.js';
import type { Token } from '../../text/tokens.js';
import type { Asked } from './asked.js';
import type { Figure } from './figure.js';
import type { Answer } from './answer.js';
import { isSameWord } from './phrase-list.js';

/** A figure in the unit that is asked for, and how it stands to it. */
export interface Candidate {
  number: number;
  figure: Figure;
  /** How many words of the title stand around it; what the title asks of the things (`hỏng`) counts twice. */
  weight: number;
  /** The words of the title that stand around it. */
  told: ReadonlySet<string>;
  hasState: boolean;
  /** It tells what the title asks of the things, or the title asks nothing of them. */
  isNamed: boolean;
  isWhole: boolean;
  /** The words of the title that stand before it, without the thing itself. */
  toldBefore: readonly string[];
  /** Every word before it is known: of the title, of talk, or a relation. */
  isClear: boolean;
}

/** What is not asked for, unless the title speaks of it. */
const AGAINST =
  'then sofar ahead plan change undone absent broken vacant taken late part women men each left good outof group'.split(
    ' ',
  );
/** What a title may ask of the things that it names. */
const STATES = 'absent present broken good vacant taken late women men left undone plan ahead'.split(' ');

const ADDRESSED = /^(?:em|chau|be|co|thay|ban|bac)$/;

/** Whether its words make it a figure of something else. */
export function isAgainst(
  answer: Answer,
  { relations, from, before, after, outOf }: Figure,
  asked: Asked,
): boolean {
  const { tokens, figures } = answer;
  if (relations.has('ahead') && asked.relations.has('ahead')) return false;
  if (asked.relations.has('ahead') && (relations.has('now') || relations.has('then'))) return true;
  // `phải đi 40 hộ`: nobody said that they went.
  if (asked.relations.has('done') && relations.has('must') && !relations.has('done')) return true;
  // `45/47` where the absent are asked for
  if (outOf !== null && asked.relations.has('absent') && !relations.has('absent')) return true;
  if (asked.relations.has('undone') && !relations.has('undone')) {
    const isTold = [...before, ...after].some(
      (at) => asked.main && isSameWord(tokens[at]!, asked.main, answer),
    );
    if (relations.has('done') || isTold) return true;
  }
  if (before.some((at) => isOtherNumber(tokens, at, asked))) return true;
  if (
    isOfOtherPeriod(
      before.map((at) => tokens[at]!.key),
      asked,
    )
  )
    return true;
  // `nay tăng lên 26` after what it was.
  if (isOfOtherHalf(relations, asked)) return true;
  if (
    asked.relations.has('absent') &&
    (relations.has('present') || relations.has('joined')) &&
    !relations.has('absent')
  )
    return true;
  if (relations.has('rose') && !figures.some((other) => other.from < from)) return true;
  return AGAINST.some(
    (tag) =>
      relations.has(tag) &&
      !asked.relations.has(tag) &&
      !(tag === 'left' && (!asked.isDeed || relations.has('present'))) &&
      !(tag === 'then' && relations.has('now')),
  );
}

/** Whether the word behind a figure names another kind of thing. */
export function isOfOtherKind(answer: Answer, figure: Figure, asked: Asked): boolean {
  const { kinds, to } = figure;
  const { tokens } = answer;
  if (
    asked.isMoney &&
    (figure.measure !== null || ADDRESSED.test(tokens[to]?.fold ?? '') || isScaled(answer, figure))
  )
    return false;
  if (kinds.size > 0 && asked.kinds.size > 0 && ![...kinds].some((kind) => asked.kinds.has(kind)))
    return true;
  if (asked.measure !== null && figure.measure === null)
    return kinds.size > 0 || (figure.after[0] === to && !isKnown(answer, to, asked));
  return (
    asked.measure === null && asked.kinds.size === 0 && asked.unit !== '' && !isOfUnit(answer, figure, asked)
  );
}

/** `67 cây quạt` where fans are asked for; nothing behind it is as well. */
const isOfUnit = ({ tokens }: Answer, { to, after }: Figure, { unit }: Asked): boolean =>
  after[0] !== to ||
  unit.split(' ').some((word) => after.slice(0, 3).some((at) => tokens[at]!.fold === word)) ||
  tokens[to]!.fold.length < 2 ||
  /^(?:em|anh|chi|nha|nhe|thoi|roi)$/.test(tokens[to]!.fold);

/** Whether the words behind a figure name another sort of the thing. */
export function isOfOtherSort(answer: Answer, figure: Figure, asked: Asked): boolean {
  const { tokens, things, names } = answer;
  const { to } = figure;
  if (asked.isMoney) return false;
  // `3 bình rỗng`, `40 thùng nước`: the thing is told by a word that the title does not have.
  const start = figure.measure ? to : things.get(to)?.to;
  if (start === undefined || asked.telling.length < 2 || !figure.after.includes(start)) return false;
  if (/s$/.test(tokens[start - 1]!.raw)) return false;
  return !isKnown(answer, start, asked) && !things.has(start) && !names.has(start);
}

/** `5tr` */
const isScaled = ({ tokens }: Answer, { from, to }: Figure): boolean =>
  to > from + 1 || /\.\d{3}\.\d{3}/.test(tokens[from]!.raw);

/** A word of the title, of talk, or one that tells how a figure stands. */
function isKnown(answer: Answer, at: number, asked: Asked): boolean {
  const token = answer.tokens[at]!;
  // `chi 600k`: spent, or to whom it is said.
  if (asked.isMoney && token.raw === 'chi') return asked.words.has('chi');
  return (
    [...answer.things].some(
      ([from, place]) => from <= at && at < place.to && place.tags.some((tag) => asked.kinds.has(tag)),
    ) ||
    answer.tags[at]!.length > 0 ||
    answer.talk[at]!.length > 0 ||
    asked.title.tokens.some((word) => isSameWord(token, word, answer))
  );
}

/** `mũi 2` where the third is asked for. */
function isOtherNumber(tokens: readonly Token[], at: number, { title }: Asked): boolean {
  const named = title.tokens.findIndex(({ key }) => key === tokens[at]!.key);
  const [told, wanted] = [tokens[at + 1], title.tokens[named + 1]];
  return named >= 0 && told?.kind === 'number' && wanted?.kind === 'number' && told.raw !== wanted.raw;
}

const PERIODS = ['ngày', 'tuần', 'tháng', 'quý', 'năm'].map((word) => parseSyllable(word).key);

/** `quý 3` where a month is asked for. */
function isOfOtherPeriod(keys: readonly string[], asked: Asked): boolean {
  const wanted = PERIODS.filter((key) => asked.title.tokens.some((word) => word.key === key));
  const told = PERIODS.filter((key) => keys.includes(key));
  return wanted.length > 0 && told.length > 0 && !told.some((key) => wanted.includes(key));
}

/** The halves of a day. */
export const HALVES = ['morning', 'noon', 'afternoon', 'evening'] as const;

/** `ca chiều 5 bạn` where the morning is asked for. */
function isOfOtherHalf(relations: ReadonlySet<string>, asked: Asked): boolean {
  const told = HALVES.filter((half) => relations.has(half));
  const wanted = HALVES.filter((half) => asked.relations.has(half));
  return told.length > 0 && wanted.length > 0 && !told.some((half) => wanted.includes(half));
}

/** What is known of a figure in the unit that is asked for. */
export function relate(answer: Answer, figure: Figure, asked: Asked): Omit<Candidate, 'number'> {
  const around = [...figure.before, ...figure.after.slice(0, 4)];
  const told = asked.telling.filter((word) =>
    around.some((at) => isSameWord(answer.tokens[at]!, word, answer)),
  );
  const states = STATES.filter((tag) => asked.relations.has(tag));
  const met = states.filter((tag) => figure.relations.has(tag));
  const own = [...asked.relations].filter((tag) => figure.relations.has(tag));
  return {
    figure,
    told: new Set(told.map(({ key }) => key)),
    toldBefore: told
      .filter((word) => figure.before.some((at) => isSameWord(answer.tokens[at]!, word, answer)))
      .map(({ key }) => key),
    weight:
      new Set(told.map(({ key }) => key)).size +
      own.length +
      (told.some((word) => word === asked.main) ? 2 : 0),
    hasState: met.length > 0,
    isNamed: states.length === 0 || met.length > 0,
    isWhole: (figure.relations.has('whole') && !asked.relations.has('whole')) || figure.sign === '=',
    isClear:
      (met.length > 0 && told.length > 1) ||
      (asked.words.size === 0 && answer.tokens[figure.from - 1]?.raw === ':') ||
      figure.before.every((at) => isKnown(answer, at, asked) || isProper(answer, at)) ||
      isSole(answer, figure, asked, told),
  };
}

/** `hôm nay bếp nấu 205 suất`: the only figure, of the very thing that is all the title names, and every word before it is known. */
function isSole(answer: Answer, figure: Figure, asked: Asked, told: readonly Token[]): boolean {
  const isThing = [...figure.kinds].some((kind) => asked.kinds.has(kind));
  const isMeasured = figure.measure !== null && figure.measure.of === asked.measure?.of;
  const isTold = (word: Token) => told.some(({ key }) => key === word.key);
  const isPlain = figure.before.every(
    (at) => answer.doers[at]!.length > 0 || isKnown(answer, at, asked) || isProper(answer, at),
  );
  const isAll = asked.telling.every((word) => asked.plainWords.has(word.key) || isTold(word));
  return answer.figures.length === 1 && (isThing || isMeasured) && isAll && isPlain;
}

/** `shop Nguyễn Trãi`, `Thôn Đông`: a name behind the first word. */
const isProper = ({ tokens }: Answer, at: number): boolean =>
  /^\p{Lu}$/u.test(tokens[at]!.raw) ||
  (at > 0 && /^\p{Lu}/u.test(tokens[at]!.raw) && tokens[at - 1]!.kind === 'word');
