import type { Server, ServerResponse } from 'node:http';
import type { ControlHandler } from '../../chat-server/control.js';
import { parseBody, type Params } from '../../chat-server/params.js';
import { serve, type Arrived } from '../../chat-server/serve.js';
import { answer, reply, replyHtml, strikeBefore, type Wire } from '../../chat-server/wire.js';
import {
  groupDisabled,
  invalidGroup,
  invalidParams,
  invalidToken,
  noGroups,
  OaError,
  OauthError,
  tooManyRequests,
} from './errors.js';
import { METHODS } from './methods.js';
import type { OaFaultRule, OaWorld } from './world.js';

interface Exchange extends Wire {
  method: string;
  params: Params;
  chatId: string;
}

const OAUTH_PATH = '/v4/oa/access_token';
const API_PATH = '/v3.0/oa/';
const FORM = 'application/x-www-form-urlencoded';

export function createHttp(world: OaWorld, control: ControlHandler): Server {
  return serve({
    control,
    route: (arrived) => route(world, arrived),
    broken: ({ res }, error) => replyHtml(res, 500, String(error)),
  });
}

function route(world: OaWorld, { req, res, path, query, body }: Arrived): void {
  const isOauth = path === OAUTH_PATH;
  if (!isOauth && !path.startsWith(API_PATH)) return replyHtml(res, 404, 'Not Found');
  const method = path.slice(path.lastIndexOf(isOauth ? '/' : API_PATH) + (isOauth ? 1 : API_PATH.length));
  try {
    const params = parseBody({ type: req.headers['content-type'] ?? '', body, query }, invalidParams);
    answerCall(world, { req, res, method, params, chatId: chatOf(params) });
  } catch (error) {
    fail(world, res, error);
  }
}

function chatOf(params: Params): string {
  const recipient = params.values.recipient as { group_id?: unknown } | null | undefined;
  return typeof recipient?.group_id === 'string' ? recipient.group_id : params.text('group_id');
}

function answerCall(world: OaWorld, exchange: Exchange): void {
  const { method, params, chatId, res } = exchange;
  const record = { method, at: world.now(), params: params.values, ...(chatId === '' ? {} : { chatId }) };
  const fault = world.faults.match(method, chatId);
  if (fault && strike(world, fault, exchange)) {
    world.log({ ...record, status: fault.code ?? 0, description: `fault: ${fault.kind}` });
    return;
  }
  try {
    const json = JSON.stringify(method === 'access_token' ? refresh(world, exchange) : run(world, exchange));
    world.log({ ...record, status: 200 });
    answer(fault, exchange, 200, json);
  } catch (error) {
    if (error instanceof OaError || error instanceof OauthError)
      world.log({ ...record, status: error.code, description: error.message });
    fail(world, res, error);
  }
}

function run(world: OaWorld, { req, method, params }: Exchange): Record<string, unknown> {
  const found = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!found || found.verb !== req.method) throw new OaError(404, 'Empty api');
  const token = req.headers.access_token;
  if (typeof token !== 'string' || !world.tokens.isValid(token)) throw invalidToken();
  return { data: found.run({ world, params }), error: 0, message: 'Success' };
}

/** POST /v4/oa/access_token, a form, with the app's secret in a header. */
function refresh(world: OaWorld, { req, params }: Exchange): Record<string, unknown> {
  const { appId, appSecret } = world.credentials;
  if (req.method !== 'POST' || !(req.headers['content-type'] ?? '').startsWith(FORM))
    throw new OauthError(-14001, 'Invalid request', 'A form is expected');
  if (params.text('app_id') !== appId) throw new OauthError(-14002, 'Invalid app id', 'App id is invalid');
  if (req.headers.secret_key !== appSecret)
    throw new OauthError(-14004, 'Invalid secret key', 'Secret key is invalid');
  if (params.text('grant_type') !== 'refresh_token')
    throw new OauthError(-14005, 'Invalid grant type', 'Grant type is invalid');
  const { accessToken, refreshToken } = world.tokens.refresh(params.text('refresh_token'));
  const seconds = Math.floor(world.behaviour.accessTtlMs / 1_000);
  const expires_in = world.behaviour.expiresInType === 'string' ? String(seconds) : seconds;
  return { access_token: accessToken, refresh_token: refreshToken, expires_in };
}

function strike(world: OaWorld, fault: OaFaultRule, wire: Wire): boolean {
  switch (fault.kind) {
    case 'error':
      fail(world, wire.res, faultError(fault));
      return true;
    case '429': {
      const { code, message } = tooManyRequests();
      reply(wire.res, 429, JSON.stringify({ error: code, message: fault.description ?? message }));
      return true;
    }
    default:
      return strikeBefore(fault.kind, wire);
  }
}

function faultError({ code, description }: OaFaultRule): OaError {
  const known = [invalidToken(), noGroups(), groupDisabled(), invalidGroup()].find(
    (one) => one.code === code,
  );
  return new OaError(code ?? -1, description ?? known?.message ?? 'Error');
}

/** Refusals come with HTTP 200 as a rule: only `error` tells. */
function fail({ behaviour }: OaWorld, res: ServerResponse, error: unknown): void {
  if (error instanceof OaError) {
    const status = error.code === invalidToken().code ? behaviour.tokenErrorStatus : 200;
    return reply(res, status, JSON.stringify({ error: error.code, message: error.message }));
  }
  if (!(error instanceof OauthError)) throw error;
  const { code, title: error_name, message: error_description } = error;
  reply(res, behaviour.oauthErrorStatus, JSON.stringify({ error: code, error_name, error_description }));
}
