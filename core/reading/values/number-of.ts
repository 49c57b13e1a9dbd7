import type { Answer } from './answer.js';
import type { Asked } from './asked.js';
import { convert } from './convert.js';
import type { Figure } from './figure.js';

/** In the unit that is asked for; NaN where it could be several numbers, null where it is of another. */
export function numberOf({ text, tokens }: Answer, figure: Figure, asked: Asked): number | null {
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
