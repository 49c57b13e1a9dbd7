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

/** At once to one server. Opening one costs as much as several exchanges; more than these are no faster. */
const mostConnections = 50;

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
    connections: mostConnections,
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

/**
 * By undici's own handler: the streams of its `request` cost as much again as the exchange itself
 * (docs/adr/0011-transport.md). What is sent may have been read, so a request that ran out of time is cut off; one that
 * was still waiting for a connection never left.
 */
function exchange(agent: Agent, request: HttpRequest): Promise<HttpAnswer> {
  const options = toOptions(request);
  if (!options) return Promise.reject(new HttpFault('not-sent', 'INVALID_URL'));
  if (request.signal?.aborted) return Promise.reject(new HttpFault('timeout', 'stopped'));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let isOver = false;
    let running: Dispatcher.DispatchController | null = null;
    const endLimit = limit(request, () => {
      isOver = true;
      reject(running ? new HttpFault('timeout', 'no answer') : new HttpFault('not-sent', 'no connection'));
      running?.abort(new errors.RequestAbortedError());
    });
    agent.dispatch(options, {
      onRequestStart(controller) {
        running = controller;
        // It waited for a connection all the time: it need not leave any more.
        if (isOver) controller.abort(new errors.RequestAbortedError());
      },
      onResponseStart: (_, statusCode) => void (status = statusCode),
      onResponseData: (_, chunk) => void chunks.push(chunk),
      onResponseEnd() {
        endLimit();
        resolve({ status, body: (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString() });
      },
      onResponseError(_, error) {
        endLimit();
        reject(toFault(error));
      },
    });
  });
}

/** Calls `stop` when the time is up or somebody outside ends it. Returns what ends the limit. */
function limit({ timeoutMs, signal }: HttpRequest, stop: () => void): () => void {
  const over = () => {
    end();
    stop();
  };
  const timer = setTimeout(over, timeoutMs);
  const end = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', over);
  };
  signal?.addEventListener('abort', over, { once: true });
  return end;
}

/** Null for what is no address. */
function toOptions({ url, method, headers, body }: HttpRequest): Dispatcher.DispatchOptions | null {
  try {
    const { origin, pathname, search } = new URL(url);
    return { origin, path: pathname + search, method, headers, ...(body === undefined ? {} : { body }) };
  } catch {
    return null;
  }
}

function toFault(error: unknown): HttpFault {
  if (error instanceof HttpFault) return error;
  return new HttpFault('broken', codeOf(error));
}

/** Only the short code of an error: its message may quote an address with the token in it. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[\w:-]{1,60}$/.test(code) ? code : 'cut';
}
