import { SendError } from '../../core/errors.js';
import { safeReason } from '../intake/trouble.js';
import type { OaClient } from './client.js';
import { webhookPath } from './webhook.js';

interface Finding {
  ok: boolean;
  text: string;
}

/**
 * Asks for the account's groups: that needs a good token and the right package; each finding says what to do. Where the
 * account's events go nobody but its page can tell, so it is said where they should go.
 */
export async function diagnose(client: OaClient, webhookRoot: string | undefined): Promise<Finding[]> {
  try {
    const groups = await client.listGroups();
    const count = groups.length === 1 ? '1 group' : `${groups.length} groups`;
    const text = `The Zalo Official Account has ${count}.`;
    const advice = ' Make one: npm run -s giaoban -- groups create TITLE MEMBER_ID…';
    return [
      { ok: groups.length > 0, text: groups.length > 0 ? text : `${text}${advice}` },
      describeWebhook(webhookRoot),
    ];
  } catch (error) {
    const code = error instanceof SendError ? error.code : '';
    return [{ ok: false, text: advice[code] ?? `Zalo gave no usable answer (${safeReason(error)}).` }];
  }
}

function describeWebhook(webhookRoot: string | undefined): Finding {
  const text = webhookRoot
    ? `The webhook page of the app must name ${webhookRoot.replace(/\/+$/, '')}${webhookPath}.`
    : `The webhook page of the app must name the address of this server, ending in ${webhookPath}.`;
  return { ok: true, text };
}

/** What to do, by the fault's code. */
export const advice: Record<string, string> & { other: string } = {
  'token-spent':
    'The refresh token of the Zalo Official Account was used already. Grant the permission again and put the new token into ZALO_OA_REFRESH_TOKEN, then restart.',
  'token-refused':
    'Zalo refused the refresh token. Check ZALO_OA_APP_ID and ZALO_OA_SECRET; if they are right, grant the permission again and put the new token into ZALO_OA_REFRESH_TOKEN.',
  unauthorized: 'Zalo refuses the access token of the Official Account; trying again.',
  package: 'The package of the Zalo Official Account does not include groups (GMF). Renew it at Zalo.',
  network: 'Zalo cannot be reached. Check the network and the name server; trying again.',
  throttled: 'Zalo asks for a pause; trying again later.',
  'tokens-unsaved':
    'New tokens of the Zalo Official Account could not be stored. They are kept in memory; check the database before this program is restarted.',
  'store-away': 'The tokens of the Zalo Official Account could not be read; check the database.',
  intake: 'The groups of the Zalo Official Account could not be stored; check the database.',
  other: 'Zalo did not answer as expected; trying again.',
};

export const token = { setting: 'ZALO_OA_REFRESH_TOKEN', place: 'Zalo for Developers' };
