import { createHash } from 'node:crypto';
import { ColumnTypeEnum, type ColumnType } from '@prisma/driver-adapter-utils';
import type { ClientBase } from 'pg';
import { Prisma, PrismaClient } from '../generated/prisma/client.js';
import { DirectPg, driverOf } from './driver.js';

/** The database, or a transaction on it. Every function of store/ takes it first. */
export type Db = PrismaClient | Prisma.TransactionClient;
export type Database = PrismaClient;
export { Prisma };

const statementNames = new Map<string, string>();
/** The texts are those of the program, some hundreds, and some vary with the length of a list. */
const mostNames = 2_000;

/** Prepared statements by the text's hash: the hot statements are planned once a connection. */
export function statementName({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  const name = createHash('sha1').update(sql).digest('hex');
  if (statementNames.size >= mostNames) statementNames.clear();
  statementNames.set(sql, name);
  return name;
}

/**
 * How every connection begins. The driver writes moments without their zone and drops the zone of those it reads
 * (https://github.com/prisma/prisma/blob/7.10.0/packages/adapter-pg/src/conversion.ts): a server that lives in Vietnam
 * would take every one of them for seven hours earlier. And PostgreSQL compiles what it takes for expensive: when a
 * directive to 2,000 units was opened, for more than a second what then ran for a few milliseconds.
 */
const greet = (client: ClientBase) => client.query(`set time zone 'UTC'; set jit = off`);

/** Opens the store. Connections are made when needed; `max` of them at once. */
export function openDatabase(url: string, max = 10): Database {
  const onConnect = greet as (client: ClientBase) => void; // the pool waits for it, which its types don't say
  const adapter = new DirectPg(
    { connectionString: url, max, onConnect },
    { statementNameGenerator: statementName },
  );
  // Other formats of errors take a stack trace before each statement, for an error that hardly ever comes.
  const errorFormat = 'minimal';
  const transactionOptions = { maxWait: 10_000, timeout: 30_000 };
  const db = new PrismaClient({ adapter, errorFormat, transactionOptions });
  adapter.serve(db);
  return db;
}

/** Runs `work` in one transaction. */
export function transact<T>(db: Database, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.$transaction(work);
}

/**
 * From here to its end this transaction's statements are planned for their values, and run as planned. Of a prepared
 * statement PostgreSQL otherwise keeps one plan for any values after five runs; over many rows that took four times as
 * long (https://www.postgresql.org/docs/current/sql-prepare.html). A hundred thousand rows are sorted and joined in memory.
 */
export async function planForValues(tx: Db): Promise<void> {
  await tx.$executeRaw`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('work_mem', '32MB', true)`;
}

/**
 * From here to its end this transaction's statements are planned once a connection, for any values: those of every
 * message look rows up by their keys, and planning them for each batch anew would cost more than they do. A bitmap, which
 * the planner likes of a table whose figures it does not know yet, would be made and thrown away for every single row.
 */
export async function planForAny(tx: Db): Promise<void> {
  await execute(
    tx,
  )`select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_bitmapscan', 'off', true)`;
}

/** Runs statements over many rows. */
export function overMany<T>(db: Database, work: (tx: Db) => Promise<T>): Promise<T> {
  return transact(db, async (tx) => {
    await planForValues(tx);
    return work(tx);
  });
}

/** Does `work`, or asks more, while the database does what it was asked: the question leaves first. */
export async function meanwhile<A, T>(asked: Promise<A>, work: () => T): Promise<[A, Awaited<T>]> {
  return Promise.all([asked, new Promise((sent) => setImmediate(sent)).then(work)]);
}

/** Whether the database answers. Throws when it does not. */
export async function pingDatabase(db: Db): Promise<void> {
  await db.$queryRaw`select 1`;
}

/** A statement written as a template, like those of Prisma. */
type Statement<T> = (strings: TemplateStringsArray, ...values: unknown[]) => Promise<T>;

/** How the values come that the driver leaves as text. Numbers beyond 2^53 are none of ours. */
const readers: Partial<Record<ColumnType, (value: unknown) => unknown>> = {
  [ColumnTypeEnum.Int64]: Number,
  [ColumnTypeEnum.DateTime]: (moment) => new Date(moment as string),
  [ColumnTypeEnum.Json]: (text) => JSON.parse(text as string) as unknown,
};

/**
 * The rows of a statement, handed to the driver as it is: what every message and every reply asks. Moments come as
 * dates and JSON is parsed: very many rows come faster as the one cell that `json_agg` makes of them.
 */
export function askRows<T>(db: Db): Statement<T[]> {
  return async (strings, ...values) => {
    const driver = await driverOf(db);
    const { columnNames, columnTypes, rows } = await driver.queryRaw(toQuery(strings, values));
    const read = columnTypes.map((type) => readers[type]);
    return rows.map((cells) => {
      const row: Record<string, unknown> = {};
      // A hundred cells for every reply: an iterator would cost more than they do.
      for (let at = 0; at < cells.length; at += 1) {
        const [cell, convert] = [cells[at], read[at]];
        row[columnNames[at]!] = cell === null || !convert ? cell : convert(cell);
      }
      return row as T;
    });
  };
}

/** Runs a statement on the driver as it is; says how many rows it changed. For those of every message and reply. */
export function execute(db: Db): Statement<number> {
  return async (strings, ...values) => {
    const driver = await driverOf(db);
    return driver.executeRaw(toQuery(strings, values));
  };
}

/**
 * SQL: whether a statement finds anything, looked up for the row at hand. Of a plain `exists` PostgreSQL may make a list
 * of all that it could ever find, for every batch anew: of all groups there are, to know of two hundred.
 */
export const existsByRow = (found: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce((select true from (${found} limit 1) found), false)`;

function toQuery(strings: TemplateStringsArray, parts: unknown[]) {
  const { text, values } = Prisma.sql(strings, ...parts);
  const argTypes = values.map((value) => ({
    scalarType: 'unknown' as const,
    arity: Array.isArray(value) ? ('list' as const) : ('scalar' as const),
  }));
  return { sql: text, args: values, argTypes };
}
