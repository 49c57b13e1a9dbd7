/** Transport state of one delivery. `uncertain`: the request left, no answer came. */
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'skipped';

/** What a delivery is. Answers carry their content; the others are composed from the ledger when they are sent. */
export type DeliveryKind =
  | 'answer'
  | 'rewrite'
  | 'directive'
  | 'amendment'
  | 'reminder'
  | 'escalation'
  | 'acceptance'
  | 'elsewhere'
  | 'card'
  | 'summary'
  | 'tell'
  | 'web-link';

/** Smaller goes first. A person who waits in a chat overtakes urgent directives, these overtake a long broadcast. */
export const priority = { answer: 1, urgent: 2, reminder: 4, directive: 5, summary: 6 } as const;

/** Kinds that may be sent again without asking when nobody knows whether they arrived: a second copy does no harm. */
export function isHarmlessTwice(kind: DeliveryKind): boolean {
  return harmlessTwice.includes(kind);
}

/** Edits come to the same when repeated; a card or reminder too many is better than none; a link made again voids the first. */
const harmlessTwice: readonly DeliveryKind[] = [
  'reminder',
  'escalation',
  'acceptance',
  'elsewhere',
  'rewrite',
  'amendment',
  'card',
  'web-link',
];

const second = 1000;
const retrySteps = [2 * second, 10 * second, 30 * second, 120 * second, 300 * second];
/** After a day of sure failures the delivery is given up and named; the platform was away, not the group. */
export const retryForMs = 24 * 3600 * second;

/** How long to wait after the `attempts`-th sure failure, in milliseconds. */
export function retryDelayMs(attempts: number): number {
  return retrySteps[Math.min(Math.max(attempts, 1), retrySteps.length) - 1] ?? second;
}
