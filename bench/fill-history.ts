import pg from 'pg';

/** The end of the week that is summed up; history lies before its beginning. */
export const weekEnd = new Date('2026-11-20T09:00:00Z');
export const weekStart = new Date('2026-11-13T09:00:00Z');
const perWeek = 10;
const ofHistory = 50;

/**
 * An organisation of so many units with ten directives in the week, each answered by every unit, over a history of so
 * many replies. Written by PostgreSQL itself; rules between tables are checked by nobody meanwhile.
 */
export async function fillHistory(url: string, units: number, history: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set session_replication_role = 'replica'; set synchronous_commit = off");
    await client.query(
      'drop index "Reply_chatId_messageId_idx", "Reply_assignmentId_receivedAt_idx", "Reply_receivedAt_idx"',
    );
    await client.query(`insert into "Person" (id, name) values (1, 'Văn phòng')`);
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
    await addDirectives(client);
    await addParts(client, units);
    await addReplies(client, units, history);
    await client.query(`create index "Reply_chatId_messageId_idx" on "Reply" ("chatId", "messageId")`);
    await client.query(
      `create index "Reply_assignmentId_receivedAt_idx" on "Reply" ("assignmentId", "receivedAt")`,
    );
    await client.query(`create index "Reply_receivedAt_idx" on "Reply" ("receivedAt")`);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** The last ten are the week's; the others were sent in the year before, one a week, and half of them never closed. */
async function addDirectives(client: pg.Client): Promise<void> {
  await client.query(
    `insert into "Directive" (id, number, kind, state, audience, "unitIds", title, body, "dueAt", "issuerId", "issuerChatId", "sentAt", "closedAt")
     select i, i, 'task', case when i <= $3::int and i % 2 = 0 then 'closed' else 'open' end::"DirectiveState", 'all', '{}',
       'Việc số ' || i, '', sent + interval '3 days', 1, 1, sent, case when i <= $3::int and i % 2 = 0 then sent + interval '6 days' end
     from (select i, case when i > $3::int then $1::timestamptz + (i - $3::int) * interval '1 hour'
       else $1::timestamptz - ($3::int - i + 1) * interval '7 days' end as sent from generate_series(1, $2::int + $3::int) i) d`,
    [weekStart, perWeek, ofHistory],
  );
}

/** Nine in ten done, a tenth of these late; the rest in all the states that there are. */
async function addParts(client: pg.Client, units: number): Promise<void> {
  await client.query(
    `insert into "Assignment" (id, "directiveId", "unitId", state, percent, note, "acknowledgedAt", "answeredAt", "doneAt", "lastReplyId", "createdAt", "updatedAt")
     select (d.id - 1) * $1::int + u, d.id, u, case when u % 10 > 0 or d.id <= $2::int then 'done' when u % 20 = 0 then 'blocked' else 'in_progress' end::"AssignmentState",
       case when u % 10 > 0 then 100 else 40 end, 'đã làm xong, không có thiệt hại', at, at,
       case when u % 10 > 0 or d.id <= $2::int then at end, null, d."sentAt", at
     from "Directive" d cross join generate_series(1, $1::int) u
       cross join lateral (select d."sentAt" + (u % 96) * interval '1 hour' as at) t`,
    [units, ofHistory],
  );
  await client.query(
    `insert into "Delivery" (channel, "chatId", kind, state, "directiveId", "assignmentId", "createdAt", "sentAt")
     select 'telegram', a."unitId", 'directive', 'sent', a."directiveId", a.id, a."createdAt", a."createdAt" from "Assignment" a
     where a."directiveId" > $1::int`,
    [ofHistory],
  );
}

async function addReplies(client: pg.Client, units: number, history: number): Promise<void> {
  const rounds = Math.round(history / (units * ofHistory));
  const columns = `"assignmentId", "directiveId", "unitId", "chatId", "personId", "messageId", source, state, text, status, percent, note, "receivedAt"`;
  await client.query(
    `insert into "Reply" (${columns})
     select a.id, a."directiveId", a."unitId", a."unitId", 1, r || '.' || a.id, 'text', 'read', 'đã làm xong', 'done', 100, 'đã làm xong', a."doneAt" + r * interval '1 minute'
     from "Assignment" a cross join generate_series(1, $1::int) r where a."directiveId" <= $2::int`,
    [rounds, ofHistory],
  );
  await client.query(
    `insert into "Reply" (${columns})
     select a.id, a."directiveId", a."unitId", a."unitId", 1, 'w' || a.id, 'text', 'read', a.note, a.state, a.percent, a.note, a."answeredAt"
     from "Assignment" a where a."directiveId" > $1::int`,
    [ofHistory],
  );
  await client.query(
    `update "Assignment" a set "lastReplyId" = r.id from "Reply" r where r."assignmentId" = a.id and a."directiveId" > $1::int`,
    [ofHistory],
  );
}
