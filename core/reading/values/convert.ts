import type { Asked } from './asked.js';
import type { Figure } from './figure.js';

/** From here on a bare amount is of single đồng, where thousands or millions are asked for. */
const bareDong = 1e5;

/** The figure in the unit that is asked for; null where it is of another kind, or nobody knows of which unit. */
export function convert({ number, measure, isOfOne }: Figure, asked: Asked, written: string): number | null {
  if (number === null || (isOfOne && !asked.isEach)) return null;
  if (asked.isMoney) return toMoney({ number, measure }, asked, written);
  if (asked.words.size === 0) return number;
  // `2tr1` are no cups.
  if (/\d ?(?:tr(?![aă])|triệu|trieu|tỷ|tỉ)/i.test(written) || measure?.of === 'money') return null;
  if (measure === null) return number;
  if (asked.measure === null) return null;
  return measure.of === asked.measure.of ? round((number * measure.factor) / asked.measure.factor) : null;
}

function toMoney(
  { number, measure }: Pick<Figure, 'number' | 'measure'>,
  asked: Asked,
  written: string,
): number | null {
  if (number === null || (measure !== null && measure.of !== 'money')) return null;
  const { factor } = asked.measure!;
  const isScaled =
    measure !== null || /\d ?(?:k|tr(?![aă]))|ngh|ng[aà]n|tri[eệ]u|t[yỷỉi]\b|tỷ|tỉ|củ/i.test(written);
  if (factor === 1 || isScaled) return round((number * (measure?.factor ?? 1)) / factor);
  if (number < bareDong) return number;
  return factor >= 1e6 ? round(number / factor) : null;
}

/** `2.3 × 100` in binary is not quite 230. */
const round = (number: number): number => Math.round(number * 1e6) / 1e6;
