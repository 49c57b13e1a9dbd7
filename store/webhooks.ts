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
  /** Why the program switched it off: `failing`, `gone`; null where nobody or a person did. */
  offReason: string | null;
}

export interface NewEndpoint {
  url: string;
  events: readonly WebhookEvent[];
  withWords: boolean;
  createdById: number;
}

/** Adds an address to which events go from now on. Returns its secret: the page shows it once. */
export async function createEndpoint(db: Db, endpoint: NewEndpoint, now: Date): Promise<string> {
  const secret = `${secretPrefix}${randomBytes(32).toString('base64')}`;
  const { events, ...rest } = endpoint;
  await db.webhookEndpoint.create({
    data: { ...rest, events: [...events], secret, createdAt: now, onSince: now },
  });
  return secret;
}

/** Every endpoint, without its secret. */
export async function listEndpoints(db: Db): Promise<Endpoint[]> {
  const rows = await db.webhookEndpoint.findMany({ omit: { secret: true }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({ ...row, events: webhookEvents.filter((event) => row.events.includes(event)) }));
}

/** Where to send and with what to sign; null when there is no such endpoint any more. */
export async function findEndpoint(db: Db, id: number) {
  return db.webhookEndpoint.findUnique({ where: { id } });
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
