// Runs all tests. What they need beyond npm's packages (Redis, Chromium) is looked for first; what is missing is
// installed from Debian when that is allowed, else this stops with the one line to run. Nothing is skipped silently.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const run = (command, args, options = {}) => spawnSync(command, args, { stdio: 'inherit', ...options });
const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

function isListening(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
    socket.once('connect', () => resolve(socket.destroy() && true));
    for (const event of ['error', 'timeout']) socket.once(event, () => resolve(socket.destroy() && false));
  });
}

/** @returns the packages that are missing */
async function findMissing() {
  const missing = [];
  const hasRedis = process.env.TEST_REDIS_URL || (await isListening(6379)) || has('redis-server');
  if (!hasRedis) missing.push('redis-server');
  if (!['chromium', 'chromium-browser', 'google-chrome'].some(has)) missing.push('chromium');
  return missing;
}

async function install(packages) {
  const line = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() === 0 && has('apt-get')) {
    process.stdout.write(`Installing for the tests: ${packages.join(', ')}\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if (run('sh', ['-c', `(${line}) >/tmp/giaoban-apt.log 2>&1`], { env }).status === 0) return;
  }
  process.stderr.write(`The tests need ${packages.join(' and ')}. Run this once: sudo sh -c '${line}'\n`);
  process.exit(1);
}

const missing = await findMissing();
if (missing.length > 0) await install(missing);
if (run(process.execPath, ['scripts/build.mjs', '--if-stale']).status !== 0) process.exit(1);

const folder = mkdtempSync(path.join(tmpdir(), 'giaoban-test-'));
const report = path.join(folder, 'report.json');
const args = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];
process.on('SIGINT', () => undefined); // the tests have it too, and end: what is left of them is removed below
const { status } = run(process.execPath, [...args, ...process.argv.slice(2)]);
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  process.stdout.write(
    `\n${numPassedTests} passed, ${numFailedTests} failed${numPendingTests ? `, ${numPendingTests} skipped` : ''}\n`,
  );
}
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
