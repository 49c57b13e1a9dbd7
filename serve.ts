import { startApp } from './app.js';
import { loadSettings, SettingsError } from './config/settings.js';
import { growAfterStart } from './config/spare-memory.js';
import { describeStart } from './web/describe-start.js';

/** Longer than the longest send (20 s limit) would be kinder, but supervisors kill after 10 s: what is under way then is settled as `uncertain`. */
const stopTimeoutMs = 9_500;

/** One Ctrl-C reaches us twice under npm: from the terminal, and passed on by npm. Only what comes later is a second one. */
const echoMs = 2_000;

try {
  const app = await startApp(loadSettings());
  const told = await describeStart(app);
  let stoppingSince: number | null = null;
  const stop = (signal: NodeJS.Signals) => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > echoMs) process.exit(1); // a second signal forces
      return;
    }
    stoppingSince = performance.now();
    setTimeout(() => process.exit(1), stopTimeoutMs).unref();
    app.runtime.log.info({ signal }, 'stopping');
    void app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Who reads that it runs may stop it at once.
  process.stdout.write(told);
  growAfterStart();
} catch (error) {
  const advice =
    error instanceof SettingsError ? error.message : `Giaoban could not start: ${(error as Error).message}`;
  process.stderr.write(`${advice}\n`);
  process.exit(1);
}
