import type { Clause, Part } from './clauses.js';
import type { Tag } from './lexicon-vi.js';
import { findTime, folded, isSettled, LIGHT, sense, type Sense } from './sense.js';

// `xong tạm thời`, `hoàn thành cơ bản`: hedges that may also follow.
const HEDGES_AFTER =
  /^(?:tam|tam thoi|co ban|ve co ban|so bo|buoc dau|phan lon|hau het|da so|tuong doi|gan|gan nhu|sap|hau nhu|suyt|mostly|largely|almost)$/;
// A day or hour that is surely still to come.
const AHEAD = /(?:^| )(?:mai|mot|kia|nua|toi|sau|tomorrow|next week|later|sang tuan|qua tuan|tonight)$/;
// Without `đã` or `rồi` these may look ahead or back.
const EITHER_WAY = /^(?:hom nay|sang nay|sang|truoc han|dung han)$/;

/** Whether a clause says that the work is done, after all that could take the word back. */
export function judgeDone(clause: Clause): Sense | null {
  const { parts } = clause;
  const at = findDone(parts);
  if (at < 0) return judgeOpen(parts);
  const said: Said = {
    parts,
    done: parts[at]!,
    before: parts.slice(0, at),
    after: parts.slice(at + 1),
  };
  return judgeDenied(said) ?? judgeConditional(said) ?? judgeHedged(said) ?? judgePlainDone(parts, at);
}

/** The word that says done, and what stands around it. */
interface Said {
  parts: readonly Part[];
  done: Part;
  before: readonly Part[];
  after: readonly Part[];
}

function has(list: readonly Part[], ...tags: Tag[]): Part | undefined {
  return list.find((part) => tags.includes(part.tag!));
}

/** `chưa xong`, `xong sao được`; two denials, or a doubt beside it, are not resolved. */
function judgeDenied({ parts, done, before, after }: Said): Sense | null {
  const negs = before.filter((part) => part.tag === 'neg');
  // `chưa có đơn vị nào hoàn thành`
  const nobody = before.find((part) => /(?:^| )(?:nao|ai)$/.test(folded(part)));
  if (negs.length === 1 && nobody) return sense('open', [...negs, nobody, done]);
  if (negs.length > 1) return sense('unclear', [...negs, done]);
  const scorned = before.find((part) => part.tag === 'notReally' || /^(?:gi|dau)$/.test(folded(part)));
  const later = findLater(after);
  const doubt =
    has(parts, 'doubt') ??
    (negs.length === 0 ? scorned : undefined) ??
    later ??
    has(before, 'cond') ??
    has(parts, 'afterDone') ??
    reportsLater(before, after);
  // `chắc mai mới xong`: when it will be done is doubtful, not that it is not.
  const likely = doubt && (doubt === later || doubt.tag !== 'doubt' || LIKELY.test(folded(doubt)));
  const ahead = likely ? findAhead(before) : undefined;
  if (ahead) return sense('underway', [doubt!, ahead, done]);
  if (doubt) return sense('unclear', [doubt, done]);
  if (negs.length === 1) return sense('open', [...negs, done]);
  const denial = has(after, 'notReally');
  return denial ? sense('open', [done, denial]) : null;
}

/** `nộp xong bổ sung sau`: what comes afterwards. */
function findLater(after: readonly Part[]): Part | undefined {
  const spoken = after.filter((part) => part.tag !== 'particle' && part.tag !== 'address');
  const last = spoken[spoken.length - 1];
  return folded(last) === 'sau' && spoken.length > 1 ? last : undefined;
}

const LIKELY =
  /^(?:chac|chac la|chac cung|co le|co khi|co the|kieu gi cung|the nao cung|maybe|probably|perhaps|might|may)$/;

function findAhead(parts: readonly Part[]): Part | undefined {
  return isSettled(parts)
    ? undefined
    : parts.find((part) => part.tag === 'future' && AHEAD.test(folded(part)));
}

/** What must, would or shall be done, or was told to somebody else. */
function judgeConditional({ parts, done, before, after }: Said): Sense | null {
  const require = before.find((part) => part.tag === 'require' && folded(part) !== 'xin phep');
  const planned = require && before.slice(0, before.indexOf(require)).some((part) => part.tag === 'future');
  if (require && !planned && !has(before, 'doing')) return sense('unclear', [require, done]);
  // `còn 2 phòng nữa là xong`, `có kinh phí là xong`
  const left = has(before, 'still');
  if (left && !isSettled(parts)) return sense('underway', [left, done]);
  const link = before.at(-1);
  if (/^(?:la|thi)$/.test(folded(link)) && !isSettled(parts) && !has(before, 'future', 'hedge')) {
    return sense('unclear', [link!, done]);
  }
  // `xong sớm thì tốt`: a condition; `em nhắc các thôn nộp rồi`: what somebody else was told to do.
  const then = after.find((part) => folded(part) === 'thi');
  const told = done.tag === 'doneVerb' ? has(before, 'otherVerb') : undefined;
  return (then && !has(before, 'past')) || told ? sense('unclear', [then ?? told!, done]) : null;
}

/** `sắp xong`, `mai xong`, `xong một nửa`, `chỉ 3 lớp xong`. */
function judgeHedged({ parts, done, before, after }: Said): Sense | null {
  const few = has(before, 'only');
  if (few && before.some((part) => part.tokens[0]!.kind === 'number')) return sense('underway', [few, done]);
  const late = after.find((part) => HEDGES_AFTER.test(folded(part)));
  if (late) return sense('underway', [done, late]);
  const hedge = has(before, 'doing', 'hedge') ?? has(parts, 'partial', 'future', 'remain');
  if (!hedge) return null;
  if (EITHER_WAY.test(folded(hedge)) && !isSettled(parts)) return sense('unclear', [hedge, done]);
  return isFlourish(hedge, parts) ? null : sense('underway', [hedge, done]);
}

/** Nothing takes the word back: done, unless a coming day is named or only a count of things is. */
function judgePlainDone(parts: readonly Part[], at: number): Sense {
  const done = parts[at]!;
  const after = parts.slice(at + 1);
  const settled = isSettled(parts);
  const time = findTime(parts);
  const either = time && (EITHER_WAY.test(folded(time)) || folded(parts[parts.indexOf(time) - 1]) === 'hom');
  if (time && !settled) return sense(either ? 'unclear' : 'underway', [time, done]);
  if (after.some((part) => part.tag === 'neg'))
    return sense('unclear', [done, after.find((part) => part.tag === 'neg')!]);
  const change = after.find((part) => part.tokens[0]!.kind === 'change');
  if (change) return sense('unclear', [done, change]);
  const next = after.find((part) => !LIGHT.has(part.tag));
  // `xong được` says that it can be finished, not that it is.
  if (next?.tag === 'able' && !settled && after.length === 1) return sense('unclear', [done, next]);
  const early = parts[parts.indexOf(next!) - 1];
  const counted =
    !/^(?:som hon|truoc (?:ke hoach|tien do)|vuot) /.test(folded(early)) &&
    (next?.tokens[0]?.kind === 'number' ||
      (next?.tag === 'able' && after.some((part) => part.tokens[0]?.kind === 'number')));
  const whole = parts.some((part) => part.tag === 'every' || /^giao (?:du|het)$/.test(folded(part)));
  if (next?.tag === 'able' && counted && !whole) return sense('underway', [done, next]);
  const past = parts.some((part) => part.tag === 'past' || folded(part).startsWith('da '));
  if (counted && !whole && !past) return sense('unclear', [done, next], { ofPart: true });
  const around = [parts[at - 1], next, ...parts.slice(0, at)];
  // `đã xong 3 tuyến mương`
  const counts = next?.tokens[0]?.kind === 'number' ? parts[parts.indexOf(next) + 1] : undefined;
  const ofPart = !whole && [...around, counts].some((part) => part?.tag === 'part' || part?.tag === 'piece');
  // `xong khối 6,7,8`, `xong buổi 1`: one of several, by its number; whether that was all is not said.
  const number = next && parts[parts.indexOf(next) + 1]?.tokens[0];
  if (!whole && next && isPieceNoun(next) && number?.kind === 'number')
    return sense('unclear', [done, next], { ofPart: true });
  return sense('done', [...parts.filter((part) => part.tag === 'past' || part.tag === 'already'), done], {
    ofPart,
  });
}

const NOUNS = new Set<Tag | null>([null, 'part', 'piece', 'resource', 'other']);
const TOLD = /^(?:trien khai|thong bao|giao|phan cong|chi dao|nhac|cu)$/;

function isPieceNoun(part: Part): boolean {
  if (folded(part) === 'lan') return false;
  return part.tag === 'part' || part.tag === 'piece' || /^(?:buoi|ca|mui|tiet)$/.test(folded(part));
}

/** A word that says done by itself, or a verb of the work with `đã` before it or `rồi` / `xong` after it. */
function findDone(parts: readonly Part[]): number {
  const plain = parts.findIndex((part) => part.tag === 'done');
  if (plain >= 0) return plain;
  // `đã chuẩn bị đủ áo phao`: whatever the verb is, enough of it was done.
  const enough = parts.findIndex(
    (part, at) =>
      part.tag === 'every' &&
      /^(?:du|day du)$/.test(folded(part)) &&
      parts[at - 1]?.tag !== 'ackVerb' &&
      parts.slice(Math.max(0, at - 7), at).some((before) => before.tag === 'past'),
  );
  if (enough > 0) return enough;
  // `đã triển khai tới toàn thể giáo viên`: begun with everybody is done.
  const everybody = parts.findIndex(
    (part, at) =>
      part.tag === 'otherVerb' &&
      TOLD.test(folded(part)) &&
      parts[at - 1]?.tag === 'past' &&
      parts.slice(at + 1).some((later) => later.tag === 'every'),
  );
  if (everybody > 0) return everybody;
  return parts.findIndex((part, at) => {
    if (part.tag !== 'doneVerb') return false;
    const before = parts[at - 1];
    if (folded(part).startsWith('da ')) return true;
    if (before?.tag === 'past' && folded(part) !== 'co') return true;
    if (before?.tag === 'past' || before?.tag === 'ackVerb' || before?.tag === 'otherVerb') return false;
    return parts.slice(at + 1).some((later) => later.tag === 'already');
  });
}

/** `chưa nộp`, `chưa báo cáo`, `chưa đủ`: open. `chưa làm` says nothing of how far it is. */
function judgeOpen(parts: readonly Part[]): Sense | null {
  const at = parts.findIndex((part) => part.tag === 'neg' && /chua|not|n't/.test(folded(part)));
  if (at < 0) return null;
  const verb = parts
    .slice(at + 1)
    .find((part) => part.tag === 'doneVerb' || part.tag === 'every' || folded(part).endsWith('hoan thien'));
  const share = parts.slice(at + 1).find((part) => ['percent', 'ratio'].includes(part.tokens[0]!.kind));
  const rest = parts.slice(at + 1).filter((part) => part.tag !== 'particle' && part.tag !== 'address');
  // `sổ trực chưa ghi`: whatever the verb is, something has not been done.
  const unknown =
    at > 0 && rest.length === 1 && rest[0]!.tag === null && NOUNS.has(parts[at - 1]!.tag)
      ? rest[0]
      : undefined;
  const found = verb ?? share ?? unknown;
  if (!found || ['lam', 'thuc hien', 'co'].includes(folded(found))) return null;
  return sense('open', [parts[at]!, found]);
}

/** `xong đúng hạn`, `xong sớm`, `đã xong, đảm bảo yêu cầu`: praise, not a promise, when it follows something settled. */
function isFlourish(hedge: Part, parts: readonly Part[]): boolean {
  return (
    isSettled(parts) &&
    /^(dung han|truoc han|kip|som|ngay|dam bao|bao dam|trong ngay|trong tuan|trong hom nay|tung|moi|soon|by|before)$/.test(
      folded(hedge),
    )
  );
}

/** `xong em báo`, `xong rồi em gửi`: what comes after the work, which is not done yet. `đã xong, …` is. */
function reportsLater(before: readonly Part[], after: readonly Part[]): Part | undefined {
  if (before.some((part) => part.tag === 'past')) return undefined;
  // `chị gửi tem qua rồi em làm`: `rồi` leads on to what somebody else does then.
  const then = after.findIndex((part, at) => part.tag === 'already' && after[at + 1]?.tag === 'address');
  const doer = then < 0 ? undefined : after[then + 2];
  if (doer?.tag === 'doneVerb' || doer?.tag === 'otherVerb') return doer;
  const next = after.findIndex((part) => part.tag !== 'already' && part.tag !== 'particle');
  const verb = after[next]?.tag === 'address' ? after[next + 1] : undefined;
  return verb?.tag === 'doneVerb' || verb?.tag === 'otherVerb' ? verb : undefined;
}
