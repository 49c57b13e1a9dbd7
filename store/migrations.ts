import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';

export type SchemaEngine = glue.SchemaEngine;

/** Folder of the ordered Prisma migrations, from a checkout or from dist/. */
export const migrationsFolder = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '../prisma/migrations',
);

/** The part of the WebAssembly API used here; Node's own types leave it out. */
interface WasmLoader {
  instantiate(
    bytes: Buffer,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
}
const wasm = (globalThis as unknown as { WebAssembly: WasmLoader }).WebAssembly;

const noFilter = { externalTables: [], externalEnums: [] };
let isLoaded = false;

/**
 * Prisma's schema engine as WebAssembly, talking through the driver adapter: migrations without the engine binary
 * that the Prisma CLI would fetch from the network. Node cannot import .wasm by itself, so it is bound by hand.
 * The pool is the caller's to end: the engine's advisory lock lives as long as its connection.
 */
export async function openSchemaEngine(pool: pg.Pool): Promise<SchemaEngine> {
  if (!isLoaded) {
    const require = createRequire(import.meta.url);
    const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm'));
    const bytes = await readFile(path.join(folder, 'schema_engine_bg.wasm'));
    const { instance } = await wasm.instantiate(bytes, { './schema_engine_bg.js': glue });
    glue.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
    isLoaded = true;
  }
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  return glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}

/** Names of the migrations on disk, in their order. */
async function listMigrations(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  return folders.map((entry) => entry.name).sort();
}

/** The migrations on disk in the form the engine wants. */
export async function readMigrations(folder = migrationsFolder): Promise<glue.MigrationList> {
  const names = await listMigrations(folder);
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(folder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
  const lockfile = {
    path: 'migration_lock.toml',
    content: await readFile(path.join(folder, 'migration_lock.toml'), 'utf8'),
  };
  return { baseDir: folder, lockfile, shadowDbInitScript: '', migrationDirectories };
}

/** Names of the migrations on disk that the database has not seen. Asking costs no engine and reads none of them. */
export async function findPendingMigrations(pool: pg.Pool): Promise<string[]> {
  const names = await listMigrations(migrationsFolder);
  const table = await pool.query<{ name: string | null }>(
    `select to_regclass('_prisma_migrations')::text as name`,
  );
  if (!table.rows[0]?.name) return names;
  const rows = await pool.query<{ migration_name: string }>(
    'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  );
  const applied = new Set(rows.rows.map((row) => row.migration_name));
  return names.filter((name) => !applied.has(name));
}

/**
 * Applies every migration that the database lacks. Returns their names; empty when it was up to date. Throws a sentence
 * for the operator when the database cannot be opened.
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    await openFirst(pool);
    if ((await findPendingMigrations(pool)).length === 0) return [];
    const engine = await openSchemaEngine(pool);
    const result = await engine.applyMigrations({
      migrationsList: await readMigrations(),
      filters: noFilter,
    });
    engine.free();
    return result.appliedMigrationNames;
  } finally {
    await pool.end();
  }
}

async function openFirst(pool: pg.Pool): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (cause) {
    // A name with several addresses that all refuse has a code and no message.
    const { message, code } = cause as { message: string; code?: string };
    throw new Error(
      `the database cannot be opened (${message || code}): start PostgreSQL or correct DATABASE_URL.`,
      { cause },
    );
  }
}
