import { test } from 'vitest';
import { limitMs, play } from './play.js';

test(
  'twelve days of eight units around Tết, everything built in: what was sent is what should have been',
  () => play({ units: 8, days: 12, backend: 'embedded', start: '2027-02-01', seed: 3 }),
  limitMs,
);
