import { foldText } from '../text/fold.js';

const PICTURES = /[\p{Extended_Pictographic}\u{20e3}\u{fe0f}]/gu;
const QUOTES = /["“”„«»*_`~|]/g;
const DASHES = /[‐‑‒–—−]/g;

/**
 * Folds, but keeps apart what only its marks tell: `tới` and `tối`, `sáu` and `sau`, `đừng` and
 * `đúng`, `đem` and `đêm`.
 */
export function prepareWords(text: string): string {
  // Digits are not pictures to the eye, but Unicode counts them in.
  const seen = text.normalize('NFKC').replace(PICTURES, (sign) => (/[\d#*]/.test(sign) ? sign : ' '));
  const kept = seen
    .normalize('NFC')
    .toLowerCase()
    .replace(QUOTES, ' ')
    .replace(DASHES, '-')
    .replaceAll('đừng', 'khong')
    .replace(/(?<!\S)(?:ngày|hôm) kìa(?!\S)/g, '3 ngay nua')
    .replace(/(?<!\S)(?:đem|đếm)(?!\S)/g, 'mang')
    .replace(/(?<!\S)mơi(?!\S)/g, 'mai')
    .replaceAll('tới', 'tiep')
    .replaceAll('tối', 'tooi')
    .replaceAll('sáu', '6')
    // `nhéee`; but `III` is a number.
    .replace(/((?!i)\p{L})\1{2,}/gu, '$1');
  // `sang` (over to) in a text with marks is not `sáng` (morning).
  const plain = kept.normalize('NFD') === kept ? kept : kept.replace(/(?<!\S)sang(?!\S)/g, ' ');
  return (
    foldText(plain)
      // `trước17h`, `T.6`, `5/tháng 12`
      .replace(/\b(truoc|trc|han|ngay|luc)(?=\d)/g, '$1 ')
      .replace(/\bt\.(?=[2-7]\b)/g, 't')
      // There is no `thứ tám`, and no English Thursday in it: refused as `thứ 9` is.
      .replace(/\bthu(?= (?:mot|nhat|tam|chin|muoi)\b)/g, 'thu 9')
      .replace(/(?<=\d) ?\/ ?thang /g, ' thang ')
      .replace(/\bdem (?=theo|ve|qua|ra|nop|len|di |lai)|(?<=kiem )dem\b/g, 'mang ')
      // `20h30 toi thu 4`: at that hour both are the evening.
      .replace(
        /(?<=\b(?:1[89]|2[0-3]) ?(?:h|g|gio|:) ?\d{0,2} )toi(?= (?:thu|t[2-7]|ngay|cn|chu)\b)/g,
        'tooi',
      )
      .replace(/(?<=\bthang \d{1,2}) duong lich\b/g, '')
      .replace(/[\s,;.!?()[\]…]+$/, '')
      .replace(/^[\s,;.:!?()[\]…-]+/, '')
  );
}
