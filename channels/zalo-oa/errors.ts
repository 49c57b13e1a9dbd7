import { SendError, type SendFault } from '../../core/errors.js';
import { gatewayVerdict, type Refusal } from '../zalo/errors.js';
import { refusals } from '../zalo/guesses.js';
import { invalidValue, monthUsedUp, quotaErrors } from './guesses.js';

/** Where persons are written to. */
export const privatePath = '/message/cs';

/** The access token is not good (any more). */
export const tokenInvalid = -216;
/** A refresh token was used a second time. */
export const tokenReused = -14020;

/** A person can be written to for seven days after they wrote to the account; the first 48 hours are free. */
export const privateDays = 7;

/** Those days are over, by two numbers, or the person never wrote. */
const windowClosed: readonly number[] = [-230, -232, -213];
/** The person wants no messages, or is not on Zalo any more. */
const personAway: readonly number[] = [-217, -227, -244];
/** This person has had as many as they may get for now. */
const personFull = -218;

const packageLacks = -224;
const groupDisabled = -237;

interface Verdict {
  fault: SendFault;
  code: string;
}

/** What a refusal of the OpenAPI means for the delivery; its own numbers are negative, those of HTTP are not. */
export function fromOaRefusal(refusal: Refusal, what: string, pauseMs: () => number): SendError {
  const { fault, code } =
    (what.endsWith(privatePath) ? ofPrivate(refusal.status, pauseMs) : null) ?? classify(refusal, pauseMs);
  const words = refusal.description === '' ? code : refusal.description;
  return new SendError(fault, code, `${what}: Zalo answered ${refusal.status} (${words})`);
}

/** Refusals of messages to persons; groups are not concerned by them. Null when the number says nothing of its own here. */
function ofPrivate(status: number, pauseMs: () => number): Verdict | null {
  if (windowClosed.includes(status)) return { fault: { kind: 'unreachable' }, code: 'window-closed' };
  if (personAway.includes(status)) return { fault: { kind: 'unreachable' }, code: 'blocked' };
  if (status !== personFull && status !== monthUsedUp) return null;
  return { fault: { kind: 'throttled', retryAfterMs: pauseMs(), scope: 'chat' }, code: 'throttled' };
}

function classify({ status, description, isFromApi }: Refusal, pauseMs: () => number): Verdict {
  // All three are the operator's affair and say nothing about the group.
  if (status === tokenInvalid || status === 401)
    return { fault: { kind: 'retryable' }, code: 'unauthorized' };
  if (status === tokenReused) return { fault: { kind: 'retryable' }, code: 'token-spent' };
  if (status === packageLacks) return { fault: { kind: 'retryable' }, code: 'package' };
  if (status === groupDisabled) return { fault: { kind: 'unreachable' }, code: 'group-expired' };
  // The number means any wrong value; the words say whether it is the group.
  if (status === invalidValue && /group/i.test(description))
    return { fault: { kind: 'unreachable' }, code: 'chat-not-found' };
  const number = quotaErrors.includes(status) ? 429 : status;
  const verdict = number < 0 ? null : gatewayVerdict(number, isFromApi, pauseMs);
  if (verdict) return verdict;
  const rule = refusals.find(({ pattern }) => pattern.test(description));
  if (rule) return { fault: { kind: rule.kind }, code: rule.code };
  return { fault: { kind: 'rejected' }, code: 'rejected' };
}
