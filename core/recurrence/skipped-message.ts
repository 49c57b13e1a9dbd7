import { sayDeadline } from '../deadline/say-deadline.js';
import { bold, joinLines, plain, type RichText } from '../message.js';
import type { Say } from '../say.js';
import type { Period } from './periods.js';

/** More lines than this are cut and counted. */
const namedAtMost = 5;

/** Tells the issuer which periods did not go out, and why; the latest first. */
export function saySkipped(
  t: Say,
  { number, title }: { number: number | null; title: string },
  skipped: readonly (Period & { reason: string })[],
  zone: string,
): RichText {
  const named = skipped.toReversed().slice(0, namedAtMost);
  const more = skipped.length - named.length;
  return joinLines([
    [bold(t('recurrence.skipped.head', { number: number ?? '', title }))],
    ...named.map(({ opensAt, reason }) => [
      plain(t(`recurrence.skipped.${reason}`, { at: sayDeadline(t, opensAt, zone) })),
    ]),
    ...(more > 0 ? [[plain(t('recurrence.skipped.more', { count: more }))]] : []),
  ]);
}
