import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '../../store/db.js';
import { withDatabase } from './urls.js';

export type Backend = 'embedded' | 'servers';

declare module 'vitest' {
  interface ProvidedContext {
    backend: Backend;
  }
}

/** Every flow runs on both, the embedded default and PostgreSQL with Redis: as a file of its own each (vitest.config.ts). */
export const backends: readonly Backend[] = [inject('backend')];

/** A fresh, migrated database of its own. It is dropped at the end of the run. */
export async function createDatabase(backend: Backend): Promise<string> {
  const { runId, database, embedded } = inject('servers');
  const host = backend === 'embedded' ? embedded : database;
  const name = `${runId}_${randomBytes(4).toString('hex')}`;
  const client = new pg.Client({ connectionString: host });
  await client.connect();
  // Two clones of one template at the same moment disturb each other.
  await client.query('select pg_advisory_lock(7001)');
  try {
    await client.query(`create database ${name} template ${runId}_template`);
    // It lives for one test: a commit need not wait for the disk, also on a server that others use.
    await client.query(`alter database ${name} set synchronous_commit = off`);
  } finally {
    await client.end();
  }
  return withDatabase(host, name);
}

/** The same, opened: for tests of store/ alone. */
export async function openTestDatabase(backend: Backend = 'servers'): Promise<Database> {
  return openDatabase(await createDatabase(backend), 6);
}
