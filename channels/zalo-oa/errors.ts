import { SendError, type SendFault } from '../../core/errors.js';
import { gatewayVerdict, type Refusal } from '../zalo/errors.js';
import { refusals } from '../zalo/guesses.js';
import { invalidValue, quotaErrors } from './guesses.js';

/** The access token is not good (any more). */
export const tokenInvalid = -216;
/** A refresh token was used a second time. */
export const tokenReused = -14020;

const packageLacks = -224;
const groupDisabled = -237;

interface Verdict {
  fault: SendFault;
  code: string;
}

/** What a refusal of the OpenAPI means for the delivery; its own numbers are negative, those of HTTP are not. */
export function fromOaRefusal(refusal: Refusal, what: string, pauseMs: () => number): SendError {
  const { fault, code } = classify(refusal, pauseMs);
  const words = refusal.description === '' ? code : refusal.description;
  return new SendError(fault, code, `${what}: Zalo answered ${refusal.status} (${words})`);
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
