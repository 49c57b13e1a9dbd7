import { Telegram } from 'telegraf';
import type { SendError } from '../../core/errors.js';
import { createAgent } from './agent.js';
import { toSendError } from './errors.js';
import { withTimeLimit } from './time-limit.js';

export interface CallOptions {
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** Calls one Bot API method. Throws SendError and nothing else. */
export type Call = (
  method: string,
  params: Record<string, unknown>,
  options?: CallOptions,
) => Promise<unknown>;

export interface CallerOptions {
  token: string;
  apiRoot: string;
  connectMs: number;
  sendMs: number;
  /** Hears of every fault before it is thrown; may refine it. */
  onFault?: (error: SendError, params: Record<string, unknown>) => SendError;
}

/** telegraf's types stop at Bot API 7.1, its method takes any name. */
type CallApi = (method: string, params: object, options: { signal: AbortSignal }) => Promise<unknown>;

/** The one place from which requests to Telegram leave: one agent, a time limit on every call, faults without secrets. */
export function createCaller(options: CallerOptions): Call {
  const apiRoot = options.apiRoot.endsWith('/') ? options.apiRoot : `${options.apiRoot}/`;
  const telegram = new Telegram(options.token, { apiRoot, webhookReply: false });
  // The constructor throws an agent away when the root is plain http.
  telegram.options.agent = createAgent(apiRoot.startsWith('https:'), options.connectMs);
  const callApi = telegram.callApi.bind(telegram) as unknown as CallApi;

  return async (method, params, { timeoutMs = options.sendMs, signal } = {}) => {
    try {
      return await withTimeLimit((limit) => callApi(method, params, { signal: limit }), timeoutMs, signal);
    } catch (error) {
      const fault = toSendError(error, method, params);
      throw options.onFault?.(fault, params) ?? fault;
    }
  };
}
