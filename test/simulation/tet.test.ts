import { test } from 'vitest';
import { limitMs, play } from './play.js';

test(
  'two weeks of twelve units around Tết, everything built in: what was sent is what should have been',
  () => play({ units: 12, days: 14, backend: 'embedded', start: '2027-02-01', seed: 3 }),
  limitMs,
);
