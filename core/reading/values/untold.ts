import { HALVES, isOfOtherTime } from './against.js';
import type { Answer } from './answer.js';
import type { Asked } from './asked.js';
import type { Figure } from './figure.js';
import { isKnown, relate, type Candidate } from './relate.js';
import { isRival } from './rivals.js';

/**
 * `40 lồng, 12 lồng trôi`, `có 14 tàu, 3 tàu máy yếu`: the title asks something of the things which is told of none of
 * them, and nobody knows of which it holds.
 */
export function isUntold(best: Candidate, answer: Answer, asked: Asked): boolean {
  const isTold = best.hasState || [...best.told].some((key) => !asked.plainWords.has(key));
  const asksMore = asked.telling.some(({ key }) => !asked.plainWords.has(key));
  if (!asksMore || isTold || isPlaced(best, asked)) return false;
  return answer.figures.some(
    (figure) => isRival(figure, best, answer, asked) && !isSetApart(figure, best, answer, asked),
  );
}

/** What holds now, or is what the others come to. */
const isPlaced = ({ figure, isWhole }: Candidate, { isDeed }: Asked): boolean =>
  isWhole ||
  ['now', 'became', 'rose', 'equals', 'so'].some((tag) => figure.relations.has(tag)) ||
  (!isDeed && figure.relations.has('left'));

/** Whether the words of another figure tell that it is of something else than this one. */
function isSetApart(figure: Figure, best: Candidate, answer: Answer, asked: Asked): boolean {
  const rival = relate(answer, figure, asked);
  if (isOfOtherTime(answer, figure, asked)) return true;
  if (HALVES.some((half) => figure.relations.has(half) && !best.figure.relations.has(half))) return true;
  // `bò 45 con, trâu 12 con`, `thu 9tr5, chi 3tr2`
  const isOfOther = figure.before.length > 0 && best.toldBefore.some((key) => !rival.told.has(key));
  if (isOfOther) return true;
  if (isTakenFrom(best, answer)) return false;
  const isOurStock = best.figure.before.some((at, place) => place > 0 && answer.tokens[at]!.fold === 'co');
  if (isOurStock) return false;
  // `57 cháu, 3 cháu hoãn do sốt`, `12 classrooms checked, 1 socket broken`
  const isOfUnknown =
    figure.kinds.size === 0 && figure.after[0] === figure.to && !isKnown(answer, figure.to, asked);
  if (asked.isDeed && (figure.relations.has('undone') || isOfUnknown)) return true;
  // `500 cây, chết 20`, `6 đơn, duyệt 5`: the first answers, the other is a remark.
  const isBare =
    best.figure.before.every((at) => answer.talk[at]!.length > 0) && figure.from > best.figure.from;
  return isBare && figure.kinds.size === 0 && (asked.isDeed || asked.main === null);
}

/** `14 boats, 3 stayed for repairs so 11 went out`: what the first is without the second. */
const isTakenFrom = ({ figure, number }: Candidate, { figures, tokens }: Answer): boolean => {
  const [gone, rest] = figures.slice(figures.indexOf(figure) + 1);
  // `4 người: 1 hiệu phó, 3 tổ trưởng`
  if (tokens.slice(figure.to, gone?.from).some(({ raw }) => raw === ':')) return false;
  return gone !== undefined && rest !== undefined && number - (gone.number ?? NaN) === rest.number;
};
