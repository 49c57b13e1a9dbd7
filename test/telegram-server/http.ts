import type { Server, ServerResponse } from 'node:http';
import type { ControlHandler } from '../chat-server/control.js';
import { parseBody, type Params } from '../chat-server/params.js';
import { serve, type Arrived } from '../chat-server/serve.js';
import { answer, reply, strikeBefore, type Wire } from '../chat-server/wire.js';
import type { Call } from './access.js';
import { findMethod, writeError, writeResult } from './api.js';
import { ApiError, badRequest } from './errors.js';
import type { FaultRule } from './faults.js';
import { fileAt } from './files.js';
import type { BotRecord, World } from './world.js';

interface Exchange extends Wire {
  method: string;
  params: Params;
}

const MAX_BODY = 50 * 1_048_576;

export function createHttp(world: World, control: ControlHandler): Server {
  return serve({
    control,
    route: (arrived) => route(world, arrived),
    broken: ({ res }, error) => {
      if (!res.headersSent)
        reply(res, 500, writeError(new ApiError(500, `Internal Server Error: ${String(error)}`)));
    },
  });
}

async function route(world: World, { req, res, path, query, body }: Arrived): Promise<void> {
  const [first = '', ...rest] = path.slice(1).split('/');
  if (first === 'file') return sendFile(world, res, rest);
  const method = rest[0] ?? '';
  if (!first.startsWith('bot') || rest.length !== 1) return fail(res, new ApiError(404, 'Not Found'));
  const bot = world.bots.get(decodeURIComponent(first.slice(3)));
  if (!bot) return fail(res, new ApiError(401, 'Unauthorized'));
  if (body.length > MAX_BODY) return fail(res, new ApiError(413, 'Request Entity Too Large'));
  try {
    const params = parseBody({ type: req.headers['content-type'] ?? '', body, query }, badRequest);
    await answerCall(world, bot, { req, res, method, params });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    fail(res, error);
  }
}

async function answerCall(world: World, bot: BotRecord, exchange: Exchange): Promise<void> {
  const { req, res, method, params } = exchange;
  const chatId = params.int('chat_id');
  const uploaded = [...params.files.values()].reduce((sum, { content }) => sum + content.length, 0);
  const record = {
    ...{ method, at: world.now(), status: 200, params: params.values },
    ...(chatId ? { chatId } : {}),
    ...(uploaded > 0 ? { uploaded } : {}),
  };
  const fault = world.faults.match(method.toLowerCase(), chatId);
  try {
    const { name, run } = findMethod(method);
    record.method = name;
    if (fault && applyBefore(fault, exchange)) {
      world.log({ ...record, status: Number.parseInt(fault.kind) || 0, description: `fault: ${fault.kind}` });
      return;
    }
    const call: Call = { world, bot, params, onClosed: (listener) => res.once('close', listener) };
    const result = run(call);
    const json = writeResult(result instanceof Promise ? await result : result);
    world.log(record);
    answer(fault, { req, res }, 200, json);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    world.log({ ...record, status: error.code, description: error.message });
    fail(res, error);
  }
}

/** Plays a fault that keeps the call from being done; false for the kinds that strike afterwards. */
function applyBefore(fault: FaultRule, wire: Wire): boolean {
  const { res } = wire;
  switch (fault.kind) {
    case '429': {
      const seconds = fault.retryAfter ?? 1;
      const text = fault.description ?? `Too Many Requests: retry after ${seconds}`;
      fail(res, new ApiError(429, text, { retry_after: seconds }));
      return true;
    }
    case '403':
      fail(res, new ApiError(403, fault.description ?? 'Forbidden: bot was kicked from the supergroup chat'));
      return true;
    case '400':
      fail(res, new ApiError(400, fault.description ?? 'Bad Request: chat not found'));
      return true;
    default:
      return strikeBefore(fault.kind, wire);
  }
}

function fail(res: ServerResponse, error: ApiError): void {
  const wait = error.parameters?.retry_after;
  if (wait !== undefined) res.setHeader('Retry-After', String(wait));
  reply(res, error.code, writeError(error));
}

/** /file/bot<token>/<file_path> */
function sendFile(world: World, res: ServerResponse, [first = '', ...path]: string[]): void {
  const file = world.bots.has(decodeURIComponent(first.slice(3))) ? fileAt(world, path.join('/')) : undefined;
  if (!file) return fail(res, new ApiError(404, 'Not Found'));
  res.writeHead(200, { 'content-type': file.info.mime_type ?? 'application/octet-stream' });
  res.end(file.content);
}
