import { foldText } from '../text/fold.js';

export type Verdict = { to: 'accepted' } | { to: 'returned'; word: string };

const polite = String.raw`(?:\s+(?:a|nhe|em|nhi|ban|anh|chi|roi))*`;
const yes = new RegExp(
  String.raw`^(?:da\s+)?(?:dong y|ok|oke|dat(?: yeu cau)?|duyet|nghiem thu|duoc|tot|yes|accept(?:ed)?|agreed|good)${polite}$`,
);
/** Words that only stand before what is to be mended. */
const bare =
  /^(?:không(?:\s+(?:đạt|đồng ý))?|khong(?:\s+(?:dat|dong y))?|trả lại|tra lai|return(?:ed)?|no)(?=$|[\s,:.–-])[\s,:.–-]*/iu;
/** Words that are part of it. */
const telling =
  /^(?:chua|thieu|bo sung|lam lai|sua|can (?:bo sung|sua|lam|them)|de nghi (?:bo sung|sua|lam)|con thieu|missing|redo|please (?:add|redo|correct))\b/;

/**
 * What an issuer's words make of a unit's `done`: `đạt`, `ok`; `trả lại: thiếu ảnh`, `còn thiếu số liệu thôn 3`. Null when they
 * may mean either, e.g. thanks.
 */
export function readVerdict(text: string): Verdict | null {
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const fold = foldText(words)
    .replace(/[.!]+$/, '')
    .trim();
  if (yes.test(fold)) return { to: 'accepted' };
  if (bare.test(words)) return { to: 'returned', word: words.replace(bare, '').trim() };
  return telling.test(fold) ? { to: 'returned', word: words } : null;
}
