import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
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
 * A server that a killed process left behind is used again. Errors are sentences for the operator.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const place = await findPostgresPlace(path.resolve(dataDir));
  const running = await findRunning(place);
  if (running) return running;
  const password = await initialise(place);
  const port = await findFreePort();
  const child = spawn(
    path.join(place.bin, 'postgres'),
    ['-D', cluster(place), '-p', String(port), ...flags(place)],
    {
      ...place.user,
      detached: true, // Ctrl-C in the terminal must reach us alone: we stop the server last.
      stdio: ['ignore', 'ignore', 'ignore'],
    },
  );
  child.unref();
  const url = `postgresql://giaoban:${password}@127.0.0.1:${port}/giaoban`;
  await waitUntilReady(url, () => child.exitCode !== null, place);
  return { url, folder: place.folder, stop: () => stopServer(child.pid ?? 0) };
}

const cluster = (place: PostgresPlace) => path.join(place.folder, 'postgres');
const flags = (place: PostgresPlace) => [
  '-c',
  'listen_addresses=127.0.0.1',
  '-c',
  `unix_socket_directories=`,
  '-c',
  'logging_collector=on',
  '-c',
  `log_directory=${path.join(place.folder, 'postgres-log')}`,
  '-c',
  'log_filename=postgres-%a.log',
  '-c',
  'log_truncate_on_rotation=on',
  '-c',
  'max_connections=60',
  '-c',
  'shared_buffers=64MB',
  '-c',
  'log_min_error_statement=panic',
  '-c',
  'log_min_messages=warning',
];

const passwordFile = (place: PostgresPlace) => path.join(place.folder, 'postgres-password');

/** Makes the cluster on the first start. Returns the password, which only this user can read. */
async function initialise(place: PostgresPlace): Promise<string> {
  const known = await readFile(passwordFile(place), 'utf8').catch(() => null);
  if (known !== null && (await isFile(path.join(cluster(place), 'PG_VERSION')))) return known.trim();
  const password = randomBytes(18).toString('hex');
  await rm(cluster(place), { recursive: true, force: true }); // a first start that was cut off half-way
  for (const folder of [cluster(place), path.join(place.folder, 'postgres-log')]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
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
async function findRunning(place: PostgresPlace): Promise<EmbeddedPostgres | null> {
  const lines = (await readFile(path.join(cluster(place), 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  const password = (await readFile(passwordFile(place), 'utf8').catch(() => '')).trim();
  if (!pid || !port || !password || !isAlive(pid)) return null;
  const url = `postgresql://giaoban:${password}@127.0.0.1:${port}/giaoban`;
  const isOurs = await ping(url).then(
    () => true,
    () => false,
  );
  return isOurs ? { url, folder: place.folder, stop: () => stopServer(pid) } : null;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function ping(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // the server may go while we ask
  await client.connect();
  await client.query('select 1').finally(() => client.end());
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

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
