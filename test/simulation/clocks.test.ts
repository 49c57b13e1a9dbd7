import { test } from 'vitest';
import { limitMs, play } from './play.js';

test(
  'a week in which clocks abroad change, on PostgreSQL and Redis: what was sent is what should have been',
  () => play({ units: 9, days: 7, backend: 'servers', start: '2027-03-09', seed: 1 }),
  limitMs,
);
