import { STOP, type Answer } from './answer.js';
import type { Asked } from './asked.js';
import type { Figure } from './figure.js';
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

const nextOf = ({ figures }: Answer, { from }: Figure): Figure | undefined =>
  figures.find((other) => other.from > from);

const isJoinedBy = ({ tokens }: Answer, { to }: Figure, { from }: Figure, word: RegExp): boolean => {
  const between = tokens.slice(to, from);
  return between.some(({ fold }) => word.test(fold)) && !between.some(({ raw }) => STOP.test(raw));
};

/** `4 cô với 2 thầy`: nobody added it up. */
export function isJoinedOn(answer: Answer, figure: Figure): boolean {
  const next = nextOf(answer, figure);
  if (!next || !isJoinedBy(answer, figure, next, /^(?:voi|va|cung)$/)) return false;
  return [...next.kinds].some((kind) => figure.kinds.has(kind));
}
