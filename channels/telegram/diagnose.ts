import { z } from 'zod';
import { SendError } from '../../core/errors.js';
import type { Call } from '../http/call.js';
import { fetchIdentity, webhookUrl, type WebhookSettings } from './connect.js';
import type { Identity } from './parse.js';
import { safeReason } from '../intake/trouble.js';

export interface Finding {
  ok: boolean;
  text: string;
}

/** More than this waiting at Telegram means that nobody takes them in. */
const manyPending = 100;

const infoSchema = z.object({
  url: z.string().catch(''),
  pending_update_count: z.number().catch(0),
  last_error_date: z.number().optional().catch(undefined),
  last_error_message: z.string().optional().catch(undefined),
});
type WebhookInfo = z.infer<typeof infoSchema>;

const hourSeconds = 3_600;

/** Asks Telegram how it sees this bot; each finding says how to mend what is wrong. */
export async function diagnose(call: Call, now: () => Date, webhook?: WebhookSettings): Promise<Finding[]> {
  try {
    const me = await fetchIdentity(call);
    const info = infoSchema.parse(await call('getWebhookInfo', {}));
    return [
      { ok: true, text: `Telegram knows the token: the bot is @${me.username}.` },
      ...describeIntake(info, webhook),
      ...describeLastError(info, now(), webhook),
      describePrivacy(me),
    ];
  } catch (error) {
    return [describeFailure(error)];
  }
}

function describeFailure(error: unknown): Finding {
  const code = error instanceof SendError ? error.code : '';
  if (code === 'unauthorized') {
    return {
      ok: false,
      text: 'Telegram does not know the token. Copy it again from @BotFather (/mybots, API Token) into TELEGRAM_BOT_TOKEN.',
    };
  }
  return {
    ok: false,
    text: `Telegram gave no usable answer (${safeReason(error)}). Check the network and TELEGRAM_API_ROOT.`,
  };
}

function describeIntake(info: WebhookInfo, webhook?: WebhookSettings): Finding[] {
  const pending: Finding = {
    ok: info.pending_update_count <= manyPending,
    text:
      info.pending_update_count <= manyPending
        ? `${info.pending_update_count} updates wait at Telegram.`
        : `${info.pending_update_count} updates wait at Telegram: nobody takes them in. Check that Giaoban runs and is reached.`,
  };
  if (!webhook) {
    if (info.url === '') return [{ ok: true, text: 'No webhook is set; Giaoban polls.' }, pending];
    const text = `A webhook is set (${hostOf(info.url)}) but Giaoban polls. Start Giaoban: it removes the webhook; if it comes back, another program uses this token.`;
    return [{ ok: false, text }, pending];
  }
  const wanted = webhookUrl(webhook);
  if (info.url === wanted) return [{ ok: true, text: `The webhook points to ${wanted}.` }, pending];
  const state =
    info.url === '' ? 'No webhook is set: it should point' : `The webhook points to ${hostOf(info.url)}, not`;
  const text = `${state} to ${wanted}. Start Giaoban: it sets the webhook; PUBLIC_URL must be https on port 443, 80, 88 or 8443.`;
  return [{ ok: false, text }, pending];
}

function describeLastError(info: WebhookInfo, now: Date, webhook?: WebhookSettings): Finding[] {
  if (!webhook || info.last_error_date === undefined) return [];
  const isRecent = now.getTime() / 1_000 - info.last_error_date < hourSeconds;
  const at = new Date(info.last_error_date * 1_000).toISOString();
  const text = `Telegram last failed to reach the webhook at ${at}: ${info.last_error_message ?? 'no reason given'}.`;
  return [{ ok: !isRecent, text: isRecent ? `${text} Check the reverse proxy and the certificate.` : text }];
}

function describePrivacy(me: Identity): Finding {
  return me.hearsAllGroups
    ? {
        ok: true,
        text: 'Privacy mode is off: the bot is sent all that is said in its groups. It needs less; turn privacy mode on with @BotFather (/setprivacy), then add the bot to its groups again.',
      }
    : {
        ok: true,
        text: 'Privacy mode is on: in groups the bot is sent commands, replies to it and presses, as it should be.',
      };
}

/** Another program's webhook may carry its secret in the path. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'another place';
}
