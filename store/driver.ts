import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlQueryable, Transaction } from '@prisma/driver-adapter-utils';
import type { Prisma, PrismaClient } from '../generated/prisma/client.js';

type Client = PrismaClient | Prisma.TransactionClient;
/** What a statement is handed to: the pool, or the one connection of a transaction. */
export type Driver = Pick<SqlQueryable, 'queryRaw' | 'executeRaw'>;

/** The statement by which a transaction is asked for its driver. It is answered here and never reaches the database. */
const whichDriver = 'giaoban: which driver';
const told = new Map<number, Driver>();
let asked = 0;

const ofTransactions = new WeakMap<Client, Driver>();
const ofDatabases = new WeakMap<Client, DirectPg>();

/**
 * Prisma's driver, which also takes statements past Prisma's client. The client makes JSON of each statement with all
 * its values and reads it again, and converts the result cell by cell: for a batch of messages that costs more than
 * they do. See docs/adr/0021-past-the-client.md.
 */
export class DirectPg extends PrismaPg {
  private pool: Driver | null = null;

  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => attend(await start(level));
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      this.pool = null;
      await dispose();
    };
    this.pool = adapter;
    return adapter;
  }

  /** From now on `driverOf` finds this one for the client. */
  serve(client: PrismaClient): void {
    ofDatabases.set(client, this);
  }

  async opened(client: Client): Promise<Driver> {
    if (!this.pool) await (client as PrismaClient).$connect();
    return this.pool!;
  }
}

/** Where the statements of a database or a transaction go. */
export async function driverOf(client: Client): Promise<Driver> {
  const known = ofTransactions.get(client) ?? ofDatabases.get(client)?.opened(client);
  if (known) return known;
  const ask = (asked += 1);
  await client.$executeRawUnsafe(whichDriver, ask);
  const driver = told.get(ask);
  if (!driver) throw new Error('a transaction of another driver');
  told.delete(ask);
  ofTransactions.set(client, driver);
  return driver;
}

/**
 * Lets a transaction's driver be asked for. It takes nothing once the transaction's end has been sent, be it by its
 * time limit: what came later would run on the same connection, and stand, outside of the transaction.
 */
function attend(transaction: Transaction): Transaction {
  let isOver = false;
  const unlessOver =
    <A, T>(work: (query: A) => Promise<T>) =>
    async (query: A): Promise<T> => {
      if (isOver) throw new Error('the transaction is over');
      return work(query);
    };
  const inTurn = takeTurns();
  const ask = inTurn(transaction.queryRaw.bind(transaction));
  const execute = inTurn(transaction.executeRaw.bind(transaction));
  const driver = { queryRaw: unlessOver(ask), executeRaw: unlessOver(execute) };
  transaction.queryRaw = ask;
  transaction.executeRaw = async (query) => {
    if (query.sql === whichDriver) {
      told.set(query.args[0] as number, driver);
      return 0;
    }
    if (query.sql === 'COMMIT' || query.sql === 'ROLLBACK') isOver = true;
    return execute(query);
  };
  return transaction;
}

/**
 * One after another, as they come: a connection takes one statement at a time, and the client will no longer keep those
 * that come meanwhile (https://github.com/brianc/node-postgres/blob/pg%408.23.1/packages/pg/lib/client.js).
 */
function takeTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <A, T>(work: (query: A) => Promise<T>) =>
    async (query: A): Promise<T> => {
      const mine = last.then(() => work(query));
      last = mine.catch(() => undefined);
      return mine;
    };
}
