import { randomBytes } from 'node:crypto';
import { webhookEvents, type WebhookEvent } from '../core/webhook/webhook.js';
import type { Db } from './db.js';

/** How a secret is written, so that one knows it by its look. */
export const secretPrefix = 'whsec_';

export interface Endpoint {
  id: number;
  url: string;
  events: WebhookEvent[];
  withWords: boolean;
  isOn: boolean;
  createdAt: Date;
  failures: number;
  failingSince: Date | null;
  /** Until when a secret that was replaced signs too; null when there is none. */
  oldSecretUntil: Date | null;
  /** Why the program switched it off: `failing`, `gone`; null where nobody or a person did. */
  offReason: string | null;
}

export interface NewEndpoint {
  url: string;
  events: readonly WebhookEvent[];
  withWords: boolean;
  createdById: number;
}

const makeSecret = () => `${secretPrefix}${randomBytes(32).toString('base64')}`;

interface OldSecret {
  secret: string;
  until: string;
}

/** Adds an address to which events go from now on. Returns its secret: the page shows it once. */
export async function createEndpoint(db: Db, endpoint: NewEndpoint, now: Date): Promise<string> {
  const secret = makeSecret();
  const { events, ...rest } = endpoint;
  await db.webhookEndpoint.create({
    data: { ...rest, events: [...events], secret, createdAt: now, onSince: now },
  });
  return secret;
}

/** Every endpoint, without its secrets. */
export async function listEndpoints(db: Db, now: Date): Promise<Endpoint[]> {
  const rows = await db.webhookEndpoint.findMany({ omit: { secret: true }, orderBy: { id: 'asc' } });
  return rows.map(({ oldSecrets, ...row }) => ({
    ...row,
    events: webhookEvents.filter((event) => row.events.includes(event)),
    oldSecretUntil: stillSigning(oldSecrets, now)[0]?.until ?? null,
  }));
}

/** Where to send and with what to sign, the newest secret first; null when there is no such endpoint any more. */
export async function findEndpoint(db: Db, id: number, now: Date) {
  const row = await db.webhookEndpoint.findUnique({ where: { id } });
  if (!row) return null;
  const { secret, oldSecrets, ...endpoint } = row;
  return { ...endpoint, secrets: [secret, ...stillSigning(oldSecrets, now).map((old) => old.secret)] };
}

/** The newest first. */
function stillSigning(oldSecrets: unknown, now: Date): { secret: string; until: Date }[] {
  const list = (oldSecrets as OldSecret[]).map(({ secret, until }) => ({ secret, until: new Date(until) }));
  return list.filter(({ until }) => until > now);
}

/** More signatures than these are of no use, and a header has its limits: the oldest signs no more. */
const mostOldSecrets = 4;

/** Gives an endpoint another secret; the one before signs too until then. Returns the new one; null when it is gone. */
export async function renewSecret(
  db: Db,
  id: number,
  { now, until }: { now: Date; until: Date },
): Promise<{ secret: string; url: string } | null> {
  const secret = makeSecret();
  const rows = await db.$queryRaw<{ url: string }[]>`
    update "WebhookEndpoint" set secret = ${secret}, "oldSecrets" = (
      select jsonb_agg(old order by place) from (
        select jsonb_build_object('secret', secret, 'until', ${until}::timestamptz) as old, 0 as place
        union all
        select old, place from jsonb_array_elements("oldSecrets") with ordinality o(old, place)
        where (old->>'until')::timestamptz > ${now}::timestamptz
        order by place limit ${mostOldSecrets}::int) kept)
    where id = ${id}::int returning url`;
  return rows[0] ? { secret, url: rows[0].url } : null;
}

/** Forgets secrets that sign no more. Returns of how many endpoints. */
export async function forgetOldSecrets(db: Db, now: Date): Promise<number> {
  return db.$executeRaw`
    update "WebhookEndpoint" set "oldSecrets" = coalesce((
      select jsonb_agg(old order by place) from jsonb_array_elements("oldSecrets") with ordinality o(old, place)
      where (old->>'until')::timestamptz > ${now}::timestamptz), '[]')
    where exists (select 1 from jsonb_array_elements("oldSecrets") old where (old->>'until')::timestamptz <= ${now}::timestamptz)`;
}

/** Switches an endpoint on or off. What waits when it goes off is not sent later, nor is what happens meanwhile. Returns its address; null when it is gone. */
export async function switchEndpoint(
  db: Db,
  id: number,
  { isOn, reason, now }: { isOn: boolean; reason: string | null; now: Date },
): Promise<string | null> {
  const fresh = { failures: 0, failingSince: null, pausedUntil: new Date(0), onSince: now };
  const [row] = await db.webhookEndpoint.updateManyAndReturn({
    where: { id, isOn: !isOn },
    data: { isOn, offReason: reason, ...(isOn ? fresh : {}) },
    select: { url: true },
  });
  if (!row) return null;
  if (!isOn)
    await db.webhookCall.updateMany({
      where: { endpointId: id, state: 'queued' },
      data: { state: 'skipped', endedAt: now },
    });
  return row.url;
}

/** Removes an endpoint with its calls. Returns its address; null when it is gone. */
export async function deleteEndpoint(db: Db, id: number): Promise<string | null> {
  const endpoint = await db.webhookEndpoint.findUnique({ where: { id }, select: { url: true } });
  if (!endpoint || (await db.webhookEndpoint.deleteMany({ where: { id } })).count === 0) return null;
  return endpoint.url;
}

/** One attempt at telling an endpoint of something, as a list shows it. */
export interface ListedCall {
  id: number;
  endpointId: number;
  kind: string;
  number: number | null;
  unitCode: string | null;
  at: Date;
  state: string;
  attempts: number;
  notBefore: Date;
  status: number | null;
  error: string | null;
}

/** The newest calls of every endpoint, at most `most` of each. */
export async function listCalls(db: Db, most: number): Promise<ListedCall[]> {
  return db.$queryRaw<ListedCall[]>`
    select x.id, x."endpointId", x.kind, d.number, u.code as "unitCode", x.at, x.state::text as state, x.attempts, x."notBefore",
      x.status, x.error
    from "WebhookEndpoint" e cross join lateral (
      select * from "WebhookCall" c where c."endpointId" = e.id order by c.id desc limit ${most}::int) x
    left join "Assignment" a on a.id = x."assignmentId" left join "Directive" d on d.id = a."directiveId"
    left join "Unit" u on u.id = a."unitId" order by x.id desc`;
}
