import { vietnamese, type Rule, type Wish } from '../wish.js';
import { readCount } from './clock-words.js';
import { MONTH, shiftOf, SPAN, spanOf, WHICH } from './words-vi.js';

const END = '(cuoi cung|cuoi|het|ket thuc|trong|noi trong|khep lai)';
const ROMAN = ['i', 'ii', 'iii', 'iv'];
const THE_END = '(?:vao |den |cua )?';

/** `hết` runs to the last minute, `cuối` to the end of work. */
function endOf(edge: string | undefined, more: Partial<Wish> & { endOf: Wish['endOf'] }): Partial<Wish> {
  const last = edge === 'het' || edge === 'ket thuc';
  return { ...more, endOf: { ...more.endOf!, ...(last ? { last } : {}) } };
}

const month = (edge: string | undefined, number: string | undefined, year?: string): Partial<Wish> =>
  endOf(edge, {
    endOf: { span: 'month' },
    month: readCount(number),
    ...(year === undefined ? {} : { year: Number(year) }),
  });

/** Edges of weeks, months, quarters, years. */
export const VIETNAMESE_SPANS: readonly Rule[] = [
  vietnamese(`${END} ${THE_END}${SPAN}(?: ${WHICH})?`, ([, edge, span, which]) =>
    endOf(edge, { endOf: { span: spanOf(span) }, shift: { [spanOf(span)]: shiftOf(which) } }),
  ),
  vietnamese(
    `${END} ${THE_END}(?:thang|thg|th) ?${MONTH}(?:(?: ?\\/ ?| nam )(20\\d\\d)| (?:nay|tiep|toi)(?= |$|,))?`,
    ([, edge, number, year]) => month(edge, number, year),
  ),
  vietnamese(`${END} t(1[0-2]|[189])(?: ?\\/ ?(20\\d\\d))?`, ([, edge, number, year]) =>
    month(edge, number, year),
  ),
  vietnamese(
    `${END} ${THE_END}quy ([1-4]|iv|i{1,3})(?:(?: ?\\/ ?| nam )(20\\d\\d))?`,
    ([, edge, quarter, year]) =>
      endOf(edge, {
        endOf: { span: 'quarter' },
        quarter: ROMAN.indexOf(quarter ?? '') + 1 || Number(quarter),
        ...(year === undefined ? {} : { year: Number(year) }),
      }),
  ),
  vietnamese(`${END} ${THE_END}nam (20\\d\\d)`, ([, edge, year]) =>
    endOf(edge, { endOf: { span: 'year' }, year: Number(year) }),
  ),
  vietnamese('het cuoi tuan', { vague: true }),
  vietnamese('(?:cuoi |het |ket thuc )?(?:6|sau) thang dau nam', { endOf: { span: 'month' }, month: 6 }),
  vietnamese(`ngay (?:cuoi cung|cuoi)(?: cua)? ${SPAN}(?: ${WHICH})?`, ([, span, which]) => ({
    endOf: { span: spanOf(span) },
    shift: { [spanOf(span)]: shiftOf(which) },
  })),
  vietnamese('ngay (?:cuoi cung|cuoi)(?: cua)? thang (\\d{1,2})', ([, number]) => month('cuoi', number)),
  vietnamese(
    `ngay lam viec (?:cuoi cung|cuoi)(?: (?:cua|trong))? ${SPAN}(?: ${WHICH})?`,
    ([, span, which]) => ({
      endOf: { span: spanOf(span), worked: true },
      shift: { [spanOf(span)]: shiftOf(which) },
    }),
  ),
  vietnamese('ngay lam viec (?:cuoi cung|cuoi)(?: (?:cua|trong))? thang (\\d{1,2})', ([, number]) => ({
    endOf: { span: 'month', worked: true },
    month: readCount(number),
  })),
  vietnamese(`dau tuan(?: ${WHICH})?`, ([, which]) => ({ startOf: 'week', shift: { week: shiftOf(which) } })),
  vietnamese(
    `(?:dau|giua|trung tuan|khoang giua) (?:(?:thang|quy) (?:\\d{1,2}|iv|i{1,3})|(?:thang|quy|nam)(?: ${WHICH})?)|giua tuan(?: ${WHICH})?|(?:thuong|trung|ha) tuan thang(?: \\d{1,2}| ${WHICH})?`,
    { vague: true },
  ),
  vietnamese(`${SPAN} ${WHICH}`, ([, span, which]) => ({ shift: { [spanOf(span)]: shiftOf(which) } })),
  vietnamese('nam (\\d{4})', ([, year]) => ({ year: Number(year) })),
  vietnamese('(?:thang|thg) ?\\d{1,2}|quy (?:[1-4]|iv|i{1,3})|t(?:1[0-2]|[189])', { vague: true }),
];
