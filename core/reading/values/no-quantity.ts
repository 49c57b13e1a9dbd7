import type { Token } from '../../text/tokens.js';
import type { Asked } from './asked.js';
import type { Place } from './phrase-list.js';
import type { Quantity, Source } from './quantity.js';

/** Words before a date. */
const DATED = /^(?:ngay|den|toi|han|hom|tu|sang|chieu|luc|qua|ngày|truoc|het|on|by)$/;
const PERIOD = /^(?:ngay|tuan|thang|quy|nam|buoi|ca)$/;
/** Words that may stand before `số` with a count behind: `tổng số 45`; `for repairs so 11 went out` is English. */
const COUNTED = /^(?:si|quan|tong|nhan|con|cong|chot|bao|em|la|dan|a|c|anh|chi|da|[a-z]{2,}s)$/;

/** The two sides of `1.250/2.000` or `20/35,5`. */
export const sidesOf = (ratio: string): number[] =>
  ratio.split('/').map((side) =>
    Number(
      side
        .replace(/\s?\p{L}.*$/u, '')
        .replaceAll('.', '')
        .replace(',', '.'),
    ),
  );

/** Whether `a/b` are so many of so many, and no date. */
export function isQuantityAt({ tokens }: Source, things: ReadonlyMap<number, Place>, at: number): boolean {
  const { raw } = tokens[at]!;
  const [first = 0, second = 0] = sidesOf(raw);
  const before = tokens[at - 1]?.fold ?? '';
  if (DATED.test(before) || /^0|\/0/.test(raw) || first > second) return false;
  const mayBeDate = first <= 31 && second <= 12 && !raw.includes(',');
  const next = tokens[at + 1];
  return !mayBeDate || before === 'du' || things.has(at + 1) || next?.fold === 'co';
}

interface Spot {
  at: number;
  quantity: Quantity;
  asked: Asked;
  /** Of the token before it. */
  tags: readonly string[];
}

type Named = Readonly<Record<'names' | 'things', ReadonlyMap<number, Place>>>;

/** A number that names what stands before it (`phòng 108`, `DH1184`, `5B`), a year, or a number of a document. */
export function isNameAt(source: Source, named: Named, spot: Spot): boolean {
  const { tokens } = source;
  const { at, asked } = spot;
  const [before, token] = [tokens[at - 1], tokens[at]!];
  if (token.kind === 'percent') return false;
  const isWritten = isNameByLetters(source, spot);
  if (isWritten !== null) return isWritten;
  // `1 cửa` is an office.
  if (token.raw === '1' && tokens[at + 1]?.fold === 'cua' && asked.main?.fold !== 'cua') return true;
  return before?.kind === 'word' && isLedByName(source, named, spot, before);
}

/** By how it is written; null where that does not tell. */
function isNameByLetters({ tokens, text }: Source, { at, quantity }: Spot): boolean | null {
  const [before, token] = [tokens[at - 1], tokens[at]!];
  const led = text.slice(Math.max(0, token.start - 12), token.start);
  if (token.kind === 'number') {
    if (before?.kind === 'word' && before.end === token.start) return !/^x$/i.test(before.raw);
    if (/^\d+[A-HĐ](?![\p{L}])/u.test(text.slice(token.start, token.start + 12))) return true;
    if (/^00\d/.test(token.raw)) return true;
    const isLikeYear = /^(?:19|20)\d\d$/.test(token.raw);
    if (isLikeYear && isYear(before?.fold ?? '', quantity, text.slice(token.end, token.end + 5))) return true;
  }
  // `km 12+300`, `K3+200`, `2025-2026`
  return /km? ?\d{1,4} ?\+ ?$/i.test(led) || (before?.raw === '-' && /(?:19|20)\d\d ?- ?$/.test(led)) || null;
}

/** By the words before it. */
function isLedByName(
  { tokens, measures }: Source,
  { names, things }: Named,
  { at, quantity, asked, tags }: Spot,
  before: Token,
): boolean {
  const isThing = things.get(quantity.to)?.tags.some((tag) => asked.kinds.has(tag)) === true;
  const isAllOf = tags.includes('whole') && /^c(?:ả|a)$/i.test(tokens[at - 2]?.raw ?? '');
  // `cả khối 5 em`; `cả xóm 5 luôn`
  if (isAllOf && !PERIOD.test(before.fold)) return !isThing && names.has(at - 1);
  // `chốt 43,5`
  if (/^\d+,\d/.test(tokens[at]!.raw) || /whole|plan|now|left/.test(tags.join(' '))) return false;
  // `cấp 150 hộp`, `ca 7 cong`: what the title asks for is no name.
  const isTitleWord = before.fold !== 'so' && asked.title.tokens.some(({ fold }) => fold === before.fold);
  if (isThing && (isTitleWord || before.fold === 'ca')) return false;
  // `lớp 31 cháu`: too many to be its name; `Ton quy 6tr850` names no quarter.
  if (isThing && (quantity.number ?? 0) > 15 && OF_PEOPLE.test(before.fold)) return false;
  if (asked.isMoney && before.fold === 'quy' && (quantity.number ?? 0) > 4) return false;
  // `cấp 450 triệu`
  if (asked.isMoney && quantity.to > at + 1 && (quantity.number ?? 0) >= 1e5) return false;
  // `phòng 27 độ`
  if (quantity.measure !== null && measures.has(quantity.to - 1) && quantity.measure.of !== 'money')
    return false;
  // `10 to 12`
  if (/^(?:to|den|toi|hay|hoac|or)$/.test(before.fold) && tokens[at - 2]?.kind === 'number') return false;
  for (let from = Math.max(0, at - 3); from < at; from += 1)
    if (names.get(from)?.to === at)
      return asked.measure !== null || !asked.unit.split(' ').includes(before.fold);
  return before.fold === 'so' && !COUNTED.test(tokens[at - 2]?.fold ?? 'la');
}

const OF_PEOPLE = /^(?:lop|to|doi|thon|ap|xom|nhom)$/;

const isYear = (before: string, { measure }: Quantity, behind: string): boolean =>
  measure === null &&
  (/^(?:nam|toi|den|han|tu|thang|vao|trong|hoc|doi|khoa|sinh|since|model|sx)$/.test(before) ||
    /^ ?[-–/] ?(?:19|20)\d/.test(behind));
