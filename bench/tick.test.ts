import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase } from '../test/harness/database.js';
import { openDatabase } from '../store/db.js';
import { fillOpen, waves } from './fill-open.js';
import { createTick } from './tick.js';

const open = 20_000;
const due = 40;

/** What grows with the organisation and its years: no look of a tick may read one of these from end to end. */
const large = [
  ...['Assignment', 'Delivery', 'Directive', 'Reply', 'Inbox', 'SharedFile', 'Dialogue', 'Escalation'],
  ...['MessageRef', 'AuditLog', 'Unit', 'Chat', 'Person', 'Role', 'Card'],
];

interface Reads {
  table: string;
  /** By going through the table. */
  passed: number;
  rows: number;
}

describe('what a tick reads', () => {
  let url: string;
  let client: pg.Client;
  beforeAll(async () => {
    url = await createDatabase('servers');
    await fillOpen(url, open, due);
    client = new pg.Client({ connectionString: url });
    await client.connect();
    await fillRest(client);
  });
  afterAll(() => client.end());

  const readStats = async (): Promise<Reads[]> => {
    await client.query('select pg_stat_force_next_flush()');
    const { rows } = await client.query<Reads>(
      `select relname as table, seq_tup_read::int as passed, (seq_tup_read + coalesce(
         (select sum(idx_tup_read) from pg_stat_user_indexes i where i.relid = t.relid), 0))::int as rows from pg_stat_user_tables t`,
    );
    return rows;
  };

  /** What one look reads, beyond what was read before it. Counts arrive when the connection closes. */
  const look = async (mode: string, at: Date): Promise<Reads[]> => {
    const before = new Map((await readStats()).map((one) => [one.table, one]));
    const db = openDatabase(`${url}?options=-c%20plan_cache_mode%3D${mode}`, 1);
    await (await createTick(db, { REPLY_RETENTION_DAYS: '400' })).look(at);
    await db.$executeRaw`select pg_stat_force_next_flush()`;
    await db.$disconnect();
    const after = await readStats();
    return after.map(({ table, passed, rows }) => {
      const old = before.get(table)!;
      return { table, passed: passed - old.passed, rows: rows - old.rows };
    });
  };

  test.each(['force_generic_plan', 'force_custom_plan'])(
    'is what is due, by index, with %s',
    async (mode) => {
      const reads = await look(mode, waves[0]!);
      // One row is looked at to see whether there is any before the other side of a join is asked.
      expect(reads.filter(({ table, passed }) => passed > 1 && large.includes(table))).toEqual([]);
      const rows = (table: string) => reads.find((one) => one.table === table)!.rows;
      expect(rows('Assignment')).toBeLessThanOrEqual(due + 1);
      // Five hundred old events are looked at twice, all drafts once.
      expect(reads.reduce((sum, one) => sum + one.rows, 0)).toBeLessThan(due + 1_400);
    },
  );
});

/** Years of the other tables, and nothing in them that is due. */
async function fillRest(client: pg.Client): Promise<void> {
  const fresh = `'2026-11-24T00:00:00Z'`;
  for (const sql of [
    `insert into "Inbox" (channel, "eventKey", "chatKey", event, state, "receivedAt", "doneAt")
     select 'telegram', i, i, '{}', 'done', ${fresh}, ${fresh} from generate_series(1, 5000) i`,
    `insert into "SharedFile" (token, channel, ref, "createdAt") select i, 'telegram', i, ${fresh} from generate_series(1, 5000) i`,
    `insert into "Dialogue" ("chatId", "personId", kind, step, data, "expiresAt")
     select i, 1, 'compose', '', '{}', ${fresh} from generate_series(1, 5000) i`,
    `insert into "Directive" (id, kind, state, audience, "unitIds", title, body, "issuerId", "issuerChatId", "createdAt")
     select 1000 + i, 'task', case when i % 20 = 0 then 'draft' else 'closed' end::"DirectiveState", 'all', '{}', '', '', 1, 1, ${fresh} from generate_series(1, 5000) i`,
    `insert into "Card" ("directiveId", "chatId") select id, 1 from "Directive"`,
    `insert into "Reply" ("chatId", "messageId", source, text, "receivedAt") select 1, i, 'text', '', ${fresh} from generate_series(1, 5000) i`,
  ])
    await client.query(sql);
  await client.query('vacuum analyze');
}
