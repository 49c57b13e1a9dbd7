import pg from 'pg';

/** Tables of a moment: what is on its way, what a restart makes anew, and secrets that open a platform or the page. */
const leftOut = [
  '_prisma_migrations',
  ...[
    'Heartbeat',
    'ChannelPace',
    'ChannelToken',
    'Inbox',
    'Dialogue',
    'Offer',
    'SharedFile',
    'HeldFile',
    'ApiToken',
    'ApiAnswer',
    'WebhookEndpoint',
    'WebhookCall',
    'WebLink',
    'WebSession',
  ],
];

export interface BackupTable {
  name: string;
  columns: { name: string; isJson: boolean }[];
  /** Columns that point to rows which come later: they are set when every row is there. */
  lateLinks: string[];
  primaryKey: string[];
  hasSequence: boolean;
  /** Its rows carry whole files: few of them fill the memory. */
  hasFiles: boolean;
}

export interface BackupRow {
  table: string;
  /** The row as JSON, as PostgreSQL writes it. */
  row: string;
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A connection of its own on which everything is seen as of one moment, or written together. */
export async function withSnapshot<T>(
  url: string,
  mode: 'read' | 'write',
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin');
    // Moments are written the same on every server.
    await client.query("set local time zone 'UTC'");
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end(); // what was not committed is undone
  }
}

interface Link {
  column: string;
  to: string;
  isOptional: boolean;
}

type Linked = Omit<BackupTable, 'lateLinks'> & { links: Link[] };

/** The tables that a copy of the installation has, those that others point to first. */
export async function listBackupTables(client: pg.Client): Promise<BackupTable[]> {
  const { rows } = await client.query<Linked>(
    `select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'isJson', t.typname in ('json', 'jsonb') or t.typcategory = 'A')
        order by a.attnum) from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select json_agg(json_build_object('column', a.attname, 'to', o.relname, 'isOptional', not a.attnotnull))
        from pg_constraint k join pg_class o on o.oid = k.confrelid
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
        where k.conrelid = c.oid and k.contype = 'f'), '[]') as links,
      (select json_agg(a.attname) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as "primaryKey",
      exists (select 1 from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
        where d.adrelid = c.oid and a.attname = 'id' and pg_get_expr(d.adbin, d.adrelid) like 'nextval(%') as "hasSequence",
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.atttypid = 'bytea'::regtype) as "hasFiles"
    from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
      and c.relname <> all($1) order by c.relname`,
    [leftOut],
  );
  return sortTables(rows);
}

/** Where tables point at each other in a circle, a column that may be empty is filled in at the end. */
function sortTables(tables: readonly Linked[]): BackupTable[] {
  const sorted: BackupTable[] = [];
  const isThere = ({ to }: Link) => leftOut.includes(to) || sorted.some(({ name }) => name === to);
  for (let left = [...tables]; left.length > 0;) {
    const isReady = ({ name, links }: Linked) => links.every((link) => isThere(link) || link.to === name);
    const canWait = ({ links }: Linked) => links.every((link) => isThere(link) || link.isOptional);
    const next = left.find(isReady) ?? left.find(canWait);
    if (!next) throw new Error('Tables point at each other in a circle.');
    const { links, ...table } = next;
    sorted.push({ ...table, lateLinks: links.filter((link) => !isThere(link)).map(({ column }) => column) });
    left = left.filter((table) => table !== next);
  }
  return sorted;
}

export async function countRows(client: pg.Client, tables: readonly BackupTable[]): Promise<number> {
  const counts = tables.map(({ name }) => `(select count(*) from ${quote(name)})`);
  const { rows } = await client.query<{ count: string }>(`select ${counts.join(' + ')} as count`);
  return Number(rows[0]!.count);
}

/** The name of the last migration: a copy fits into a database of the same one. */
export async function findSchemaName(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations order by migration_name desc limit 1',
  );
  return rows[0]!.name;
}

const atOnce = 1_000;
const filesAtOnce = 5;

/** Every row of every table, a thousand at a time: memory does not grow with the ledger. */
export async function* streamRows(
  client: pg.Client,
  tables: readonly BackupTable[],
): AsyncGenerator<BackupRow[]> {
  for (const { name, primaryKey, hasFiles } of tables) {
    const order = primaryKey.map(quote).join(', ');
    await client.query(
      `declare backup no scroll cursor for select row_to_json(t)::text as row from ${quote(name)} t order by ${order}`,
    );
    for (;;) {
      const { rows } = await client.query<{ row: string }>(
        `fetch ${hasFiles ? filesAtOnce : atOnce} from backup`,
      );
      if (rows.length === 0) break;
      yield rows.map(({ row }) => ({ table: name, row }));
    }
    await client.query('close backup');
  }
}

/** Whether nothing of an organisation is there yet. */
export async function isEmptyDatabase(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ used: boolean }>(
    'select exists (select 1 from "Unit") or exists (select 1 from "Person") or exists (select 1 from "Directive") as used',
  );
  return !rows[0]!.used;
}

/** Takes what a start of the program had written by itself out of the way. Only for a database that isEmptyDatabase. */
export async function clearTables(client: pg.Client, tables: readonly BackupTable[]): Promise<void> {
  await client.query(`truncate ${tables.map(({ name }) => quote(name)).join(', ')} cascade`);
}

/** Writes rows (a JSON list of objects) into a table; links to what comes later stay empty until linkRows. */
export async function insertRows(
  client: pg.Client,
  { name, columns, lateLinks }: BackupTable,
  rows: string,
): Promise<void> {
  const chosen = columns
    .filter((column) => !lateLinks.includes(column.name))
    .map((column) => quote(column.name))
    .join(', ');
  await client.query(
    `insert into ${quote(name)} (${chosen}) select ${chosen} from jsonb_populate_recordset(null::${quote(name)}, $1::jsonb)`,
    [rows],
  );
}

export async function linkRows(
  client: pg.Client,
  { name, lateLinks }: BackupTable,
  rows: string,
): Promise<void> {
  for (const column of lateLinks.map(quote))
    await client.query(
      `update ${quote(name)} t set ${column} = r.${column} from jsonb_populate_recordset(null::${quote(name)}, $1::jsonb) r where t.id = r.id`,
      [rows],
    );
}

/** New rows get ids behind those that came in. */
export async function moveSequences(client: pg.Client, tables: readonly BackupTable[]): Promise<void> {
  for (const { name } of tables.filter(({ hasSequence }) => hasSequence))
    await client.query(
      `select setval(pg_get_serial_sequence($1, 'id'), greatest((select max(id) from ${quote(name)}), 1), exists (select 1 from ${quote(name)}))`,
      [quote(name)],
    );
}
