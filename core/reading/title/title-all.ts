import { isOthers } from '../judge/not-ours.js';
import { foldedWords, type Part } from '../clause/part.js';
import { isNumber, tags } from '../clause/sense.js';

// `từng` is settled later.
export const isEach = (part: Part): boolean => foldedWords(part) === 'tung';

const GOES = /^(?:di|toi)$/;

export const isGoing = (part: Part): boolean => GOES.test(foldedWords(part));

const EACH = /^(?:nha|ho|binh|can|phong|cua|sap|quan|ho dan|gia dinh)$/;
const WENT = tags('self', 'particle', 'ago', 'now', 'past', 'yes');

const LOOKS = /^(?:coi|xem|ngo)(?: |$)/;
const PAPERS =
  /^(?:van ban|thong bao|cong van|file|tin nhan|huong dan|ke hoach|mail|danh sach|bao cao|lich|tin)$/;

/** `xem hết văn bản rồi`: what was read. */
export const isRead = (clause: readonly Part[], at: number): boolean =>
  LOOKS.test(foldedWords(clause[at])) && clause.some((part) => PAPERS.test(foldedWords(part)));

/** `đi hết tuyến rồi`, `em tới từng nhà rồi`; `khách đi hết rồi` are gone. */
export const isWentThrough = (clause: readonly Part[], at: number, end: number): boolean =>
  clause.slice(0, at).every((part) => WENT.holds(part)) &&
  end < clause.length &&
  // `đi hết 2 tổ rồi`: others may follow.
  !(isNumber(clause[end]) && !EACH.test(foldedWords(clause[end + 1]))) &&
  (clause[end]!.tag !== 'already' || /^(?:nha|ho)$/.test(clause[end - 1]!.tokens.at(-1)!.fold));

/** `tất cả`, `từng`, `hết rồi` */
const isOfAll = (part: Part): boolean =>
  isEach(part) ||
  (part.tag === 'every' && foldedWords(part) !== 'toan') ||
  (part.tag === 'already' && /^(?:het|ca|du) /.test(foldedWords(part)));

/** Whether a clause tells of all of them, and not of what others did. */
export const saysOfAll = (clause: readonly Part[], at: number): boolean =>
  clause.some(isOfAll) && !isOthers(clause.slice(0, at));

/** `em lạnh tê luôn rồi`, `trời lạnh ngắt rồi`, `em uống rồi`: nothing that was mended or given. */
export function isOfSomebody(clause: readonly Part[], at: number): boolean {
  if (at !== 1 || !/^(?:lanh|mat|uong)$/.test(clause[at]!.tokens[0]!.fold)) return false;
  return clause[0]!.tokens.length === 1 && (clause[0]!.tag === 'self' || foldedWords(clause[0]) === 'troi');
}
