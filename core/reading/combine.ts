import type { Clause, Part } from './clauses.js';
import { isSettled, type Meaning, type Sense } from './sense.js';
import type { Quantity } from './quantities.js';
import type { Status } from './reading.js';

interface Verdict {
  status: Status | null;
  evidence: string[];
}

/** Makes one status of what the clauses say. Where they contradict each other without order, there is none. */
export function combine(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  quantities: readonly Quantity[][],
): Verdict {
  const shares = quantities.map((found, index) => readShare(clauses[index]!, found));
  const merged = senses.map((sense, index) =>
    mergeShare(openAfterContrast(clauses[index]!, sense), shares[index]!),
  );
  const status = decide(merged, clauses, shares);
  const telling = merged.filter((sense) => sense.meaning !== 'none');
  const words = telling.flatMap((sense) => sense.decided.map(rawWords));
  const numbers = quantities.flat().map((item) => item.token.raw);
  return { status, evidence: [...new Set([...words, ...numbers])] };
}

/** `chấm xong nhưng chưa vào sổ`: whatever has not been done keeps it open. */
function openAfterContrast(clause: Clause, sense: Sense): Sense {
  const first = clause.parts.find((part) => part.tag !== 'address' && part.tag !== 'now');
  return clause.opener === 'contrast' &&
    sense.meaning === 'none' &&
    first?.tag === 'neg' &&
    /chua$/.test(first.words)
    ? { ...sense, meaning: 'open', decided: [first] }
    : sense;
}

type Share = 'full' | 'partly' | 'wished' | null;

function readShare(clause: Clause, found: readonly Quantity[]): Share {
  if (found.length === 0) return null;
  const first = clause.parts.findIndex((part) =>
    ['percent', 'ratio', 'number'].includes(part.tokens[0]!.kind),
  );
  const before = clause.parts.slice(0, first).map((part) => part.tag);
  if (before.some((tag) => tag === 'neg' || tag === 'cond' || tag === 'require' || tag === 'future'))
    return 'wished';
  const hedged = before.includes('hedge') || before.includes('doing');
  const full =
    !hedged &&
    found.every((item) => item.percent === 100 || (item.total !== null && item.done === item.total));
  return full ? 'full' : 'partly';
}

/** `xong 70%` is under way; `15/15` alone is done; `gần 100%` and `sẽ đạt 100%` are not. */
function mergeShare(sense: Sense, share: Share): Sense {
  if (share === null || share === 'wished') return sense;
  const { meaning } = sense;
  if (share === 'partly')
    return meaning === 'blocked' || (meaning === 'unclear' && !sense.ofPart)
      ? sense
      : { ...sense, meaning: 'underway' };
  return meaning === 'none' || meaning === 'ack' ? { ...sense, meaning: 'done' } : sense;
}

function decide(
  senses: readonly Sense[],
  clauses: readonly Clause[],
  shares: readonly Share[],
): Status | null {
  const has = (meaning: Meaning): boolean => senses.some((sense) => sense.meaning === meaning);
  if (has('done')) return decideDone(senses, clauses);
  if (has('blocked')) return shares.includes('partly') ? 'in_progress' : 'blocked';
  if (senses.some((sense) => sense.meaning === 'unclear' && !sense.ofPart)) return null;
  if (has('unclear') && !has('open') && !has('underway') && !has('next')) return null;
  if (has('open')) return hasReason(senses, clauses) ? 'blocked' : 'in_progress';
  if (has('underway') || has('next')) return 'in_progress';
  if (clauses.some((clause, index) => clause.opener === 'cause' && senses[index - 1]?.stuck === true))
    return 'blocked';
  return has('ack') ? 'acknowledged' : null;
}

function decideDone(senses: readonly Sense[], clauses: readonly Clause[]): Status | null {
  const has = (meaning: Meaning): boolean => senses.some((sense) => sense.meaning === meaning);
  const last = senses.findLastIndex((sense) => sense.meaning === 'done');
  const isOpen = (sense: Sense): boolean => sense.meaning === 'open' || sense.meaning === 'underway';
  const ofPart =
    senses.some((sense) => sense.meaning === 'done' && sense.ofPart) || sharesSubject(senses, clauses);
  if (senses.some((sense) => sense.meaning === 'unclear' && !sense.ofPart)) return null;
  // `đã nộp nhưng bị trả lại`: what is said against it and is not understood is not passed over.
  if (
    senses.some(
      (sense, index) =>
        (sense.meaning === 'none' && clauses[index]!.opener === 'contrast') ||
        isLeftOpen(clauses[index]!, sense) ||
        (sense.meaning === 'none' && hints(clauses[index]!)),
    )
  )
    return null;
  if (senses.some(isOpen)) {
    // `hôm qua chưa xong nhưng giờ xong rồi`
    const nowDone = senses.slice(0, last).some(isOpen) && !senses.slice(last).some(isOpen) && !ofPart;
    if (nowDone && clauses[last]?.parts.some((part) => part.tag === 'now') === true) return 'done';
    const onlyDoing = senses.every(
      (sense) => !isOpen(sense) || (sense.meaning === 'underway' && sense.decided[0]?.tag === 'doing'),
    );
    return onlyDoing && !ofPart ? null : 'in_progress';
  }
  if (has('next')) return ofPart ? 'in_progress' : null;
  if (
    senses.some((sense) => sense.meaning === 'blocked' && sense.decided.some((part) => part.tag === 'able'))
  )
    return null;
  if (has('blocked') && ofPart) return 'in_progress';
  const onlyPieces = senses.every(
    (sense, index) => sense.meaning !== 'done' || clauses[index]!.parts.some((part) => part.tag === 'piece'),
  );
  return onlyPieces && !clauses.some((clause) => clause.parts.some((part) => part.tag === 'every'))
    ? null
    : 'done';
}

/** `tuyến A xong, tuyến B đang làm`: what is done and what is not are things of one kind. */
function sharesSubject(senses: readonly Sense[], clauses: readonly Clause[]): boolean {
  const words = (isDone: boolean): Set<string> =>
    new Set(
      clauses.flatMap((clause, index) => {
        const { meaning } = senses[index]!;
        if (isDone ? meaning !== 'done' : meaning === 'done' || meaning === 'none' || meaning === 'ack')
          return [];
        return clause.parts
          .filter((part) => part.tag === null || part.tag === 'part' || part.tag === 'piece')
          .flatMap((part) => part.tokens[0]!.fold);
      }),
    );
  const done = words(true);
  return done.size > 0 && [...words(false)].some((word) => done.has(word) && /\p{L}/u.test(word));
}

const NOT_SURE =
  /^(?:nghe dau|nghe noi|hinh nhu|co le|chac|chac la|khong chac|chua biet|tuong|co ve|maybe|perhaps|probably|not sure|i think)$/;
const HARMLESS = /^(?:dung han|som|kip|ngay|hy vong|hi vong|mong)$/;
const HINTS = new Set<string | null>(['hedge', 'partial', 'remain', 'still', 'notReally']);

/** `thôn 3 xong rồi, thôn 4 nghe đâu mai`: beside what is done, something that may take it back is not passed over. */
function hints(clause: Clause): boolean {
  const { parts } = clause;
  return parts.some((part, at) => {
    // `không còn tồn đọng`
    if (parts[at - 1]?.tag === 'neg') return false;
    if (part.tag === 'timePoint') return !isSettled(parts) && !/^(?:sang|hom) nay$/.test(part.words);
    if (part.tag === 'future') return !HARMLESS.test(part.words);
    return HINTS.has(part.tag) || (part.tag === 'doubt' && NOT_SURE.test(part.words));
  });
}

/** `chưa xong vì mưa`, `chưa có thuốc nên chưa tiêm`: a reason for what is not done makes it blocked. */
function hasReason(senses: readonly Sense[], clauses: readonly Clause[]): boolean {
  return clauses.some((clause, index) => {
    if (clause.opener === 'so')
      return (
        senses[index]?.meaning === 'open' && /^(?:none|blocked|open)$/.test(senses[index - 1]?.meaning ?? '')
      );
    return clause.opener === 'cause' && senses[index]?.meaning !== 'question' && clause.parts.length > 0;
  });
}

// `chưa phát sinh gì`, `chưa thấy ai phản ánh`: good news, or nothing about the work.
const GOOD_NEWS = /^(?:phat sinh|ghi nhan|xay ra|gap|phat hien|bi)$/;

/** `bàn giao rồi, chưa nhận tiền`: something is still open beside what is done, whatever it is. */
function isLeftOpen(clause: Clause, sense: Sense): boolean {
  // `phần kế toán chưa rõ`
  if (sense.meaning === 'question' && clause.end !== '?') return /chua (?:ro|biet)$/.test(lastWords(clause));
  if (sense.meaning !== 'none' || clause.end === '?') return false;
  const at = clause.parts.findIndex((part) => part.tag === 'neg' && /chua/.test(part.words));
  if (at < 0) return false;
  const after = clause.parts.slice(at + 1);
  if (after.some((part) => /^(?:gi|nao|ai|van de|dau hieu|co gi|phan anh|thiet hai)$/.test(part.words)))
    return false;
  return !GOOD_NEWS.test(after[0]?.words ?? '');
}

function lastWords(clause: Clause): string {
  return clause.parts.findLast((part) => part.tag !== 'particle' && part.tag !== 'address')?.words ?? '';
}

/** The words of a part as they were written. */
export function rawWords(part: Part): string {
  return [...new Set(part.tokens.map((token) => `${token.start} ${token.raw}`))]
    .map((word) => word.slice(word.indexOf(' ') + 1))
    .join(' ');
}
