import type { Status } from '../reading/read-reply.js';
import { foldText } from '../text/fold.js';

const whoSpeaks = '(?:da|em|e|minh|toi|chung em|ben em|ben minh|cai nay|so nay|thuc ra)';
const politely = '(?: (?:a|anh|chi|thay|co|sep|oi|luon|nua|dau|vay))*';
/** `em cũng chưa rõ bao nhiêu ạ` */
const notKnown = new RegExp(
  `^(?:${whoSpeaks} )*(?:cung )?(?:khong|ko|k|kg|hong|chua) (?:biet|ro|nam|nho)(?: (?:duoc|dc|ro|chinh xac|chac|la|bao nhieu|may|con so|so lieu|so|het))*${politely}$`,
);
const notThere =
  /^(?:(?:van|hien|hien nay|hien tai) )?chua co (?:so lieu|con so|so)(?! (?:nha|may|phong|hieu|do|sach))/;

interface Heard {
  status: Status | null;
  difficulty: string | null;
  isQuestion: boolean;
}

/**
 * What was said where a figure was asked for and none was told: not to know it is no question to the office, and not to have it
 * yet nothing that hinders.
 */
export function withoutFigure<T extends Heard>(said: T, words: string): T {
  if (said.isQuestion && notKnown.test(foldText(words).replace(/[.,!]+/g, '')))
    return { ...said, isQuestion: false };
  const isMissing = said.status === 'blocked' && notThere.test(foldText(said.difficulty ?? ''));
  return isMissing ? { ...said, status: 'in_progress', difficulty: null } : said;
}
