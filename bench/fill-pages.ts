import pg from 'pg';

/** When it all stands: a Thursday afternoon. */
export const openNow = new Date('2026-11-26T08:00:00Z');

/**
 * So many units and open directives, every unit with a group and a reply to every directive: half done, the rest in all the
 * states that there are, some groups not reached, some requests waiting. Written by PostgreSQL itself.
 */
export async function fillPages(url: string, units: number, directives: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set session_replication_role = 'replica'; set synchronous_commit = off");
    await client.query(`insert into "Person" (id, name) values (1, 'Văn phòng')`);
    await client.query(`insert into "Role" ("personId", kind) values (1, 'owner')`);
    await client.query(
      `insert into "Account" (id, "personId", channel, "externalId", name) values (1, 1, 'telegram', '1', 'Văn phòng')`,
    );
    await client.query(
      `insert into "Unit" (id, code, name, "parentId")
       select i, 'XA' || i, 'Xã số ' || i, case when i > 100 then 1 + i % 100 end from generate_series(1, $1::int) i`,
      [units],
    );
    await client.query(
      `insert into "Chat" (id, channel, "externalId", role, "unitId", title, state)
       select i, 'telegram', '-100' || i, 'unit', i, 'Xã số ' || i, case when i % 50 = 0 then 'unreachable' else 'active' end::"ChatState"
       from generate_series(1, $1::int) i`,
      [units],
    );
    await client.query(
      `insert into "Directive" (id, number, kind, state, audience, "unitIds", title, body, "dueAt", "issuerId", "issuerChatId", "sentAt")
       select i, i, 'task', 'open', 'all', (select array_agg(id order by id) from "Unit"), 'Việc số ' || i,
         'Các đơn vị rà soát vật tư, phương tiện, lực lượng tại chỗ và báo cáo kết quả.',
         $1::timestamptz + (i - 25) * interval '6 hours', 1, 1, $1::timestamptz - interval '9 days' + i * interval '1 hour'
       from generate_series(1, $2::int) i`,
      [openNow, directives],
    );
    await addParts(client, units);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

async function addParts(client: pg.Client, units: number): Promise<void> {
  await client.query(
    `insert into "Assignment" (id, "directiveId", "unitId", state, percent, note, difficulty, "acknowledgedAt", "answeredAt", "doneAt", "lastReplyId", "createdAt", "updatedAt")
     select (d.id - 1) * $1::int + u, d.id, u,
       case when u % 2 = 0 then 'done' when u % 10 = 1 then 'blocked' when u % 10 = 3 then 'waiting' else 'in_progress' end::"AssignmentState",
       case when u % 2 = 0 then 100 when u % 10 > 4 then 40 end, 'đã làm xong, không có thiệt hại',
       case when u % 10 = 1 then 'thiếu máy bơm' end, at, at, case when u % 2 = 0 then at end, (d.id - 1) * $1::int + u, d."sentAt", at
     from "Directive" d cross join generate_series(1, $1::int) u
       cross join lateral (select d."sentAt" + (u % 120) * interval '1 hour' as at) t`,
    [units],
  );
  await client.query(
    `insert into "Delivery" (channel, "chatId", kind, state, "directiveId", "assignmentId", "createdAt", "sentAt")
     select 'telegram', a."unitId", 'directive', case when a."unitId" % 97 = 5 then 'failed' when a."unitId" % 89 = 7 then 'uncertain' else 'sent' end::"DeliveryState",
       a."directiveId", a.id, a."createdAt", a."createdAt" from "Assignment" a`,
  );
  await client.query(
    `insert into "Reply" (id, "assignmentId", "directiveId", "unitId", "chatId", "personId", "messageId", source, state, text, status, percent, note, "receivedAt")
     select a.id, a.id, a."directiveId", a."unitId", a."unitId", 1, 'm' || a.id, 'text', case when a."unitId" % 61 = 3 then 'asked' else 'read' end::"ReplyState",
       a.note, case when a."unitId" % 61 = 3 or a.id % 53 = 3 then null else a.state end, a.percent, a.note, a."answeredAt" from "Assignment" a`,
  );
  await client.query(
    `insert into "ReplyVersion" ("replyId", version, text, reading, at)
     select id, 1, text, jsonb_build_object('isQuestion', id % 53 = 3), "receivedAt" from "Reply"`,
  );
  await client.query(
    `insert into "Approval" (kind, "assignmentId", "replyId", "openKey", "askedAt", "wishedAt")
     select 'more-time', id, id, 'more-time:' || id, "answeredAt", "answeredAt" + interval '9 days' from "Assignment" where "unitId" % 71 = 5`,
  );
}
