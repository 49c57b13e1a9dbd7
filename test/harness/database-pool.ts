import pg from 'pg';
import { openConnections, type Connections } from '../../config/connections.js';
import { cloneDatabase, type Backend, type TestServers } from './servers.js';

/** A database of one's own for a while. */
export interface Lease extends Kept {
  /** Empties it for whoever asks next; nobody uses it any more. */
  release(): Promise<void>;
}

interface Kept {
  url: string;
  connections: Connections;
}

/** Emptied ones of this process, by the server they are on. */
const free = new Map<string, Kept[]>();

/**
 * An empty, migrated database. Making one writes hundreds of files, emptying one only removes the rows that a story
 * left: so one that was released is taken before a new one is made. Its connections stay open: the server has read its
 * catalogue for them and knows their statements, and the client has compiled its own.
 */
export async function leaseDatabase(servers: TestServers, backend: Backend): Promise<Lease> {
  const key = `${servers.runId} ${backend}`;
  const waiting = free.get(key) ?? [];
  free.set(key, waiting);
  const kept = waiting.pop() ?? (await makeDatabase(servers, backend));
  return {
    ...kept,
    async release() {
      if (await emptyDatabase(kept)) waiting.push(kept);
      else await kept.connections.close();
    },
  };
}

const keptName = 'kept';

async function makeDatabase(servers: TestServers, backend: Backend): Promise<Kept> {
  const url = await cloneDatabase(servers, backend);
  const named = new URL(url);
  named.searchParams.set('application_name', keptName);
  return { url, connections: openConnections(named.toString()) };
}

/** All but what a migrated database holds from the start. The next numbers as well: a story may count on the first directive being the first row. */
const emptyAll = `
  do $$
  declare
    t regclass;
    is_filled boolean;
  begin
    perform pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
        and (application_name <> '${keptName}' or state <> 'idle');
    set local session_replication_role = replica;
    for t in select oid from pg_class where relkind = 'r' and oid >= 16384 and relname not in ('_prisma_migrations', 'migration', 'meta') loop
      execute format('select exists (select from %s)', t) into is_filled;
      if is_filled then execute format('delete from %s', t); end if;
    end loop;
    perform setval(oid, 1, false) from pg_class where relkind = 'S';
  end $$`;

/** Whether it could be emptied: only a superuser may leave out the rules between tables. */
async function emptyDatabase({ connections: { queue } }: Kept): Promise<boolean> {
  // The queues of the program that stopped hear no more of lost connections; somebody must, or one ends the process.
  queue.removeAllListeners('error').on('error', () => undefined);
  try {
    await queue.query(emptyAll);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') return false;
    throw error;
  }
}
