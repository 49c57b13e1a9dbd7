import { foldedWords, type Part } from '../clause/part.js';
import { find } from '../clause/sense.js';

const UNITS = /^(?:cua hang|kho|to|thon|lop|nhom|doi|xa|truong|phong|ben|quay|khoa|don vi|cua)$/;

/** `phần nạo vét của nhóm em` */
export function isOwnShare(parts: readonly Part[]): boolean {
  // `Chị làm xong phần cửa hàng mình rồi`
  const share = parts.findIndex((part) => foldedWords(part) === 'phan');
  const isUnit = UNITS.test(foldedWords(parts[share + 1]));
  const isWhose =
    share > 0 && (parts[share + 1]?.tag === 'self' || (isUnit && parts[share + 2]?.tag === 'self'));
  return (share === 0 && find(parts, 'self') !== undefined) || isWhose;
}
