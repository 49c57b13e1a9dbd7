// Builds dist/: the Prisma client, then TypeScript. With --if-stale it does nothing when no source is newer than
// the last build, so that `npm start` costs a few milliseconds and never runs old code.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'dist/.built');
const sources = [
  'main.ts',
  'serve.ts',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'prisma',
  'config',
  'core',
  'channels',
  'bot',
  'services',
  'jobs',
  'reports',
  'store',
  'web',
  'cli',
  'locales',
  'test',
  'bench',
];

function newest(file) {
  if (!existsSync(file)) return 0;
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

function run(args) {
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

const isStale = () =>
  !existsSync(stamp) || sources.some((name) => newest(path.join(root, name)) > statSync(stamp).mtimeMs);

if (!process.argv.includes('--if-stale') || isStale()) {
  const startedAt = new Date();
  const schema = newest(path.join(root, 'prisma/schema.prisma'));
  if (schema > newest(path.join(root, 'generated/prisma/client.ts'))) run(['scripts/generate.mjs']);
  run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
  for (const folder of ['locales', 'prisma/migrations', 'web/public', 'core/data']) {
    if (!existsSync(path.join(root, folder))) continue;
    // A migration or page that is gone from the sources must be gone from dist/ too; locales/ holds compiled code beside its texts.
    if (folder !== 'locales') rmSync(path.join(root, 'dist', folder), { recursive: true, force: true });
    mkdirSync(path.join(root, 'dist', folder), { recursive: true });
    cpSync(path.join(root, folder), path.join(root, 'dist', folder), {
      recursive: true,
      filter: (name) => !name.endsWith('.ts'),
    });
  }
  writeFileSync(stamp, startedAt.toISOString());
}
