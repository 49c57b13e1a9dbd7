import { DEFAULT_SCHEMA } from 'bullmq';
import pg from 'pg';
import { openDatabase, type Database } from '../store/db.js';
import { PreparingClient } from './preparing-client.js';

/** What a program keeps open to its database. Connections are made when needed. */
export interface Connections {
  db: Database;
  /** For the queue, where it lives in the database. */
  queue: pg.Pool;
  close: () => Promise<void>;
}

/**
 * Seven workers with every channel on: each keeps a connection to listen on. The rest is for what they ask, a statement
 * at a time. With the ledger's ten that stays below a third of the built-in server's limit.
 */
const mostForQueue = 20;

/** Opens them for the database at `url`. */
export function openConnections(url: string): Connections {
  const db = openDatabase(url);
  // BullMQ names its tables without their schema.
  const options = `-c search_path=${DEFAULT_SCHEMA}`;
  const queue = new pg.Pool({
    connectionString: url,
    max: mostForQueue,
    keepAlive: true,
    options,
    Client: PreparingClient,
  });
  queue.setMaxListeners(0); // each queue and worker hears of lost connections
  return {
    db,
    queue,
    close: async () => {
      await queue.end();
      await db.$disconnect();
    },
  };
}
