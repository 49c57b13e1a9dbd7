import type { SaidParts } from '../replies/said.js';

/** A reply as far as a report tells of it. */
export interface Heard {
  id: number;
  assignmentId: number;
  /** It answers, as opposed to a question or words that could not be read. */
  isAnswer: boolean;
  isFigure: boolean;
  /** A mere "received". */
  isReceipt: boolean;
  /** It says nothing of how the work stands. */
  isBare: boolean;
  /** What the issuer decided touches an item, but does not speak for the unit. */
  isOfUnit: boolean;
  isUnread: boolean;
  personId: number | null;
  receivedAt: number;
  words: string;
  parts: SaidParts | null;
}

/** What was said of one item in a period, and of older replies what could say more. */
export interface Voices {
  /** The answers that came in the period; none: it was not touched. */
  ids: number[];
  best: Heard | null;
  /** The last one that could not be read. */
  unread: Heard | null;
  /** The last one that told results, proposals and next steps apart. */
  parted: Heard | null;
  older: Heard | null;
}

export const createVoices = (): Voices => ({ ids: [], best: null, unread: null, parted: null, older: null });

/** Puts what was said in a period with its items. */
export function gatherVoices(replies: readonly Heard[]): Map<number, Voices> {
  const byItem = new Map<number, Voices>();
  for (const reply of replies) {
    let voices = byItem.get(reply.assignmentId);
    if (!voices) byItem.set(reply.assignmentId, (voices = createVoices()));
    if (reply.isAnswer) voices.ids.push(reply.id);
    if (reply.isAnswer && reply.isOfUnit && isBetter(reply, voices.best)) voices.best = reply;
    if (reply.isUnread && isLater(reply, voices.unread)) voices.unread = reply;
    if (reply.parts && isLater(reply, voices.parted)) voices.parted = reply;
  }
  for (const { ids } of byItem.values()) if (ids.length > 1) ids.sort((a, b) => a - b);
  return byItem;
}

function isLater(a: Heard, b: Heard | null): boolean {
  if (b === null) return true;
  return a.receivedAt === b.receivedAt ? a.id > b.id : a.receivedAt > b.receivedAt;
}

/** A figure speaks before words, words before a mere "received", the later before the earlier. */
function isBetter(a: Heard, b: Heard | null): boolean {
  if (b === null) return true;
  const [one, other] = [weigh(a), weigh(b)];
  return one === other ? isLater(a, b) : one < other;
}

const weigh = ({ isFigure, isReceipt, isBare }: Heard) =>
  (isFigure ? 0 : 3) + (isBare ? 2 : isReceipt ? 1 : 0);

/** Whether an older reply could say more than those of the period. */
export function isOlderWanted({ best }: Voices, isCollect: boolean): boolean {
  return best === null || (!best.isFigure && (best.isReceipt || isCollect));
}

/** Who speaks for the item: a mere "received" takes no words back, and words no figure. */
export function speakerOf({ best, older }: Voices): Heard | null {
  if (!older) return best;
  return !best || older.isFigure || (best.isReceipt && !older.isReceipt) ? older : best;
}

/** What a report says of an item in the unit's words, and the replies behind it. */
export interface Told {
  words: string;
  result: string | null;
  proposal: string | null;
  nextStep: string | null;
  personId: number | null;
  replies: number[];
}

/** Tells what was said. Where nothing could be read, the words themselves stand. */
export function tell({ ids, parted, unread }: Voices, speaker: Heard | null): Told {
  const heard = speaker ?? unread;
  const proposal = parted?.parts?.proposal ?? null;
  const nextStep = parted?.parts?.nextStep ?? null;
  const behind = [heard, proposal === null && nextStep === null ? null : parted];
  const more = behind.flatMap((reply) => (reply === null || ids.includes(reply.id) ? [] : reply.id));
  return {
    words: heard?.words ?? '',
    result: speaker?.parts?.result ?? null,
    proposal,
    nextStep,
    personId: speaker?.personId ?? null,
    replies: more.length === 0 ? ids : [...new Set([...ids, ...more])].sort((a, b) => a - b),
  };
}
