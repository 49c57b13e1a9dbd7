/** What is told to the outside. `overdue`: the deadline passed by the unit's own clock, and it owes an answer still. */
export const webhookEvents = ['answered', 'done', 'overdue'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long to wait after each attempt that failed: three days in all, so that a weekend is survived. */
const retrySteps = [
  ...[10 * second, minute, 5 * minute, 30 * minute, 2 * hour, 5 * hour],
  ...[10 * hour, 14 * hour, 20 * hour, 24 * hour],
];
/** An endpoint that took nothing for so long is switched off. */
export const offAfterMs = 3 * day;
/** What cannot be reached is asked again after at most so long, however much waits for it. */
const longestPauseMs = 30 * minute;

/** When a call is tried again after its `attempts`-th failure, in milliseconds; null: it is given up. */
export const retryCallMs = (attempts: number): number | null => retrySteps[attempts - 1] ?? null;

/** How long an endpoint rests after the `failures`-th failure in a row, in milliseconds. */
export const pauseEndpointMs = (failures: number): number =>
  Math.min(longestPauseMs, 5 * second * 2 ** Math.min(failures, 10));

export type UrlProblem = 'form' | 'scheme' | 'credentials';

/** Why nothing can be sent to this address; null when it has the right form. `isPrivate`: the own network is allowed. */
export function checkWebhookUrl(text: string, isPrivate: boolean): UrlProblem | null {
  if (!URL.canParse(text)) return 'form';
  const { protocol, username, password, hostname } = new URL(text);
  if (hostname === '') return 'form';
  if (protocol !== 'https:' && !(isPrivate && protocol === 'http:')) return 'scheme';
  return username !== '' || password !== '' ? 'credentials' : null;
}

/** What of an address may be named in a log and in a chat: the rest may hold a secret. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '?');
