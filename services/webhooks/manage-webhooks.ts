import { isInternalHost } from '../../channels/http/public-lookup.js';
import type { AuditAction } from '../../core/audit.js';
import { UserError } from '../../core/errors.js';
import { checkWebhookUrl, hostOf, type WebhookEvent } from '../../core/webhook/webhook.js';
import { wakeWebhooks } from '../../jobs/wake.js';
import { queueTest } from '../../store/webhook-calls.js';
import {
  createEndpoint,
  deleteEndpoint,
  listEndpoints,
  renewSecret,
  switchEndpoint,
} from '../../store/webhooks.js';
import { audit } from '../audit.js';
import { authorise } from '../authorise.js';
import type { Deed } from '../deed.js';

/** Each gets every event: more than these are a mistake. */
const mostEndpoints = 10;

export interface EndpointWish {
  url: string;
  events: readonly WebhookEvent[];
  withWords: boolean;
}

/** Adds an address to which events are sent. Returns its secret, which is shown now and never again. Throws UserError. */
export async function addEndpoint(ctx: Deed, wish: EndpointWish): Promise<string> {
  const { personId } = await authorise(ctx, 'manage-access');
  const isPrivate = ctx.runtime.settings.WEBHOOK_PRIVATE === 'on';
  const problem = checkWebhookUrl(wish.url, isPrivate);
  if (problem !== null) throw new UserError(`webhook.fault.${problem}`);
  if (!isPrivate && isInternalHost(new URL(wish.url).hostname)) throw new UserError('webhook.fault.internal');
  if (wish.events.length === 0) throw new UserError('webhook.fault.noEvent');
  if ((await listEndpoints(ctx.db, ctx.now)).length >= mostEndpoints)
    throw new UserError('webhook.fault.tooMany', { count: mostEndpoints });
  const secret = await createEndpoint(ctx.db, { ...wish, createdById: personId }, ctx.now);
  await log(ctx, 'add-webhook', wish.url);
  return secret;
}

/** Long enough to bring the new one to the other program, whoever does that and when they work. */
const oldSecretMs = 24 * 3600 * 1000;

/** Gives an endpoint another secret, shown now and never again; until `until` the one before signs as well. Throws UserError. */
export async function renewEndpoint(
  ctx: Deed,
  id: number,
): Promise<{ secret: string; host: string; until: Date }> {
  await authorise(ctx, 'manage-access');
  const until = new Date(ctx.now.getTime() + oldSecretMs);
  const renewed = await renewSecret(ctx.db, id, { now: ctx.now, until });
  if (!renewed) throw new UserError('webhook.fault.gone');
  await log(ctx, 'renew-webhook', renewed.url);
  return { secret: renewed.secret, host: hostOf(renewed.url), until };
}

/** Switches an endpoint on or off. Returns what to say. Throws UserError. */
export async function turnEndpoint(ctx: Deed, id: number, isOn: boolean): Promise<string> {
  await authorise(ctx, 'manage-access');
  const url = await switchEndpoint(ctx.db, id, { isOn, reason: null, now: ctx.now });
  return settle(ctx, 'change-webhook', url, isOn ? 'webhook.turnedOn' : 'webhook.turnedOff');
}

/** Removes an endpoint. Returns what to say. Throws UserError. */
export async function removeEndpoint(ctx: Deed, id: number): Promise<string> {
  await authorise(ctx, 'manage-access');
  return settle(ctx, 'remove-webhook', await deleteEndpoint(ctx.db, id), 'webhook.removed');
}

/** Sends an event that says nothing, on the way of all others. Returns what to say. Throws UserError. */
export async function testEndpoint(ctx: Deed, id: number): Promise<string> {
  await authorise(ctx, 'manage-access');
  if (!(await queueTest(ctx.db, id, ctx.now))) throw new UserError('webhook.fault.gone');
  ctx.afterCommit.push(() => wakeWebhooks(ctx.runtime, id));
  return ctx.t('webhook.tested');
}

async function settle(ctx: Deed, action: AuditAction, url: string | null, said: string): Promise<string> {
  if (url === null) throw new UserError('webhook.fault.gone');
  await log(ctx, action, url);
  return ctx.t(said, { host: hostOf(url) });
}

const log = (ctx: Deed, action: AuditAction, url: string) =>
  audit(ctx, action, 'office', { name: hostOf(url) });
