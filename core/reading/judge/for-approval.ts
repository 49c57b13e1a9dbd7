import { isApproval } from './approvals.js';
import type { Done } from './find-done.js';
import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import { LIGHT, sense, type Sense } from '../clause/sense.js';

const HANDS = /^(?:gui|goi|nop|trinh|chuyen|dua)(?: len| qua)?$/;
const CHIEFS =
  /^(?:lanh dao|sep|giam doc|chu tich|thu truong|truong phong|hieu truong|ban giam hieu|bgh|cap tren|truong khoa)$/;
const FOR_APPROVAL =
  /(?:^| )(?:for (?:(?:his|her|their|your|the|final) )?(?:approval|signature|signing|sign off)|to (?:be )?(?:sign|signed|approve|approved)$)/;

/** `đã ký và gửi lãnh đạo duyệt`, English `sent the list to our leader to sign`: it is not approved yet. */
export function forApproval({ parts, at, done }: Done): Sense | null {
  const tail = parts.slice(at + 1);
  if (/^(?:sent|submitted|forwarded|handed|emailed|passed)/.test(foldedWords(done)))
    return FOR_APPROVAL.test(joinedWords(tail)) ? sense('unclear', [done], { ofPart: true }) : null;
  const chief = parts.findIndex(
    (part, at) =>
      CHIEFS.test(foldedWords(part)) ||
      (part.tag === 'you' && done.tag === 'complete' && isHanding(parts[at - 1])),
  );
  const approves = parts[chief + 1];
  if (chief < 1 || !approves || !isApproval(approves)) return null;
  const handed = parts.slice(0, chief).findLast((part) => !LIGHT.holds(part));
  return isHanding(handed) && parts.slice(chief + 2).every((part) => LIGHT.holds(part))
    ? sense('unclear', [handed, approves], { ofPart: true })
    : null;
}

const isHanding = (part: Part | undefined): boolean => part !== undefined && HANDS.test(foldedWords(part));
