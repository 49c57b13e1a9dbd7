import { HttpFault } from '../channels/http/request.js';
import { isInternalHost } from '../channels/http/public-lookup.js';
import { pageUrl } from '../config/page-url.js';
import type { Runtime } from '../config/runtime.js';
import {
  checkWebhookUrl,
  hostOf,
  offAfterMs,
  pauseEndpointMs,
  retryCallMs,
} from '../core/webhook/webhook.js';
import { transact } from '../store/db.js';
import * as calls from '../store/webhook-calls.js';
import { findEndpoint, switchEndpoint } from '../store/webhooks.js';
import type { Job } from './job.js';
import { tellOwners } from './tell-office.js';
import { wakeSenders } from './wake.js';
import { signCall, writeCall } from './webhook/write-call.js';

/** At once to one endpoint: its server may be small. */
const atOnce = 5;
const answerMs = 10_000;
/** Longer than any call takes: whoever claimed one before is gone. */
export const leaseMs = 60_000;

type Endpoint = NonNullable<Awaited<ReturnType<typeof findEndpoint>>>;

/** Tells one endpoint of what it wants to know, until nothing is due or nothing gets through. At least once each. */
export const sendWebhooks: Job = {
  name: 'send-webhooks',
  async run(runtime, id) {
    const counts: Record<string, number> = {};
    while (!runtime.stopping.aborted) {
      const endpoint = await findEndpoint(runtime.db, Number(id), runtime.clock.now());
      const claimed = endpoint ? await claim(runtime, endpoint.id) : [];
      if (!endpoint || claimed.length === 0) break;
      const ends = await Promise.all(claimed.map((call) => send(runtime, endpoint, call)));
      await record(runtime, endpoint, ends);
      for (const { state } of ends) counts[state] = (counts[state] ?? 0) + 1;
      if (!ends.some(({ state }) => state === 'sent')) break;
    }
    return counts;
  },
};

function claim({ db, clock }: Runtime, endpointId: number) {
  const now = clock.now();
  const stale = new Date(now.getTime() - leaseMs);
  return transact(db, (tx) => calls.claimCalls(tx, { endpointId, now, stale, limit: atOnce }));
}

async function send(runtime: Runtime, endpoint: Endpoint, call: calls.ClaimedCall): Promise<calls.CallEnd> {
  const { db, clock, settings, stopping } = runtime;
  const { id, attempts, eventId, kind, assignmentId } = call;
  const facts = assignmentId === null ? null : await calls.findCallFacts(db, call);
  if (kind !== 'test' && !facts) return { id, attempts, state: 'skipped', status: null, error: 'gone' };
  const body = writeCall({ call, facts, withWords: endpoint.withWords, pages: pageUrl(settings) });
  const signed = signCall(endpoint.secrets, { id: eventId, at: clock.now(), body });
  const headers = { 'content-type': 'application/json', 'user-agent': 'Giaoban', ...signed };
  const refused = refuse(endpoint.url, settings.WEBHOOK_PRIVATE === 'on');
  if (refused !== null) return again(runtime, call, { status: null, error: refused });
  try {
    const sending = { url: endpoint.url, headers, body, timeoutMs: answerMs, signal: stopping };
    const { status } = await runtime.webhooks({ method: 'POST', ...sending });
    if (status >= 200 && status < 300) return { id, attempts, state: 'sent', status, error: null };
    return again(runtime, call, { status, error: null });
  } catch (error) {
    if (!(error instanceof HttpFault)) throw error;
    // A stop waits for nobody outside: it may have arrived, and is sent again at the next start.
    if (stopping.aborted) return { id, attempts, state: 'queued', status: null, error: 'STOPPED' };
    return again(runtime, call, { status: null, error: error.kind === 'timeout' ? 'timeout' : error.detail });
  }
}

/** What the settings do not let out any more, and an address in place of a name: for that no name is looked up. */
function refuse(url: string, isPrivate: boolean): string | null {
  if (checkWebhookUrl(url, isPrivate) !== null) return 'URL_REFUSED';
  return !isPrivate && isInternalHost(new URL(url).hostname) ? 'INTERNAL_ADDRESS' : null;
}

function again(
  { clock }: Runtime,
  { id, attempts }: calls.ClaimedCall,
  why: Pick<calls.CallEnd, 'status' | 'error'>,
): calls.CallEnd {
  const wait = retryCallMs(attempts);
  if (wait === null) return { id, attempts, state: 'failed', ...why };
  return { id, attempts, state: 'queued', ...why, notBefore: new Date(clock.now().getTime() + wait) };
}

/** How the calls ended and what that says of the endpoint: one that is gone, or failed for days, is switched off. */
async function record(
  runtime: Runtime,
  { id, url }: Endpoint,
  ends: readonly calls.CallEnd[],
): Promise<void> {
  const { db, clock } = runtime;
  const now = clock.now();
  const isGood = ends.some(({ state }) => state === 'sent');
  const isOff = await transact(db, async (tx) => {
    await calls.recordCalls(tx, ends, now);
    if (ends.every(({ state, error }) => state === 'skipped' || error === 'STOPPED')) return false;
    const failingSince = await calls.noteEndpoint(tx, id, {
      ...{ isGood, now },
      pausedUntil: (failures) => new Date(now.getTime() + pauseEndpointMs(failures)),
    });
    const isGone = ends.some(({ status }) => status === 410);
    const isLong = failingSince !== null && now.getTime() - failingSince.getTime() >= offAfterMs;
    if (!isGone && !isLong) return false;
    const reason = isGone ? 'gone' : 'failing';
    if ((await switchEndpoint(tx, id, { isOn: false, reason, now })) === null) return false;
    const key = `webhook:${id}:off:${now.getTime()}`;
    await tellOwners(runtime, tx, key, (t) => t(`webhook.told.${reason}`, { host: hostOf(url) }));
    return true;
  });
  if (isOff) wakeSenders(runtime);
}
