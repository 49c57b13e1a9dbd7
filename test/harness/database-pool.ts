import pg from 'pg';
import { cloneDatabase, type Backend, type TestServers } from './servers.js';

/** A database of one's own for a while. */
export interface Lease {
  url: string;
  /** Empties it for whoever asks next; nobody uses it any more. */
  release(): Promise<void>;
}

/** Emptied ones of this process, by the server they are on. */
const free = new Map<string, string[]>();

/**
 * An empty, migrated database. Making one writes hundreds of files, emptying one only removes the rows that a story
 * left: so one that was released is taken before a new one is made.
 */
export async function leaseDatabase(servers: TestServers, backend: Backend): Promise<Lease> {
  const key = `${servers.runId} ${backend}`;
  const waiting = free.get(key) ?? [];
  free.set(key, waiting);
  const url = waiting.pop() ?? (await cloneDatabase(servers, backend));
  return {
    url,
    async release() {
      if (await emptyDatabase(url)) waiting.push(url);
    },
  };
}

/** All but what a migrated database holds from the start. The next numbers as well: a story may count on the first directive being the first row. */
const emptyAll = `
  do $$
  declare
    t regclass;
    is_filled boolean;
  begin
    perform pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend';
    set local session_replication_role = replica;
    for t in select oid from pg_class where relkind = 'r' and oid >= 16384 and relname not in ('_prisma_migrations', 'migration', 'meta') loop
      execute format('select exists (select from %s)', t) into is_filled;
      if is_filled then execute format('delete from %s', t); end if;
    end loop;
    perform setval(oid, 1, false) from pg_class where relkind = 'S';
  end $$`;

/** Whether it could be emptied: only a superuser may leave out the rules between tables. */
async function emptyDatabase(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(emptyAll);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') return false;
    throw error;
  } finally {
    await client.end();
  }
}
