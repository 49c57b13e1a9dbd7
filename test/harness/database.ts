import { inject } from 'vitest';
import { openDatabase, type Database } from '../../store/db.js';
import { cloneDatabase, type Backend } from './servers.js';

export type { Backend } from './servers.js';

declare module 'vitest' {
  interface ProvidedContext {
    backend: Backend;
  }
}

/** Every flow runs on both, the embedded default and PostgreSQL with Redis: as a file of its own each (vitest.config.ts). */
export const backends: readonly Backend[] = [inject('backend')];

/** A fresh, migrated database of its own. It is dropped at the end of the run. */
export async function createDatabase(backend: Backend): Promise<string> {
  return cloneDatabase(inject('servers'), backend);
}

/** The same, opened: for tests of store/ alone. */
export async function openTestDatabase(backend: Backend = 'servers'): Promise<Database> {
  return openDatabase(await createDatabase(backend), 6);
}
