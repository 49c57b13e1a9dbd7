import { WebhookSender } from '../chat-server/webhook-sender.js';
import { ApiError, badRequest } from './errors.js';
import type { Call } from './methods.js';
import type { Update } from './updates.js';
import type { WebhookRecord, World } from './world.js';

const SECRET_HEADER = 'X-Bot-Api-Secret-Token';
const LOCAL = /^(localhost$|127\.|10\.|192\.168\.)/;
const TEST_PAUSE_MS = 5_000;

interface Probe {
  ok: boolean;
  outcome: string;
  status_code: number;
  hint: string;
}

async function setWebhook({ world, params }: Call): Promise<Record<string, unknown>> {
  const url = params.text('url');
  const secret = params.text('secret_token');
  checkUrl(world, url);
  if (secret.length < 8 || secret.length > 256)
    throw badRequest('The secret_token must be between 8 and 256 characters');
  const record = { url, secret, updatedAt: world.now() };
  world.webhook = record;
  // The address is kept even where the probe finds nobody.
  const verification = world.behaviour.webhookVerification ? { verification: await probe(record) } : {};
  openWebhook(world);
  return { url, updated_at: record.updatedAt, ...verification };
}

function checkUrl({ behaviour }: World, url: string): void {
  if (url === '') throw badRequest('The url must not be empty');
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw badRequest('The url is invalid');
  if (behaviour.localWebhooks) return;
  if (parsed.protocol !== 'https:' || LOCAL.test(parsed.hostname)) throw badRequest('The url is invalid');
}

/** (Re)opens what posts to the webhook, in the way the behaviour now says. */
export function openWebhook(world: World): void {
  if (!world.webhook?.url) return;
  const { url } = world.webhook;
  const { webhookRetriesMs, webhookOutOfOrder } = world.behaviour;
  const settings = {
    url,
    headers: () => secretHeader(world),
    body: ({ json }: Update) =>
      world.behaviour.webhookBody === 'bare' ? json : `{"ok":true,"result":${json}}`,
    maxConnections: 20,
    pauseMs: (attempt: number) => webhookRetriesMs[attempt],
    holdsLane: false,
    outOfOrder: webhookOutOfOrder,
    answerLimitMs: 10_000,
  };
  const hooks = {
    onLost: () => {
      world.lost += 1;
    },
  };
  world.updates.setWebhook(new WebhookSender<Update>(settings, hooks));
}

function secretHeader({ webhook, behaviour }: World): Record<string, string> {
  if (behaviour.webhookSecret === 'missing') return {};
  return {
    [SECRET_HEADER]: behaviour.webhookSecret === 'wrong' ? 'not-the-secret' : (webhook?.secret ?? ''),
  };
}

function deleteWebhook({ world }: Call): Record<string, unknown> {
  const record = { url: '', secret: '', updatedAt: world.now() };
  world.webhook = record;
  world.updates.setWebhook(undefined);
  return { url: '', updated_at: record.updatedAt };
}

function getWebhookInfo({ world: { webhook } }: Call): Record<string, unknown> {
  if (!webhook) throw new ApiError(404, 'Not Found');
  return { url: webhook.url, updated_at: webhook.updatedAt };
}

async function testWebhook({ world }: Call): Promise<Record<string, unknown>> {
  const { webhook, lastTestAt } = world;
  if (!world.behaviour.testWebhook || !webhook?.url) throw new ApiError(404, 'Not Found');
  if (world.now() - lastTestAt < TEST_PAUSE_MS) throw new ApiError(426, 'Too many test requests');
  world.lastTestAt = world.now();
  const before = performance.now();
  return { ...(await probe(webhook)), latency_ms: Math.round(performance.now() - before) };
}

/** What the probe posts is not documented. */
async function probe({ url, secret }: WebhookRecord): Promise<Probe> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [SECRET_HEADER]: secret },
    body: '{}',
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  await answer?.body?.cancel();
  if (!answer) return { ok: false, outcome: 'unreachable', status_code: 0, hint: 'Check the URL' };
  const outcome = answer.ok ? 'success' : 'http_error';
  return { ok: answer.ok, outcome, status_code: answer.status, hint: '' };
}

export const webhookMethods = { setWebhook, deleteWebhook, getWebhookInfo, testWebhook };
