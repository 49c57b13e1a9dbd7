import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { sense, tags, type Sense } from '../clause/sense.js';
import { isPaper } from '../judge/judge-handed.js';
import type { Title } from '../title/title.js';

const PICTURE = /(?:^| )(?:anh|hinh|minh chung)(?= |$)/;
// What a picture may be the whole answer to.
const ASKS_PAPER =
  /^(?:bao cao|bc|nop|gui|chup|dang|tai|cung cap|gom|lap|in|ky|xac nhan|bo sung|cap nhat|thu|tong hop|thong ke|ra soat|quay|scan)(?= |$)/;

/**
 * `ảnh đây ạ`, `em gửi hình` to `Chặt tỉa cây xanh`: pictures of the work do not say how far it is, and nothing else was said.
 */
export function withoutOnlyProof(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (title.verb.length === 0 || !senses.some(({ meaning }) => meaning === 'done')) return senses;
  const asked = [...title.verb, ...title.words()].map(({ fold }) => fold).join(' ');
  if (ASKS_PAPER.test(asked) || PICTURE.test(asked)) return senses;
  const isProof = senses.map((one, at) => one.meaning === 'done' && isOnlyPicture(clauses[at]!.parts));
  if (clauses.some(({ parts }, at) => !isProof[at] && !parts.every((part) => SMALL.holds(part))))
    return senses;
  return senses.map((one, at) => (isProof[at] ? sense('unclear', one.decided) : one));
}

const SMALL = tags('particle', 'self', 'you', 'yes');

const TELLS = /^(?:lam|don|xong|day du|du)$/;

const DEEDS = tags('work', 'complete', 'draft');

const isPicture = (part: Part): boolean => isPaper(part) && PICTURE.test(foldedWords(part));

/** A picture is handed over, and no word beside it says that the work is done. */
function isOnlyPicture(parts: readonly Part[]): boolean {
  const isTold = parts.some((part) => DEEDS.holds(part) || TELLS.test(foldedWords(part)));
  return parts.some(isPicture) && !isTold;
}
