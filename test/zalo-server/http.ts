import type { Server, ServerResponse } from 'node:http';
import type { ControlHandler } from '../chat-server/control.js';
import { parseBody, type Params } from '../chat-server/params.js';
import { serve, type Arrived } from '../chat-server/serve.js';
import { answer, nginxPage, reply, replyHtml, strikeBefore, type Wire } from '../chat-server/wire.js';
import { ApiError, badRequest, timedOut } from './errors.js';
import { METHODS, Whole } from './methods.js';
import type { FaultRule } from './types.js';
import type { World } from './world.js';

interface Exchange extends Wire {
  method: string;
  params: Params;
}

export function createHttp(world: World, control: ControlHandler): Server {
  return serve({
    control,
    route: (arrived) => route(world, arrived),
    broken: ({ res }, error) => replyHtml(res, 500, String(error)),
  });
}

async function route(world: World, { req, res, path, query, body }: Arrived): Promise<void> {
  if (/^\/(photos|voices)\//.test(path)) return sendMedia(world, res);
  const [first = '', method = '', ...rest] = path.slice(1).split('/');
  if (!first.startsWith('bot') || method === '' || rest.length > 0)
    return fail(world, res, new ApiError(404, 'Not Found'));
  if (decodeURIComponent(first.slice(3)) !== world.token)
    return fail(world, res, new ApiError(401, 'Unauthorized'));
  try {
    const params = parseBody({ type: req.headers['content-type'] ?? '', body, query }, badRequest);
    await answerCall(world, { req, res, method, params });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    fail(world, res, error);
  }
}

async function answerCall(world: World, exchange: Exchange): Promise<void> {
  const { req, res, method, params } = exchange;
  const chatId = params.text('chat_id');
  const record = { method, at: world.now(), params: params.values, ...(chatId === '' ? {} : { chatId }) };
  const fault = world.faults.match(method, chatId);
  if (fault && strike(world, fault, exchange)) {
    const status = Number.parseInt(fault.kind) || 0;
    return world.log({ ...record, status, description: `fault: ${fault.kind}` });
  }
  if (method === 'getUpdates' && isTooFast(world))
    return replyHtml(res, 503, nginxPage('503 Service Temporarily Unavailable'));
  try {
    const run = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
    if (!run) throw new ApiError(404, 'Not Found');
    const result = await run({ world, params, onClosed: (listener) => res.once('close', listener) });
    const json = result instanceof Whole ? result.json : JSON.stringify({ ok: true, result });
    world.log({ ...record, status: 200 });
    answer(fault, { req, res }, 200, json);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    world.log({ ...record, status: error.code, description: error.message });
    fail(world, res, error);
  }
}

function strike(world: World, fault: FaultRule, wire: Wire): boolean {
  const failing = (code: number, text: string): true => {
    fail(world, wire.res, new ApiError(code, fault.description ?? text));
    return true;
  };
  switch (fault.kind) {
    case '400':
      return failing(400, 'Bad request');
    case '401':
      return failing(401, 'Unauthorized');
    case '403':
      return failing(403, 'Internal server error');
    case '404':
      return failing(404, 'Not Found');
    case '408':
      return failing(408, timedOut().message);
    case '429':
      return failing(429, 'Quota exceeded');
    case 'html-leak':
      replyHtml(wire.res, 504, leakingPage(world, wire.req.url ?? ''));
      return true;
    default:
      return strikeBefore(fault.kind, wire);
  }
}

/** Gateways have been seen to write the address that failed, token and all, plain and URL-encoded. */
function leakingPage({ token }: World, path: string): string {
  return nginxPage('504 Gateway Time-out').replace(
    '<hr>',
    `<p>upstream ${path} (%2Fbot${encodeURIComponent(token)}%2F) timed out</p>\r\n<hr>`,
  );
}

function isTooFast(world: World): boolean {
  const now = Date.now();
  const gap = now - world.lastPollAt;
  world.lastPollAt = now;
  return gap < world.behaviour.minPollGapMs;
}

/** Errors of the application come with HTTP 200 unless the behaviour says otherwise. */
function fail({ behaviour }: World, res: ServerResponse, error: ApiError): void {
  const { code, message: description } = error;
  const isEmptyPoll = code === 408;
  if (isEmptyPoll && behaviour.emptyPoll === 'empty-result')
    return reply(res, 200, '{"ok":true,"result":{}}');
  const error_code = behaviour.errorCodeType === 'string' ? String(code) : code;
  reply(res, httpStatus(behaviour, code), JSON.stringify({ ok: false, description, error_code }));
}

function httpStatus(behaviour: World['behaviour'], code: number): number {
  if (code === 408) return behaviour.timeoutStatus;
  if (code === 401) return behaviour.badTokenStatus;
  return behaviour.errorStatus === 'code' ? code : 200;
}

function sendMedia({ behaviour }: World, res: ServerResponse): void {
  if (behaviour.photosExpired) return replyHtml(res, 404, nginxPage('404 Not Found'));
  res.writeHead(200, { 'content-type': 'image/jpeg' });
  res.end('a picture of the embankment');
}
