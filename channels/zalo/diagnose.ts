import { SendError } from '../../core/errors.js';
import type { BotClient, Me } from './client.js';
import { safeReason } from '../intake/trouble.js';

export interface Finding {
  ok: boolean;
  text: string;
}

export interface Wanted {
  /** As set, or '' when it is not. */
  botName: string;
  /** Where the webhook should point; null while polling. */
  webhookUrl: string | null;
}

/** Asks Zalo how it sees this bot; each finding says how to mend what is wrong. */
export async function diagnose(client: BotClient, wanted: Wanted): Promise<Finding[]> {
  try {
    const me = await client.getMe();
    const { url } = await client.getWebhookInfo();
    return [
      { ok: true, text: `Zalo knows the token: the bot is ${me.display_name ?? me.account_name}.` },
      describeGroups(me),
      describeName(wanted.botName),
      describeIntake(url, wanted.webhookUrl),
    ];
  } catch (error) {
    return [describeFailure(error)];
  }
}

function describeFailure(error: unknown): Finding {
  const code = error instanceof SendError ? error.code : '';
  const text =
    code === 'unauthorized' || code === 'not-found'
      ? 'Zalo does not know the token. Copy it again from Zalo Bot Creator into ZALO_BOT_TOKEN.'
      : `Zalo gave no usable answer (${safeReason(error)}). Check the network and ZALO_API_ROOT.`;
  return { ok: false, text };
}

function describeGroups({ can_join_groups }: Me): Finding {
  if (can_join_groups) return { ok: true, text: 'The account may be added to Zalo groups.' };
  const state = can_join_groups === false ? 'may not be added' : 'does not say whether it may be added';
  return {
    ok: can_join_groups === undefined,
    text: `The account ${state} to Zalo groups. Groups are a trial at Zalo: ask for it in Zalo Bot Creator, then look again.`,
  };
}

function describeName(botName: string): Finding {
  return botName === ''
    ? {
        ok: false,
        text: 'ZALO_BOT_NAME is not set. Set it to the name that stands behind @ when somebody mentions the bot, or answers in groups are read with the name in them.',
      }
    : { ok: true, text: `In groups members call the bot @${botName}.` };
}

function describeIntake(url: string, wanted: string | null): Finding {
  if (wanted === null) {
    return url === ''
      ? { ok: true, text: 'No webhook is set; Giaoban polls. What is written while it is down is lost.' }
      : {
          ok: false,
          text: `A webhook is set (${hostOf(url)}) but Giaoban polls. Start Giaoban: it removes the webhook.`,
        };
  }
  if (url === wanted) return { ok: true, text: `The webhook points to ${wanted}.` };
  const state =
    url === '' ? 'No webhook is set: it should point' : `The webhook points to ${hostOf(url)}, not`;
  return {
    ok: false,
    text: `${state} to ${wanted}. Start Giaoban: it sets the webhook; PUBLIC_URL must be https and reachable from outside.`,
  };
}

/** Another program's webhook may carry its secret in the path. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'another place';
}
