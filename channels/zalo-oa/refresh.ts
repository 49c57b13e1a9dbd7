import { z } from 'zod';
import { SendError } from '../../core/errors.js';
import { parseJson } from '../intake/parse-json.js';
import { badAnswer, fromHttpFault, gatewayVerdict } from '../zalo/errors.js';
import { createRedact, quotable } from '../zalo/redact.js';
import { HttpFault, type Requester } from '../http/request.js';
import { tokenReused } from './errors.js';
import { assumedLifeMs } from './guesses.js';

export interface RefreshOptions {
  oauthRoot: string;
  appId: string;
  appSecret: string;
  sendMs: number;
}

export interface FreshTokens {
  accessToken: string;
  refreshToken: string;
  lifeMs: number;
}

/** Both tokens anew; the refresh token that was given is used up by it. Throws SendError and nothing else. */
export type Refresh = (refreshToken: string) => Promise<FreshTokens>;

const answerSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

const refusalSchema = z.object({
  error: z.coerce.number().catch(0),
  error_name: z.string().catch(''),
  error_description: z.string().catch(''),
});

const what = 'access_token';
const pauseMs = 60_000;

export function createRefresh(request: Requester, options: RefreshOptions): Refresh {
  const { oauthRoot, appId, appSecret, sendMs } = options;
  return async (refreshToken) => {
    const form = new URLSearchParams({
      refresh_token: refreshToken,
      app_id: appId,
      grant_type: 'refresh_token',
    });
    const { status, body } = await request({
      method: 'POST',
      url: `${oauthRoot.replace(/\/+$/, '')}/v4/oa/access_token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: appSecret },
      body: form.toString(),
      timeoutMs: sendMs,
    }).catch((fault: unknown) => {
      throw fault instanceof HttpFault ? fromHttpFault(fault, what) : badAnswer(what);
    });
    const answer = answerSchema.safeParse(parseJson(body));
    if (!answer.success) throw readRefusal(status, body, createRedact([appSecret, refreshToken]));
    const { access_token, refresh_token, expires_in } = answer.data;
    const lifeMs = expires_in === undefined ? assumedLifeMs : expires_in * 1_000;
    return { accessToken: access_token, refreshToken: refresh_token, lifeMs };
  };
}

/** Refusals come with HTTP 200 and a name. Only the reuse of a token has a number that is known. */
function readRefusal(status: number, body: string, redact: (text: string) => string): SendError {
  const refusal = refusalSchema.safeParse(parseJson(body));
  if (!refusal.success) {
    const verdict = gatewayVerdict(status, false, () => pauseMs);
    return new SendError(
      verdict?.fault ?? { kind: 'unknown' },
      verdict?.code ?? 'bad-answer',
      `${what}: Zalo answered ${status}`,
    );
  }
  const { error, error_name, error_description } = refusal.data;
  const words = quotable(redact(`${error_name} ${error_description}`), '');
  const code = error === tokenReused ? 'token-spent' : 'token-refused';
  return new SendError({ kind: 'retryable' }, code, `${what}: Zalo answered ${error} (${words})`);
}
