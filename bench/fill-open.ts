import pg from 'pg';

/** Each of these times the same number of parts is due; the first one is for warming up. A Tuesday, in working hours. */
export const waves = ['02:00', '03:00', '04:00', '07:00'].map((at) => new Date(`2026-11-24T${at}:00Z`));
/** Before anything is due. */
export const calmAt = new Date('2026-11-24T01:30:00Z');
const perUnit = 100;
/** Prime, so that multiples of it hit every part once: what is due is strewn over all units and directives. */
const prime = 2_654_435_761;

/**
 * So many open parts, a hundred a unit, each with its message sent and a reminder and an escalation planned for some
 * day; one in ten was followed up before.
 * At each wave `due` of them are due, half to be reminded of, half to be escalated. Written by PostgreSQL itself.
 */
export async function fillOpen(url: string, open: number, due: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set session_replication_role = 'replica'; set synchronous_commit = off");
    await addPeople(client, open / perUnit);
    await client.query(
      `insert into "Directive" (id, number, kind, state, audience, "unitIds", title, body, "dueAt", "issuerId", "issuerChatId", "sentAt")
       select i, i, 'task', 'open', 'all', '{}', 'Việc số ' || i, '', '2027-01-29T10:00:00Z', 1, 1, '2026-11-02T01:00:00Z'
       from generate_series(1, $1::int) i`,
      [perUnit],
    );
    await addParts(client, open, due);
    await client.query(
      `insert into "Delivery" (channel, "chatId", kind, state, "directiveId", "assignmentId", "createdAt", "claimedAt", "sentAt")
       select 'telegram', a."unitId", 'directive', 'sent', a."directiveId", a.id, a."createdAt", a."createdAt", a."createdAt" from "Assignment" a`,
    );
    await client.query(
      `insert into "Escalation" ("assignmentId", step, reached, at)
       select id, 'follow-up', 'group', '2026-11-10T01:00:00Z' from "Assignment" where id % 10 = 0`,
    );
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Units below ten districts, each with a group and a lead who wrote to the bot. */
async function addPeople(client: pg.Client, units: number): Promise<void> {
  await client.query(
    `insert into "Unit" (id, code, name, "parentId")
     select i, 'XA' || i, 'Xã số ' || i, case when i > 10 then 1 + i % 10 end from generate_series(1, $1::int) i`,
    [units],
  );
  await client.query(
    `insert into "Person" (id, name) select i, 'Phụ trách ' || i from generate_series(1, $1::int) i`,
    [units],
  );
  await client.query(
    `insert into "Role" ("personId", kind, "unitId") select i, 'lead', i from generate_series(1, $1::int) i`,
    [units],
  );
  await client.query(
    `insert into "Chat" (id, channel, "externalId", role, "unitId", "personId", title)
     select i, 'telegram', '-100' || i, 'unit'::"ChatRole", i, null, 'Xã số ' || i from generate_series(1, $1::int) i
     union all select $1::int + i, 'telegram', i::text, 'private', null, i, '' from generate_series(1, $1::int) i`,
    [units],
  );
}

async function addParts(client: pg.Client, open: number, due: number): Promise<void> {
  const reminded = Math.ceil(due / 2);
  await client.query(
    `insert into "Assignment" (id, "directiveId", "unitId", "dueAt", "nextReminderAt", "nextEscalationAt", "createdAt", "updatedAt")
     select id, 1 + id % $2::int, 1 + id / $2::int,
       case when wave < $5::int and place % $3::int >= $4::int then moment - interval '2 hours' end,
       case when wave < $5::int and place % $3::int < $4::int then moment else later end,
       case when wave < $5::int and place % $3::int >= $4::int then moment else later + interval '30 days' end,
       '2026-11-02T01:00:00Z', '2026-11-02T01:00:00Z'
     from (select id, place, place / $3::int as wave, ($6::timestamptz[])[1 + (place / $3::int)] as moment,
         '2026-12-01T01:00:00Z'::timestamptz + place % 20000 * interval '1 minute' as later
       from (select id, id * $7::bigint % $1::bigint as place from generate_series(0, $1::bigint - 1) id) numbered) part`,
    [open, perUnit, due, reminded, waves.length, waves, prime],
  );
}
