import { setFlagsFromString } from 'node:v8';
import { startApp } from './app.js';
import { loadSettings, SettingsError } from './config/settings.js';
import { describeStart } from './web/describe-start.js';

/** Longer than the longest send (20 s limit) would be kinder, but supervisors kill after 10 s: what is under way then is settled as `uncertain`. */
const stopTimeoutMs = 9_500;
/** Starting and the first tick of each job. */
const startMs = 20_000;

// Prisma's engines are WebAssembly that hardly ever runs once its plans are cached: optimised code for it only takes memory.
setFlagsFromString('--liftoff-only');
// A start's garbage is short-lived, but a young generation that has grown for it stays large until the next full collection,
// a minute later: 35 MB. Once the first ticks are over it grows by V8's own factor, for throughput.
setFlagsFromString('--semi-space-growth-factor=1');
setTimeout(() => setFlagsFromString('--semi-space-growth-factor=2'), startMs).unref();

try {
  const app = await startApp(loadSettings());
  process.stdout.write(await describeStart(app));
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1); // a second signal forces
    isStopping = true;
    setTimeout(() => process.exit(1), stopTimeoutMs).unref();
    app.runtime.log.info({ signal }, 'stopping');
    void app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  const advice =
    error instanceof SettingsError ? error.message : `Giaoban could not start: ${(error as Error).message}`;
  process.stderr.write(`${advice}\n`);
  process.exit(1);
}
