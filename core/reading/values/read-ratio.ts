import { foldText } from '../../text/fold.js';
import { tokenise, type Token } from '../../text/tokens.js';
import type { AnswerSpec } from '../answer.js';
import { spellShares } from '../splitting/spoken-shares.js';
import { onlyNumber, readFigure } from './read-figure.js';
import { isUnsureShare } from './unsure-share.js';
import type { ValueReading } from './value-reading.js';

/** Words that make of a share a change, a remainder or one of two. */
const CHANGES = /\b(?:vang|nghi|thieu|con|tru|giam|tang|them|hoac|hay|or|chua|khong|tu|den|toi)\b|\?/;

/** So many of so many: `12/15`, `12 trên 15`; a count alone where it was said of how many. */
export function readRatio(note: string, spec: AnswerSpec & { type: 'ratio' }, title = ''): ValueReading {
  const tokens = spellShares(tokenise(note));
  const written = tokens.filter(({ kind }, at) => kind === 'ratio' && !isDay(tokens, at));
  const pair =
    written.length === 1
      ? written[0]!.fold.split('/').map((part) => Number.parseFloat(part.replaceAll('.', '').trim()))
      : (outOf(note) ?? (spec.total === undefined ? hundredth(note) : null));
  const [done, total] = [pair?.[0] ?? countOf(note, spec, title), pair?.[1] ?? spec.total];
  const isTold = done !== null || written.length > 0;
  if (written.length > 1 || (isTold && isUnsureShare(note, title)))
    return { problem: 'unreadable', isUnclear: true };
  if (done === null || total === undefined || !(total > 0) || !Number.isInteger(done))
    return { problem: 'unreadable' };
  if (done < 0) return { problem: 'too-small' };
  if (done > total) return { problem: 'too-large' };
  if (spec.total !== undefined && total !== spec.total)
    return { problem: total > spec.total ? 'too-large' : 'too-small' };
  return { value: { type: 'ratio', done, total } };
}

/** `đủ`, `đủ hết rồi ạ`, `tất cả`, and nothing else */
const ALL =
  /^(?:(?:da|vang|em|ben em|don vi) )*(?:(?:du|het|xong|nop|ky) ){0,2}(?:du|het|tat ca|toan bo|all|everyone|100 ?%)(?: (?:het|ca|roi|luon|a|ah|nhe|nha|anh|chi|em|of them|done))*[.!]*$/;

/** How many where the text names no total. */
function countOf(note: string, { total }: AnswerSpec & { type: 'ratio' }, title: string): number | null {
  if (total === undefined) return onlyNumber(note);
  if (ALL.test(foldText(note))) return total;
  const read = readFigure(note, { type: 'number' }, title);
  return 'value' in read && read.value.type === 'number' ? read.value.number : onlyNumber(note);
}

/** `ngày 5/11` */
const isDay = (tokens: readonly Token[], at: number): boolean => {
  const [day = 0, month = 0] = tokens[at]!.raw.split('/').map(Number);
  return day <= 31 && month <= 12 && /^(?:ngay|hom|mung)$/.test(tokens[at - 1]?.fold ?? '');
};

/** `95%`, `95 phần trăm`, where nobody said of how many. */
function hundredth(note: string): number[] | null {
  const tokens = tokenise(note);
  const [percent] = tokens.filter(({ kind }) => kind === 'percent');
  const others = tokens.some(({ kind }) => /^(?:number|date|clock|ratio|phone|document|change)$/.test(kind));
  const share = Number.parseFloat(percent?.raw.replace(',', '.') ?? '');
  return others || !Number.isInteger(share) || CHANGES.test(foldText(note)) ? null : [share, 100];
}

/** `18 trên 20`, `18 hộ trên tổng số 20`; of `15 em trong 3 lớp` nobody says that there are 3 in all. */
const OUT_OF =
  /(?<!\d)(\d{1,7}) (?:(?:tren|trong|out of|of)(?: tong)?(?: so)?|[a-z]+(?: [a-z]+)? (?:tren|trong|out of)(?: tong)? so|[a-z]+(?: [a-z]+)? (?:tren(?: tong)?|out of)) (\d{1,7})(?!\d)/;

/** `12 lớp /15` */
const SLASHED = /(?<!\d)(\d{1,7}) ?[a-z]{2,}(?: [a-z]+)? ?\/ ?(\d{1,7})(?!\d)/;

function outOf(note: string): number[] | null {
  const said = foldText(note);
  const match = OUT_OF.exec(said) ?? SLASHED.exec(said);
  return match ? [Number(match[1]), Number(match[2])] : null;
}
