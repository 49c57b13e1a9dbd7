import { lookupPublic } from '../channels/http/public-lookup.js';
import { createRequester, type Requester } from '../channels/http/request.js';
import type { Settings } from './settings.js';

const connectMs = 5_000;
/** What an endpoint answers is not read for anything; more than this is no answer to a webhook. */
const maxAnswerBytes = 64 * 1024;

/** How webhooks leave: only into the open internet, judged where the connection is made, unless a setting lets them further. */
export const createWebhookRequester = ({ WEBHOOK_PRIVATE }: Pick<Settings, 'WEBHOOK_PRIVATE'>): Requester =>
  createRequester(connectMs, {
    maxAnswerBytes,
    lookup: WEBHOOK_PRIVATE === 'on' ? undefined : lookupPublic,
  });
