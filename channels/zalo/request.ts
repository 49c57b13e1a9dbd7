import http from 'node:http';
import https from 'node:https';
import { createAgent, notSentPrefix } from '../telegram/agent.js';

export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface HttpAnswer {
  status: number;
  body: string;
}

/** Why no whole answer came: `not-sent` is sure, after the two others the request may have been read. */
export class HttpFault extends Error {
  constructor(
    readonly kind: 'not-sent' | 'timeout' | 'broken',
    readonly detail: string,
  ) {
    super(`${kind} ${detail}`);
  }
}

/** One HTTP request. Every status is an answer; throws HttpFault and nothing else. */
export type Requester = (request: HttpRequest) => Promise<HttpAnswer>;

/** An answer of the platform is a few kilobytes; more than this is not one. */
const maxAnswerBytes = 4 * 1024 * 1024;

/** Keep-alive connections to both kinds of servers; redirects are not followed, for they would carry secrets away. */
export function createRequester(connectMs: number): Requester {
  const agents = { 'http:': createAgent(false, connectMs), 'https:': createAgent(true, connectMs) };
  return async (request) => {
    if (!URL.canParse(request.url)) throw new HttpFault('not-sent', 'INVALID_URL');
    const url = new URL(request.url);
    const isSecure = url.protocol === 'https:';
    return exchange(isSecure ? https : http, agents[isSecure ? 'https:' : 'http:'], url, request);
  };
}

function exchange(
  client: typeof http | typeof https,
  agent: http.Agent,
  url: URL,
  { method, headers, body, timeoutMs, signal }: HttpRequest,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const request = client.request(url, { method, agent, headers: { ...headers, ...length } });
    const giveUp = (kind: HttpFault['kind'], cause: string) => {
      settle();
      reject(new HttpFault(kind, cause));
      request.destroy();
    };
    const stop = () => giveUp('timeout', 'stopped');
    const timer = setTimeout(() => giveUp('timeout', 'no answer'), timeoutMs);
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    const onError = (error: unknown) => {
      const code = codeOf(error);
      if (code.startsWith(notSentPrefix)) giveUp('not-sent', code.slice(notSentPrefix.length));
      else giveUp('broken', code);
    };
    request.on('error', onError);
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    request.on('response', (response) => {
      readBody(response).then((text) => {
        settle();
        resolve({ status: response.statusCode ?? 0, body: text });
      }, onError);
    });
    request.end(body);
  });
}

async function readBody(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxAnswerBytes) throw Object.assign(new Error('too much'), { code: 'TOO_LONG' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Only the short code of an error: its message may quote an address with the token in it. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[\w:-]{1,60}$/.test(code) ? code : 'cut';
}
