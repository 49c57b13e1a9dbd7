import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { findFreePort } from './free-port.js';
import { makeFolder } from './make-folder.js';
import { findPostgresPlace, type PostgresPlace } from './postgres-place.js';

const run = promisify(execFile);
const startTimeoutMs = 30_000;
const stopTimeoutMs = 8_000;

export interface EmbeddedPostgres {
  url: string;
  /** Where the data really is: another folder than asked for when root's data must lie where the server can reach it. */
  folder: string;
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL from the npm package's binaries, on 127.0.0.1 and a free port, its data below `dataDir`.
 * `program` is the one process that owns the folder: a second one is refused, and a server that a killed one left
 * behind is taken over. `guest` (a command of the shell) shares a running server and leaves it running.
 * Errors are sentences for the operator.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  as: 'program' | 'guest' = 'program',
): Promise<EmbeddedPostgres> {
  const place = await findPostgresPlace(path.resolve(dataDir));
  const found = (await findRunning(place)) ?? (await launch(place));
  if (as === 'guest') {
    const stop = async () => (found.isOurs ? stopServer(found.pid) : undefined);
    return { url: found.url, folder: place.folder, stop };
  }
  const release = await own(found.url, dataDir);
  const stop = async () => {
    await release();
    await stopServer(found.pid);
  };
  return { url: found.url, folder: place.folder, stop };
}

interface RunningServer {
  url: string;
  pid: number;
  isOurs: boolean;
}

async function launch(place: PostgresPlace): Promise<RunningServer> {
  const password = await initialise(place);
  const port = await findFreePort();
  const child = spawn(
    path.join(place.bin, 'postgres'),
    ['-D', cluster(place), '-p', String(port), ...flags(place)],
    {
      ...place.user,
      cwd: place.folder, // the folder we were started in may be one the system user cannot enter
      detached: true, // Ctrl-C in the terminal must reach us alone: we stop the server last.
      stdio: 'ignore',
    },
  );
  child.unref();
  const url = `postgresql://giaoban:${password}@127.0.0.1:${port}/giaoban`;
  await waitUntilReady(url, () => child.exitCode !== null, place);
  return { url, pid: child.pid ?? 0, isOurs: true };
}

/** Any number: it is the same in every process that asks for the folder's lock. */
const ownerLock = 7_340_033;

/** The lock lives in the database session, so a killed process can never leave it behind. */
async function own(url: string, dataDir: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  client.on('error', () => undefined); // the server went: whoever uses it next will say so
  await client.connect();
  const { rows } = await client.query<{ ok: boolean }>('select pg_try_advisory_lock($1) as ok', [ownerLock]);
  if (rows[0]?.ok) return () => client.end().catch(() => undefined);
  await client.end();
  throw new Error(
    `another Giaoban uses the data folder ${path.resolve(dataDir)}: stop it, or set DATA_DIR to another folder.`,
  );
}

const cluster = (place: PostgresPlace) => path.join(place.folder, 'postgres');
const options = (place: PostgresPlace) => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  logging_collector: 'on',
  log_directory: path.join(place.folder, 'postgres-log'),
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  // Statements hold what people wrote: they stay out of the log.
  log_min_error_statement: 'panic',
  max_connections: '100',
  shared_buffers: '64MB',
});
const flags = (place: PostgresPlace) =>
  Object.entries(options(place)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

const passwordFile = (place: PostgresPlace) => path.join(place.folder, 'postgres-password');

/** Makes the cluster on the first start. Returns the password, which only this user can read. */
async function initialise(place: PostgresPlace): Promise<string> {
  const known = await readFile(passwordFile(place), 'utf8').catch(() => null);
  if (known !== null && (await isFile(path.join(cluster(place), 'PG_VERSION')))) return known.trim();
  const password = randomBytes(18).toString('hex');
  await rm(cluster(place), { recursive: true, force: true }); // a first start that was cut off half-way
  for (const folder of [cluster(place), path.join(place.folder, 'postgres-log')]) {
    await makeFolder(folder, 0o700);
    if (place.user) await chown(folder, place.user.uid, place.user.gid);
  }
  const handover = path.join(place.folder, 'initdb-password');
  await writeFile(handover, `${password}\n`, { mode: 0o600 });
  if (place.user) await chown(handover, place.user.uid, place.user.gid);
  const args = [
    '-D',
    cluster(place),
    '-U',
    'giaoban',
    '-A',
    'scram-sha-256',
    `--pwfile=${handover}`,
    '-E',
    'UTF8',
    '--locale=C',
  ];
  try {
    await run(path.join(place.bin, 'initdb'), args, {
      ...place.user,
      cwd: place.folder,
      env: { ...process.env, LC_ALL: 'C' },
    });
  } finally {
    await rm(handover, { force: true });
  }
  await writeFile(passwordFile(place), `${password}\n`, { mode: 0o600 });
  return password;
}

const isFile = (file: string) =>
  readFile(file).then(
    () => true,
    () => false,
  );

/** A server whose process outlived ours (killed, power to the terminal lost) still holds the data: use it. */
async function findRunning(place: PostgresPlace): Promise<RunningServer | null> {
  const lines = (await readFile(path.join(cluster(place), 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  const password = (await readFile(passwordFile(place), 'utf8').catch(() => '')).trim();
  if (!pid || !port || !password || !isAlive(pid)) return null;
  const url = `postgresql://giaoban:${password}@127.0.0.1:${port}/giaoban`;
  const answers = await createDatabase(url).then(
    () => true,
    () => false,
  );
  return answers ? { url, pid, isOurs: false } : null;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url.replace(/giaoban$/, 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = 'giaoban'");
    if (found.rowCount === 0) await client.query('create database giaoban');
  } finally {
    await client.end();
  }
}

async function waitUntilReady(url: string, hasExited: () => boolean, place: PostgresPlace): Promise<void> {
  for (let waited = 0; waited < startTimeoutMs; waited += 50) {
    if (
      await createDatabase(url).then(
        () => true,
        () => false,
      )
    )
      return;
    if (hasExited()) break;
    await sleep(50);
  }
  throw new Error(
    `The built-in PostgreSQL did not start: see ${path.join(place.folder, 'postgres-log')}, or set DATABASE_URL.`,
  );
}

/** SIGINT is PostgreSQL's fast shutdown: it ends open sessions and writes a checkpoint. */
async function stopServer(pid: number): Promise<void> {
  if (!pid || !isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < stopTimeoutMs && isAlive(pid); waited += 25) await sleep(25);
}
