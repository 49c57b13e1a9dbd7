import { createHash } from 'node:crypto';
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

type MomentOf<T> = { [K in keyof T]-?: NonNullable<T[K]> extends Date ? K : never }[keyof T];

/** A statement written as a template, like those of Prisma. */
type Statement<T> = (strings: TemplateStringsArray, ...values: unknown[]) => Promise<T>;

/**
 * The rows of a statement that ends in `select coalesce(json_agg(x), '[]')::text as rows`, handed to the driver as it
 * is: what every message and every reply asks. `moments` names all columns that are moments: the compiler asks for each.
 */
export function askRows<T>(db: Db, moments: Record<MomentOf<T>, true>): Statement<T[]> {
  return async (strings, ...values) => {
    const driver = await driverOf(db);
    const result = await driver.queryRaw(toQuery(strings, values));
    const text = result.rows[0]?.[0] as string | null | undefined;
    const rows = JSON.parse(text ?? '[]') as Record<string, unknown>[];
    for (const row of rows)
      for (const name in moments) if (row[name] !== null) row[name] = new Date(row[name] as string);
    return rows as T[];
  };
}

/** Runs a statement on the driver as it is; says how many rows it changed. For those of every message and reply. */
export function execute(db: Db): Statement<number> {
  return async (strings, ...values) => {
    const driver = await driverOf(db);
    return driver.executeRaw(toQuery(strings, values));
  };
}

function toQuery(strings: TemplateStringsArray, parts: unknown[]) {
  const { text, values } = Prisma.sql(strings, ...parts);
  const argTypes = values.map((value) => ({
    scalarType: 'unknown' as const,
    arity: Array.isArray(value) ? ('list' as const) : ('scalar' as const),
  }));
  return { sql: text, args: values, argTypes };
}
