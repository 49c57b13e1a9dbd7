import { summaryClasses, type SummaryClass } from '../../core/summary/classify.js';
import { edge, head, ink, looks, width } from './look.js';

const font = { fontFamily: 'Be Vietnam Pro', verticalAlign: 'middle' };

/** A square and the words of each class, in two columns. */
export function createLegend(words: Record<SummaryClass, string>) {
  const column = (width - 2 * edge) / 2;
  const text = (x: number, y: number, style: object) => ({
    type: 'text' as const,
    x,
    y,
    style: { ...font, ...style },
  });
  return summaryClasses.flatMap((name, at) => {
    const [x, y] = [edge + (at % 2) * column, head - 8 + Math.floor(at / 2) * 36];
    const { colour, mark, ink: letter } = looks[name];
    const shape = { x, y, width: 26, height: 26, r: 5 };
    return [
      { type: 'rect' as const, shape, style: { fill: colour } },
      text(x + 13, y + 13, { text: mark, fill: letter, align: 'center', fontSize: 18, fontWeight: 'bold' }),
      text(x + 38, y + 13, { text: words[name], fill: ink, fontSize: 22 }),
    ];
  });
}
