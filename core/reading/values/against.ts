import { parseSyllable } from '../../text/syllable.js';
import type { Answer } from './answer.js';
import { STATES, type Asked } from './asked.js';
import type { Figure } from './figure.js';
import { isSameWord } from './phrase-list.js';

/** What is not asked for, unless the title speaks of it. */
const AGAINST =
  'then sofar ahead plan change undone absent broken vacant taken late part women men each left good outof group away net rate meter gone cancelled fixed'.split(
    ' ',
  );
const CONDITIONS = new Set(['broken', 'group', 'good']);

/** Whether its words make it a figure of something else. */
export function isAgainst(answer: Answer, figure: Figure, asked: Asked): boolean {
  const { relations, from } = figure;
  if (asked.relations.has('ahead')) {
    if (relations.has('ahead')) return false;
    if (relations.has('now') || relations.has('then')) return true;
  }
  if (isOppositeOf(answer, figure, asked) || isOfOtherTime(answer, figure, asked)) return true;
  if (isOfOtherHalf(relations, asked)) return true;
  // `nay tăng lên 26` after what it was.
  if (relations.has('rose') && !answer.figures.some((other) => other.from < from)) return true;
  if (isOfWholePlace(answer, figure, asked)) return true;
  // `hư 10 máy cần thay`: how they are beside what is asked for.
  const isMet = STATES.some((tag) => asked.states.has(tag) && relations.has(tag));
  return AGAINST.some(
    (tag) =>
      !(isMet && CONDITIONS.has(tag)) &&
      relations.has(tag) &&
      !asked.relations.has(tag) &&
      !isHarmless(tag, relations, answer, asked),
  );
}

/** `412 hs toàn trường` where the title asks for some of them. */
function isOfWholePlace(
  { tokens }: Answer,
  { after }: Figure,
  { words, telling, thingWords }: Asked,
): boolean {
  const isSome = telling.some(({ key }) => !thingWords.has(key));
  const isToldOfSome = after.some((at) =>
    telling.some(({ key }) => key === tokens[at]!.key && !thingWords.has(key)),
  );
  return (
    isSome &&
    !isToldOfSome &&
    !words.has('toan') &&
    after.some(
      (at) =>
        tokens[at]!.fold === 'toan' &&
        /^(?:truong|xa|thon|khoi|huyen|phuong|co|don)$/.test(tokens[at + 1]?.fold ?? ''),
    )
  );
}

/** What is told of it is the reverse of what is asked for. */
function isOppositeOf(answer: Answer, { relations, before, after, outOf }: Figure, asked: Asked): boolean {
  const { relations: wanted, main } = asked;
  // `phải đi 40 hộ`: nobody said that they went; `đã di dời 9 hộ`: nor that they must.
  if (wanted.has('done') && relations.has('must') && !relations.has('done')) return true;
  if (wanted.has('must') && relations.has('done') && !relations.has('must')) return true;
  // `hiến được 30 người` of those who signed up
  const isDone = relations.has('done') || before.some((at) => answer.tokens[at]!.fold === 'duoc');
  const hasTo = ['plan', 'must'].some((tag) => asked.states.has(tag) && !relations.has(tag));
  const isListed = asked.title.tokens.some(
    ({ fold }, at) => fold === 'dang' && asked.title.tokens[at + 1]?.fold === 'ky',
  );
  if (isListed && hasTo && isDone) return true;
  // `hiện có 36 giáo viên` of those that are missing
  const isHad = before.some((at) => answer.tokens[at]!.fold === 'co');
  if (asked.words.has('thieu') && isHad && !relations.has('undone')) return true;
  // `42, hôm nay có mặt 40` of all that belong there
  const isRoll = wanted.has('whole') && answer.figures.length > 1;
  if (isRoll && relations.has('present') && !relations.has('whole') && !wanted.has('present')) return true;
  if (wanted.has('undone') && !relations.has('undone')) {
    const isTold = [...before, ...after].some((at) => main && isSameWord(answer.tokens[at]!, main, answer));
    if (relations.has('done') || isTold) return true;
  }
  // `45/47` where the absent are asked for
  const isThere = outOf !== null || relations.has('present') || relations.has('joined');
  return wanted.has('absent') && !relations.has('absent') && isThere;
}

/** Whether a word that mostly tells of something else does not here. */
function isHarmless(tag: string, relations: ReadonlySet<string>, answer: Answer, asked: Asked): boolean {
  const isBoth = (state: string) => relations.has(state) && asked.relations.has(state);
  switch (tag) {
    case 'left':
      return !asked.isDeed || relations.has('present') || asked.relations.has('undone');
    case 'then':
      return relations.has('now');
    // `sửa được 9` of those that were repaired
    case 'fixed':
      return asked.isDeed;
    // `trừ 6 bé chuyển trường còn 134`
    case 'gone':
      return relations.has('left');
    // `12 staff working`, `8 cameras working`
    case 'good':
      return relations.has('present');
    // `còn thiếu 23tr nữa`
    case 'change':
      return isBoth('undone') || isBoth('left');
    case 'plan':
      return asked.relations.has('joined') && isSignedUp(answer);
    default:
      return false;
  }
}

/** `Đăng ký 2 đồng chí` of those who will come, where nobody tells who came. */
const isSignedUp = ({ figures, tokens }: Answer): boolean =>
  tokens.some(({ fold }, at) => fold === 'dang' && tokens[at + 1]?.fold === 'ky') &&
  !figures.some(({ relations }) => ['joined', 'present', 'now'].some((tag) => relations.has(tag)));

/** Whether it is told of another month, group or round than the title's: `t9 là 843` where the tenth month is asked for. */
export const isOfOtherTime = (answer: Answer, { before }: Figure, asked: Asked): boolean =>
  before.some((at) => isOtherNumber(answer, at, asked)) ||
  isOfOtherPeriod(
    before.map((at) => answer.tokens[at]!.key),
    asked,
  );

/** `mũi 2` where the third is asked for. */
function isOtherNumber(answer: Answer, at: number, { title }: Asked): boolean {
  const { tokens } = answer;
  const named = title.tokens.findIndex((word) => isSameWord(tokens[at]!, word, answer));
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
