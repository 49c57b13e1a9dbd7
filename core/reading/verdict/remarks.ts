import { foldedWords, joinedWords } from '../clause/part.js';
import { find, indexOf, isNumber, isSettled, isUnknownWord, LIGHT, PERSONS, tags } from '../clause/sense.js';
import type { Statement } from './statement.js';

/** What says that something is still to be done. */
export const OPEN = tags(
  'notYet',
  'not',
  'cannot',
  'left',
  'lack',
  'wait',
  'except',
  'ahead',
  'will',
  'day',
  'haveTo',
  'must',
);
/** What says nothing of the work: a flaw, a wish, a piece of advice. */
export const isRemark = (one: Statement): boolean =>
  isSlight(one) || isWished(one) || isReminded(one) || isComfort(one) || isAdvised(one);

// `bit` is spelled out as biết.
const LITTLE = /(?:^| )(?:a biet|a little|slightly)(?: |$)/;
const MAY_BE = /^(?:one|a|an|the)(?: \S+){1,3} (?:may|might) be (?:old|outdated|wrong|off|blurry)$/;
// `còn 1 ảnh bị mờ thôi`
const FLAWED =
  /^(?:(?:chi )?con|chi co|co) (?:1|2|3|mot|hai|ba|vai) \S+ (?:hoi )?bi (?:mo|nhoe|lech|meo|xuoc|tray|nhau|toi)(?: (?:thoi|a|nha|nhe|chut))*$/;
const REGRETS = /^(?:buon|tiec|tiec la|buon la|toi|toi cai|thuong|lo|so|ngai)$/;

/** `only the banner is a bit crooked`, `còn cái công tắc hơi lỏng thôi`, `chỉ buồn là hơi ít bố đến` */
function isSlight({ clause: { parts } }: Statement): boolean {
  if (find(parts, NOT_SLIGHT)) return false;
  const words = joinedWords(parts);
  if (FLAWED.test(words)) return true;
  if (LITTLE.test(words) || MAY_BE.test(words)) return true;
  if (parts[0]?.tag === 'only' && REGRETS.test(foldedWords(parts[1]))) return true;
  // `vài quyển quăn góc thôi`
  if (parts[0]?.tag === 'some' && parts.length > 3)
    return foldedWords(parts.at(-1)) === 'thoi' && parts.slice(1, -1).every(isUnknownWord);
  const rather = parts.findIndex(({ tokens }) => tokens.length === 1 && tokens[0]!.fold === 'hoi');
  const isJust = foldedWords(parts.at(-1)) === 'thoi';
  const isRather = isUnknownWord(parts[rather]) || parts[rather]?.tokens[0]!.marks === '';
  return rather > 0 && isJust && isRather && isUnknownWord(parts[rather + 1]);
}

const NOT_SLIGHT = tags(
  'notYet',
  'not',
  'cannot',
  'wait',
  'ahead',
  'will',
  'day',
  'lack',
  'member',
  'nearly',
  'haveTo',
  'doing',
  'further',
);

const NEXT_TIME = /^(?:sang nam|nam sau|nam toi|lan sau|lan toi|next year|next time)$/;
const ADVISES = /^(?:should|nen|dung|don't|dont|please)$/;

/** `sang năm mình nên làm sớm hơn`, `lần sau đừng giao gấp`, `next time we should start earlier`: of another time, not of this one. */
export function isAdvised({ clause: { parts } }: Statement): boolean {
  // Some are two parts.
  const length = [1, 2].find((count) => NEXT_TIME.test(joinedWords(parts.slice(0, count))));
  if (length === undefined) return false;
  const rest = parts.slice(length);
  // What is advised may stand behind `nên`, in a clause of its own.
  const isBare = rest.every((part) => PERSONS.holds(part) || LIGHT.holds(part));
  return isBare || rest.slice(0, 2).some((part) => ADVISES.test(foldedWords(part)));
}

const WISHES = /^(?:gia ma|gia nhu|uoc gi|uoc chi|phai chi|mong|mong sao)$/;

/** `nhưng giá mà có cái máy tính thì đỡ khổ`, `giờ chỉ mong trâu đừng vào`, `mong công ty đổi sớm` */
function isWished({ clause: { parts }, sense: { decided } }: Statement): boolean {
  const at = parts.findIndex((part) => part.tag !== 'now' && part.tag !== 'only' && !LIGHT.holds(part));
  const wish = parts[at];
  if (wish === undefined || !WISHES.test(foldedWords(wish)) || isNumber(parts[at + 1])) return false;
  // `mong mai xong nốt` is of the work itself.
  return (
    !find(parts, OWN) && decided[0]?.tag !== 'complete' && !isSettled(parts) && parts[at + 1]?.tag !== 'ahead'
  );
}

const OWN = tags(
  'self',
  'complete',
  'hand',
  'draft',
  'further',
  'left',
  'notYet',
  'able',
  'ahead',
  'day',
  'within',
);

/** `chỉ nhắc thay cái thớt gỗ thôi` */
const isReminded = ({ clause: { parts } }: Statement): boolean =>
  parts[0]?.tag === 'only' &&
  /^(?:nhac|nhac nho|gop y|luu y)$/.test(foldedWords(parts[1])) &&
  !find(parts, OPEN);

/** `nhưng có cái máy tính thì đỡ khổ` */
const isComfort = ({ clause: { parts } }: Statement): boolean => {
  const then = indexOf(parts, 'then');
  return (
    then > 0 &&
    /^(?:do|tot|hay|suong|nhan|khoe|mung)$/.test(foldedWords(parts[then + 1])) &&
    !find(parts, OWN)
  );
};
