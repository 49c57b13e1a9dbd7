import { z } from 'zod';
import { SendError } from '../../core/errors.js';
import { parseJson } from '../intake/parse-json.js';
import { createPauses } from '../zalo/call.js';
import { badAnswer, fromHttpFault } from '../zalo/errors.js';
import { createRedact, quotable } from '../zalo/redact.js';
import { HttpFault, type HttpAnswer, type Requester } from '../http/request.js';
import { fromOaRefusal } from './errors.js';

/** One call of the OpenAPI: with a body it is posted. */
export interface OaRequest {
  path: string;
  query?: Record<string, string | number>;
  body?: unknown;
  /** What must not be quoted: the words of the message. */
  said?: string;
}

/** Gives the `data` of an answer. Throws SendError and nothing else. */
export type OaCall = (request: OaRequest) => Promise<unknown>;

export interface OaCallerOptions {
  apiRoot: string;
  sendMs: number;
  /** A good access token; `spent` is one that was refused. */
  token: (spent?: string) => Promise<string>;
}

const envelopeSchema = z.object({
  error: z.coerce.number(),
  message: z.string().catch(''),
  data: z.unknown().optional(),
});

/** The one place from which requests to the OpenAPI leave; a refused token is renewed once. */
export function createOaCaller(request: Requester, options: OaCallerOptions): OaCall {
  const pauses = createPauses();
  const attempt = async (one: OaRequest, token: string): Promise<unknown> => {
    const answer = await request(buildRequest(options, one, token)).catch((fault: unknown) => {
      throw fault instanceof HttpFault ? fromHttpFault(fault, one.path) : badAnswer(one.path);
    });
    const redact = createRedact([token]);
    const data = readOaAnswer(answer, one.path, {
      describe: (text) => quotable(redact(text), one.said ?? ''),
      pauseMs: pauses.next,
    });
    pauses.reset();
    return data;
  };
  return async (one) => {
    const token = await options.token();
    try {
      return await attempt(one, token);
    } catch (error) {
      // Refused for its token, it was not carried out: saying it again says it once.
      if (!(error instanceof SendError && error.code === 'unauthorized')) throw error;
      const fresh = await options.token(token);
      if (fresh === token) throw error;
      return attempt(one, fresh);
    }
  };
}

function buildRequest({ apiRoot, sendMs }: OaCallerOptions, one: OaRequest, token: string) {
  const query = Object.entries(one.query ?? {}).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  const url = `${apiRoot.replace(/\/+$/, '')}${one.path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const headers = { access_token: token, accept: 'application/json' };
  if (one.body === undefined) return { method: 'GET' as const, url, headers, timeoutMs: sendMs };
  return {
    method: 'POST' as const,
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(one.body),
    timeoutMs: sendMs,
  };
}

interface Reading {
  describe: (text: string) => string;
  pauseMs: () => number;
}

/** Success is `error: 0` and nothing else; most refusals come with HTTP 200. */
function readOaAnswer({ status, body }: HttpAnswer, what: string, reading: Reading): unknown {
  const envelope = envelopeSchema.safeParse(parseJson(body));
  const refuse = (code: number, description: string, isFromApi: boolean) =>
    fromOaRefusal({ status: code, description, isFromApi }, what, reading.pauseMs);
  if (!envelope.success) throw refuse(status, '', false);
  const { error, message, data } = envelope.data;
  if (error === 0 && status < 300) return data;
  throw refuse(error === 0 ? status : error, reading.describe(message), true);
}
