import { Telegram, TelegramError } from 'telegraf';
import { z } from 'zod';
import type { SendError } from '../../core/errors.js';
import type { Call, CallerOptions } from '../http/call.js';
import { createRequester, type HttpAnswer } from '../http/request.js';
import { toSendError } from './errors.js';
import { encodeBody, Upload } from './upload.js';

export interface TelegramCallerOptions extends CallerOptions {
  /** Hears of every fault before it is thrown; may refine it. */
  onFault?: (error: SendError, params: Record<string, unknown>) => SendError;
}

const refusalSchema = z.object({
  error_code: z.number(),
  description: z.string().catch(''),
  parameters: z
    .object({ retry_after: z.number().exactOptional(), migrate_to_chat_id: z.number().exactOptional() })
    .catch({}),
});

/** telegraf's types stop at Bot API 7.1, its method takes any name. */
type CallApi = (
  method: string,
  params: object,
  limits: { timeoutMs: number; signal?: AbortSignal },
) => Promise<unknown>;

/** The one place from which requests to Telegram leave: a time limit on every call, faults without secrets. */
export function createCaller(options: TelegramCallerOptions): Call {
  const callApi = createClient(options);
  return async (method, params, { timeoutMs = options.sendMs + uploadMs(params), signal } = {}) => {
    try {
      return await callApi(method, params, { timeoutMs, ...(signal ? { signal } : {}) });
    } catch (error) {
      const fault = toSendError(error, method, params);
      throw options.onFault?.(fault, params) ?? fault;
    }
  };
}

/** 4 Mbit/s. With the largest file that is brought to the page a send stays below what counts as abandoned (jobs/sweep-deliveries.ts). */
const uploadBytesPerMs = 500;

/** How much longer a call may take for the files that go along. */
function uploadMs(params: Record<string, unknown>): number {
  const files = Object.values(params).filter((value) => value instanceof Upload);
  return files.reduce((sum, { bytes }) => sum + bytes.length / uploadBytesPerMs, 0);
}

/** telegraf's client on the transport of all channels: its own costs more than all else of a send (docs/adr/0011-transport.md). */
function createClient({ token, apiRoot, connectMs }: CallerOptions): CallApi {
  const telegram = new Telegram(token, { apiRoot, webhookReply: false });
  const request = createRequester(connectMs);
  const root = apiRoot.replace(/\/+$/, '');
  const callApi: CallApi = async (method, params, limits) => {
    const url = `${root}/bot${token}/${method}`;
    return readAnswer(await request({ method: 'POST', url, ...(await encodeBody(params)), ...limits }));
  };
  telegram.callApi = callApi as typeof telegram.callApi;
  return callApi;
}

/** The `result` of an answer. Throws TelegramError for a refusal, SyntaxError for what is no answer of the Bot API. */
function readAnswer({ status, body }: HttpAnswer): unknown {
  if (status >= 500) throw new TelegramError({ error_code: status, description: '' });
  const data = JSON.parse(body) as { ok?: unknown; result?: unknown } | null;
  if (data?.ok !== true) throw new TelegramError(refusalSchema.parse(data));
  return data.result;
}
