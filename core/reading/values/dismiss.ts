import { STOP, type Answer } from './answer.js';
import type { Asked } from './asked.js';
import type { Figure } from './figure.js';
import { isOfOtherSort } from './relate.js';
import { takenBack } from './slips.js';

/** The answer without the figures that it takes back, or of which it names those that count. */
export function withoutDismissed(answer: Answer, asked: Asked): Answer {
  const wrong = takenBack(answer, asked);
  const figures = answer.figures.filter((figure) => !wrong.has(figure) && !isOfThem(answer, figure));
  return {
    ...answer,
    figures: figures.filter((figure) => !figures.some((other) => isOutOf(answer, other, figure))),
  };
}

/** `16 phòng thì 5 phòng cần sửa`: the former are all of them. */
function isOfThem(answer: Answer, figure: Figure): boolean {
  const next = nextOf(answer, figure);
  return next !== undefined && isJoinedBy(answer, figure, next, /^thi$/);
}

/** `46 giếng/ 52 giếng` */
const isOutOf = (answer: Answer, figure: Figure, whole: Figure): boolean =>
  nextOf(answer, figure) === whole &&
  answer.tokens.slice(figure.to, whole.from).some(({ raw }) => raw === '/') &&
  (figure.number ?? 0) <= (whole.number ?? 0);

export const isJoinedTo = (answer: Answer, figure: Figure, next: Figure): boolean =>
  isJoinedBy(answer, figure, next, /^(?:voi|va|cung)$/);

/** `2 ca nô với 5 xuồng máy`: one bears the title's own noun, the other another one; people and houses go by any name. */
export function isNamedAlone(
  { tokens, things }: Answer,
  one: Figure,
  other: Figure,
  { title }: Asked,
): boolean {
  const isOfTitle = ({ to }: Figure): boolean =>
    tokens
      .slice(to, things.get(to)?.to ?? to)
      .every(({ key }) => title.tokens.some((word) => word.key === key));
  const [own, named] = [things.get(one.to), things.get(other.to)];
  const isCounter = named?.tags.every((tag) => tag === '') !== false;
  return (
    own !== undefined &&
    !isCounter &&
    !['người', 'hộ'].some((kind) => one.kinds.has(kind)) &&
    isOfTitle(one) &&
    !isOfTitle(other)
  );
}

const nextOf = ({ figures }: Answer, { from }: Figure): Figure | undefined =>
  figures.find((other) => other.from > from);

const isJoinedBy = ({ tokens }: Answer, { to }: Figure, { from }: Figure, word: RegExp): boolean => {
  const between = tokens.slice(to, from);
  return between.some(({ fold }) => word.test(fold)) && !between.some(({ raw }) => STOP.test(raw));
};

/** `4 cô với 2 thầy`: nobody added it up. */
export function isJoinedOn(answer: Answer, figure: Figure, asked: Asked): boolean {
  const next = nextOf(answer, figure);
  if (!next || !isJoinedTo(answer, figure, next)) return false;
  // `64 thùng mì với 20 thùng nước`
  if (isNamedAlone(answer, figure, next, asked) || isOfOtherSort(answer, next, asked)) return false;
  return [...next.kinds].some((kind) => figure.kinds.has(kind));
}
