import { forgetApiAnswers } from '../store/api-answers.js';
import { forgetApiTokens } from '../store/api-tokens.js';
import { forgetFailedEvents, forgetWording } from '../store/retention.js';
import { forgetCalls } from '../store/webhook-calls.js';
import { forgetOldSecrets } from '../store/webhooks.js';
import { forgetWebSessions } from '../store/web-sessions.js';
import type { Sweep } from './sweep.js';

const day = 24 * 3600 * 1000;
/** Long enough to find out why an event failed. */
const failedKeptMs = 30 * day;

/** Whoever repeats a request does so within minutes, or the next morning. */
const answersKeptMs = day;
/** Long enough to see on the page why a program was turned away. */
const tokensKeptMs = 30 * day;

/** Long enough to see what an endpoint was told, and longer than a deadline is news (sweep-webhooks.ts). */
const callsKeptMs = 14 * day;

/** Lets go of what was said when its time of keeping is over (REPLY_RETENTION_DAYS; 0 keeps it). */
export const sweepRetention: Sweep = {
  name: 'sweep-retention',
  async run({ db, clock, settings }) {
    const now = clock.now().getTime();
    const days = settings.REPLY_RETENTION_DAYS;
    const forgotten = days > 0 ? await forgetWording(db, new Date(now - days * day)) : 0;
    const failed = await forgetFailedEvents(db, new Date(now - failedKeptMs));
    const signedOut = await forgetWebSessions(db, new Date(now));
    const answers = await forgetApiAnswers(db, new Date(now - answersKeptMs));
    const tokens = await forgetApiTokens(db, new Date(now - tokensKeptMs));
    const calls = await forgetCalls(db, new Date(now - callsKeptMs));
    const secrets = await forgetOldSecrets(db, new Date(now));
    return { forgotten, failed, signedOut, answers, tokens, calls, secrets };
  },
};
