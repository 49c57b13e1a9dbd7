import { EventEmitter } from 'node:events';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector, errors, type Dispatcher } from 'undici';

export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
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
export interface Requester {
  (request: HttpRequest): Promise<HttpAnswer>;
  /** Closes its connections when what is under way on them has ended. */
  close(): Promise<void>;
}

/** An answer of a platform is a few kilobytes; more than this is not one. */
const maxAnswerBytes = 4 * 1024 * 1024;

/** Shorter than the idle time of the platforms and of Node servers (5 s), so that a socket is rarely reused while it dies. */
const idleSocketMs = 4_000;

/** Node 20 gives each address 250 ms, too short from Vietnam to Europe: https://github.com/nodejs/node/issues/54359 */
const addressAttemptMs = 2_500;

/** Where the answers are not from a platform of ours: how its name is looked up, and how much of an answer is read. */
export interface Strangers {
  lookup?: LookupFunction | undefined;
  maxAnswerBytes?: number;
}

/** Keep-alive connections to any server; redirects are not followed, for they would carry secrets away. */
export function createRequester(connectMs: number, strangers: Strangers = {}): Requester {
  const agent = new Agent({
    connect: createConnector(connectMs, strangers.lookup),
    keepAliveTimeout: idleSocketMs,
    keepAliveMaxTimeout: idleSocketMs,
    maxResponseSize: strangers.maxAnswerBytes ?? maxAnswerBytes,
    // One time limit covers the whole exchange, below.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const request = (wanted: HttpRequest) => exchange(agent, wanted);
  return Object.assign(request, { close: () => agent.close() });
}

/**
 * Connecting has its own time limit and its faults are marked: nothing of the request left this machine. Without the
 * mark a reset or a bad certificate during connecting looks the same as one after the request was read.
 */
function createConnector(connectMs: number, lookup?: LookupFunction): buildConnector.connector {
  const connect = buildConnector({
    timeout: connectMs,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: addressAttemptMs,
    ...(lookup ? { lookup } : {}),
  });
  return (target, done) => {
    connect(target, (...[error, socket]) => {
      if (error) done(new HttpFault('not-sent', codeOf(error)), null);
      else done(null, socket);
    });
  };
}

async function exchange(agent: Agent, request: HttpRequest): Promise<HttpAnswer> {
  const { url, timeoutMs, signal: outer } = request;
  if (!URL.canParse(url)) throw new HttpFault('not-sent', 'INVALID_URL');
  // An emitter serves as signal; a real AbortController costs 20 µs a call, a tenth of a whole send.
  const limit = new EventEmitter();
  let isOver = false;
  const stop = () => {
    isOver = true;
    limit.emit('abort');
  };
  if (outer?.aborted) throw new HttpFault('timeout', 'stopped');
  const timer = setTimeout(stop, timeoutMs);
  outer?.addEventListener('abort', stop, { once: true });
  try {
    const { statusCode, body } = await agent.request(toOptions(request, limit));
    return { status: statusCode, body: await body.text() };
  } catch (error) {
    throw toFault(error, isOver);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', stop);
  }
}

function toOptions(
  { url, method, headers, body }: HttpRequest,
  signal: EventEmitter,
): Dispatcher.RequestOptions {
  const { origin, pathname, search } = new URL(url);
  return {
    origin,
    path: `${pathname}${search}`,
    method,
    headers,
    signal,
    ...(body === undefined ? {} : { body }),
  };
}

function toFault(error: unknown, isOver: boolean): HttpFault {
  if (error instanceof HttpFault) return error;
  if (isOver || error instanceof errors.RequestAbortedError) return new HttpFault('timeout', 'no answer');
  return new HttpFault('broken', codeOf(error));
}

/** Only the short code of an error: its message may quote an address with the token in it. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[\w:-]{1,60}$/.test(code) ? code : 'cut';
}
