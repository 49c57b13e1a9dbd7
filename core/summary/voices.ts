import type { SaidParts } from '../replies/said.js';

/** What a reply is, for what a report tells of it: signs that are added up. */
export const heardAs = {
  /** It answers, as opposed to a question or words that could not be read. */
  answer: 1,
  figure: 2,
  /** A mere "received". */
  receipt: 4,
  /** It says nothing of how the work stands. */
  bare: 8,
  /** What the issuer decided touches an item, but does not speak for the unit. */
  ofUnit: 16,
  unread: 32,
  /** Set right by hand. */
  corrected: 64,
  /** Computed from the units below: nobody wrote it. */
  below: 128,
} as const;

/** A reply as far as a report tells of it. `as`: signs of heardAs. */
export interface Heard {
  id: number;
  assignmentId: number;
  as: number;
  personId: number | null;
  receivedAt: number;
  words: string;
  parts: SaidParts | null;
}

export const is = (reply: Heard, sign: keyof typeof heardAs) => (reply.as & heardAs[sign]) > 0;

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

/** Who speaks of one item: its replies of the period, and what was looked up of before it. */
export function gatherVoices(replies: readonly Heard[], older: Partial<Voices> = {}): Voices {
  const voices: Voices = { ids: [], best: null, unread: null, parted: null, older: older.older ?? null };
  for (const reply of replies) {
    const isAnswer = is(reply, 'answer');
    if (isAnswer) voices.ids.push(reply.id);
    if (isAnswer && is(reply, 'ofUnit') && isBetter(reply, voices.best)) voices.best = reply;
    if (is(reply, 'unread') && isLater(reply, voices.unread)) voices.unread = reply;
    if (reply.parts && isLater(reply, voices.parted)) voices.parted = reply;
  }
  voices.unread ??= older.unread ?? null;
  voices.parted ??= older.parted ?? null;
  if (voices.ids.length > 1) voices.ids.sort((a, b) => a - b);
  return voices;
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

const weigh = (reply: Heard) =>
  (is(reply, 'figure') ? 0 : 3) + (is(reply, 'bare') ? 2 : is(reply, 'receipt') ? 1 : 0);

/** Whether an older reply could say more than those of the period. */
export function isOlderWanted({ best }: Voices, isCollect: boolean): boolean {
  return best === null || (!is(best, 'figure') && (is(best, 'receipt') || isCollect));
}

/** Who speaks for the item: a mere "received" takes no words back, and words no figure. */
export function speakerOf({ best, older }: Voices): Heard | null {
  if (!older) return best;
  return !best || is(older, 'figure') || (is(best, 'receipt') && !is(older, 'receipt')) ? older : best;
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
  const hasParts = proposal !== null || nextStep !== null;
  return {
    words: heard?.words ?? '',
    result: speaker?.parts?.result ?? null,
    proposal,
    nextStep,
    personId: speaker?.personId ?? null,
    replies: withOne(hasParts ? withOne(ids, parted) : ids, heard),
  };
}

const withOne = (ids: number[], reply: Heard | null) =>
  reply === null || ids.includes(reply.id) ? ids : [...ids, reply.id].sort((a, b) => a - b);
