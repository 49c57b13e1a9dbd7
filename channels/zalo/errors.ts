import { SendError, type SendFault } from '../../core/errors.js';
import { refusals, serverFault, webhookActive } from './guesses.js';
import type { HttpFault } from '../http/request.js';

/** A refusal as the platform words it; `status` is its own code where it gave one, else that of HTTP. */
export interface Refusal {
  status: number;
  /** Fit for a log already. */
  description: string;
  /** From the API itself; a gateway in front of it answers with a page. */
  isFromApi: boolean;
}

interface Verdict {
  fault: SendFault;
  code: string;
}

/** No whole answer came. Made for any API: `what` names the call, never its address. */
export function fromHttpFault({ kind, detail }: HttpFault, what: string): SendError {
  if (kind === 'not-sent')
    return new SendError({ kind: 'retryable' }, 'network', `${what}: no connection to Zalo (${detail})`);
  const words = kind === 'timeout' ? 'no answer from Zalo in time' : 'the connection to Zalo broke';
  return new SendError({ kind: 'unknown' }, kind, `${what}: ${words} (${detail})`);
}

/** ok was said and yet nobody can tell what happened. */
export function badAnswer(what: string): SendError {
  return new SendError({ kind: 'unknown' }, 'bad-answer', `${what}: an answer nobody can read`);
}

/** What a refusal of the Bot API means for the delivery; `pauseMs` is how long to wait after a 429. */
export function fromRefusal(refusal: Refusal, what: string, pauseMs: () => number): SendError {
  const { fault, code } = gatewayVerdict(refusal.status, refusal.isFromApi, pauseMs) ?? classify(refusal);
  const words = refusal.description === '' ? code : refusal.description;
  return new SendError(fault, code, `${what}: Zalo answered ${refusal.status} (${words})`);
}

/** What the number alone says, the same for both APIs; null when the words decide. */
export function gatewayVerdict(status: number, isFromApi: boolean, pauseMs: () => number): Verdict | null {
  if (status === 429) {
    const fault = { kind: 'throttled', retryAfterMs: pauseMs(), scope: 'channel' } as const;
    return { fault, code: 'throttled' };
  }
  // Whoever stopped waiting does not know what the server behind it did.
  if (status === 408) return { fault: { kind: 'unknown' }, code: 'request-timeout' };
  if (status === 504) return { fault: { kind: 'unknown' }, code: 'gateway-timeout' };
  if (status >= 500) return { fault: { kind: 'retryable' }, code: 'server' };
  if (isFromApi) return null;
  // A page with 200 may stand before a message that went out; any other status refused it.
  return status >= 300
    ? { fault: { kind: 'retryable' }, code: 'gateway' }
    : { fault: { kind: 'unknown' }, code: 'bad-answer' };
}

function classify({ status, description }: Refusal): Verdict {
  if (status === 401) return { fault: { kind: 'retryable' }, code: 'unauthorized' };
  if (serverFault.test(description)) return { fault: { kind: 'retryable' }, code: 'server' };
  const rule = refusals.find(({ pattern }) => pattern.test(description));
  if (rule) return { fault: { kind: rule.kind }, code: rule.code };
  if (webhookActive.test(description)) return { fault: { kind: 'retryable' }, code: 'webhook-active' };
  // A wrong path, as a wrong token makes one: the operator's fault, which says nothing about the chat.
  if (status === 404) return { fault: { kind: 'retryable' }, code: 'not-found' };
  if (status === 403) return { fault: { kind: 'unreachable' }, code: 'forbidden' };
  return { fault: { kind: 'rejected' }, code: 'rejected' };
}
