import { foldedWords, type Part } from '../clause/part.js';
import { endsInPlea, find, isSettled, isVerb, LIGHT, PERSONS } from '../clause/sense.js';

/** `tổng hợp xong chụp ảnh gửi vào nhóm nhé`: what others are told to do. */
export function asksOfOthers(before: readonly Part[], after: readonly Part[]): Part | undefined {
  // `mấy anh làm xong sớm nhé`
  const isSoon = after[0]?.tag === 'onTime' && find(before, 'you') !== undefined && !find(before, 'self');
  const isOrder = (isVerb(after[0]) || isSoon) && after.at(-1)!.tag === 'particle' && endsInPlea(after);
  return isOrder && !find(before, 'past') && !isSettled(after) ? after[0] : undefined;
}

const TELLS = /^(?:bao|nhan|goi|nhan tin|bao lai|alo)$/;

/** `gửi xong báo chị`, `làm xong nhắn em nha`; `xong báo chị rồi` is told. */
export const asksToTell = ([tell, whom, ...rest]: readonly Part[]): Part | undefined =>
  TELLS.test(foldedWords(tell)) && PERSONS.holds(whom) && rest.every((part) => LIGHT.holds(part))
    ? tell
    : undefined;
