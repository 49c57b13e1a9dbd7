import pg from 'pg';
import { addWeek, type Week } from './fill-weeks.js';

/** The end of the week that is summed up, and that of the week before; history lies before its beginning. */
export const weekEnd = new Date('2026-11-20T09:00:00Z');
export const weekStart = new Date('2026-11-13T09:00:00Z');
const ofHistory = 50;

export const weekBefore: Week = { first: ofHistory + 1, startsAt: new Date('2026-11-06T09:00:00Z') };
export const week: Week = { first: ofHistory + 11, startsAt: weekStart };

/** A connection for which nobody checks the rules between tables, and nothing waits for the disk. */
export async function connectToFill(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("set session_replication_role = 'replica'; set synchronous_commit = off");
  return client;
}

/** An organisation of so many units with so many replies of the year before, and a full week after them. */
export async function fillHistory(client: pg.Client, units: number, history: number): Promise<void> {
  await client.query(
    'drop index "Reply_chatId_messageId_idx", "Reply_assignmentId_receivedAt_idx", "Reply_receivedAt_assignmentId_idx"',
  );
  await client.query(
    `insert into "Person" (id, name) select i, 'Người thứ ' || i from generate_series(1, $1::int + 1) i`,
    [units],
  );
  await client.query(
    `insert into "Unit" (id, code, name, "parentId")
     select i, 'XA' || i, 'Xã số ' || i, case when i > 100 then 1 + i % 100 end from generate_series(1, $1::int) i`,
    [units],
  );
  await client.query(
    `insert into "Chat" (id, channel, "externalId", role, "unitId", title)
     select i, 'telegram', '-100' || i, 'unit', i, 'Xã số ' || i from generate_series(1, $1::int) i`,
    [units],
  );
  await addYear(client, units, Math.round(history / (units * ofHistory)));
  await addWeek(client, units, weekBefore);
  await client.query(`create index "Reply_chatId_messageId_idx" on "Reply" ("chatId", "messageId")`);
  await client.query(
    `create index "Reply_assignmentId_receivedAt_idx" on "Reply" ("assignmentId", "receivedAt")`,
  );
  await client.query(
    `create index "Reply_receivedAt_assignmentId_idx" on "Reply" ("receivedAt", "assignmentId")`,
  );
  await client.query('vacuum analyze'); // as it stands after a year in which PostgreSQL did so by itself
}

/** One directive a week, half of them never closed; every unit has done each, in so many replies. */
async function addYear(client: pg.Client, units: number, replies: number): Promise<void> {
  await client.query(
    `insert into "Directive" (id, number, kind, state, audience, "unitIds", title, body, "dueAt", "issuerId", "issuerChatId", "sentAt", "closedAt")
     select i, i, 'task', case when i % 2 = 0 then 'closed' else 'open' end::"DirectiveState", 'all', '{}',
       'Việc số ' || i, '', sent + interval '3 days', 1, 1, sent, case when i % 2 = 0 then sent + interval '6 days' end
     from (select i, $1::timestamptz - ($2::int - i + 1) * interval '7 days' as sent from generate_series(1, $2::int) i) d`,
    [weekBefore.startsAt, ofHistory],
  );
  await client.query(
    `insert into "Assignment" (id, "directiveId", "unitId", state, percent, note, "acknowledgedAt", "answeredAt", "doneAt", "createdAt", "updatedAt")
     select (d.id - 1) * $1::int + u, d.id, u, 'done', 100, 'đã làm xong, không có thiệt hại', at, at, at, d."sentAt", at
     from "Directive" d cross join generate_series(1, $1::int) u
       cross join lateral (select d."sentAt" + (u % 96) * interval '1 hour' as at) t`,
    [units],
  );
  await client.query(
    `insert into "Reply" ("assignmentId", "directiveId", "unitId", "chatId", "personId", "messageId", source, state, text, status, percent, note, "receivedAt")
     select a.id, a."directiveId", a."unitId", a."unitId", 1 + a."unitId", r || '.' || a.id, 'text', 'read', 'đã làm xong', 'done', 100, 'đã làm xong', a."doneAt" + r * interval '1 minute'
     from "Assignment" a cross join generate_series(1, $1::int) r`,
    [replies],
  );
}
