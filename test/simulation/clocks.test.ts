import { test } from 'vitest';
import { limitMs, playTwoWeeks } from './play.js';

test(
  'two weeks in which clocks abroad change, on PostgreSQL and Redis: what was sent is what should have been',
  () => playTwoWeeks({ backend: 'servers', start: '2027-03-08', seed: 1 }),
  limitMs,
);
