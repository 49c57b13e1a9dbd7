import { setFlagsFromString } from 'node:v8';

/** The first tick of each job. */
const firstTicksMs = 20_000;

// Prisma's engines are WebAssembly that hardly ever runs once its plans are cached: optimised code for it only takes memory.
setFlagsFromString('--liftoff-only');
// A start's garbage is short-lived, but a young generation that has grown for it stays large until the next full collection,
// a minute later: 35 MB.
setFlagsFromString('--semi-space-growth-factor=1');

/** Once the process has started: lets the young generation grow by V8's own factor, for throughput. */
export function growAfterStart(): void {
  setTimeout(() => setFlagsFromString('--semi-space-growth-factor=2'), firstTicksMs).unref();
}
