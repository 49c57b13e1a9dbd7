import { STOP, type Answer } from './answer.js';
import type { Asked } from './asked.js';
import type { Figure } from './figure.js';
import { isSameWord } from './phrase-list.js';

/** `em gửi nhầm 176`: the figure behind is the wrong one. */
const TYPED = /^(?:gui|ghi|go|bao|danh|viet|nhap|bam|tinh|dem|cong|noi|doc|nhan)$/;

/** The figures that the unit itself takes back: `30 chăn... thôi 35`, `em gửi nhầm 176, số đúng là 167`. */
export function takenBack(answer: Answer, asked: Asked): ReadonlySet<Figure> {
  const wrong = new Set<Figure>();
  const { figures, tokens } = answer;
  tokens.forEach((_, at) => {
    if (!isSlip(answer, at, asked)) return;
    const own = figures.find(({ before, after }) => before.includes(at) || after.includes(at));
    const isOwnWrong =
      own !== undefined && (own.after.includes(at) || TYPED.test(tokens[at - 1]?.fold ?? ''));
    if (isOwnWrong) wrong.add(own);
    else for (const figure of figures) if (figure.to <= at) wrong.add(figure);
  });
  return wrong.size < figures.length ? wrong : new Set();
}

/** A word that takes back what was said, no word of the title; `thôi` and `không` only between a stop and a figure. */
function isSlip(answer: Answer, at: number, { title }: Asked): boolean {
  const { tokens, slips, figures } = answer;
  const [before, token, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  if (/^(?:thoi|khong|ko|khoan|a|à|sorry)$/.test(token.fold) && before && STOP.test(before.raw)) {
    const isFigureNext = figures.some(
      ({ from }) => from === at + 1 || (from === at + 2 && next?.raw === ','),
    );
    if (isFigureNext && figures.some(({ to }) => to < at)) return !/^(?:a)$/.test(token.fold);
  }
  return slips[at]!.length > 0 && !title.tokens.some((word) => isSameWord(token, word, answer));
}
