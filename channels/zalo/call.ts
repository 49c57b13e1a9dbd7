import { z } from 'zod';
import type { SendError } from '../../core/errors.js';
import { parseJson } from '../intake/parse-json.js';
import { badAnswer, fromHttpFault, fromRefusal } from './errors.js';
import { quotaPauseMs } from './guesses.js';
import { createRedact, quotable } from './redact.js';
import type { Call, CallerOptions } from '../http/call.js';
import { createRequester, HttpFault, type HttpAnswer } from '../http/request.js';

/** Every field is read tolerantly: numbers come as words too. */
const envelopeSchema = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().catch(''),
  error_code: z.coerce.number().optional().catch(undefined),
});

/** The one place from which requests to the Bot API leave: a time limit on every call, faults without secrets. */
export function createCaller(options: CallerOptions): Call {
  const request = createRequester(options.connectMs);
  const root = options.apiRoot.replace(/\/+$/, '');
  const redact = createRedact([options.token]);
  const ofPolls = createPauses();
  const ofOthers = createPauses();
  return async (method, params, { timeoutMs = options.sendMs, signal } = {}) => {
    const pauses = method === 'getUpdates' ? ofPolls : ofOthers;
    const answer = await request({
      method: 'POST',
      // No slash behind "bot". The token is taken as it is: encoding its colon is not promised to work.
      url: `${root}/bot${options.token}/${method}`,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(params),
      timeoutMs,
      ...(signal ? { signal } : {}),
    }).catch((fault: unknown) => {
      throw fault instanceof HttpFault ? fromHttpFault(fault, method) : badAnswer(method);
    });
    const said = [params['text'], params['caption']].join('\n');
    const result = readAnswer(answer, method, {
      describe: (text) => quotable(redact(text), said),
      pauseMs: pauses.next,
    });
    pauses.reset();
    return result;
  };
}

interface Reading {
  describe: (text: string) => string;
  pauseMs: () => number;
}

/** Refusals come with HTTP 200 and `ok: false`; gateways answer with pages. */
function readAnswer({ status, body }: HttpAnswer, method: string, reading: Reading): unknown {
  const envelope = envelopeSchema.safeParse(parseJson(body));
  if (!envelope.success) throw refuse(status, '', false);
  const { ok, result, description, error_code } = envelope.data;
  if (ok && status < 300) return result;
  throw refuse(error_code ?? status, reading.describe(description), true);

  function refuse(code: number, words: string, isFromApi: boolean): SendError {
    return fromRefusal({ status: code, description: words, isFromApi }, method, reading.pauseMs);
  }
}

/** A 429 names no time to wait: each one in a row doubles it, an answer begins anew. */
export function createPauses(): { next: () => number; reset: () => void } {
  let inRow = 0;
  return {
    next: () => Math.min(quotaPauseMs.first * 2 ** inRow++, quotaPauseMs.longest),
    reset: () => void (inRow = 0),
  };
}
