import { test } from 'vitest';
import { limitMs, playTwoWeeks } from './play.js';

test(
  'two weeks around Tết, everything built in: what was sent is what should have been',
  () => playTwoWeeks({ backend: 'embedded', start: '2027-02-01', seed: 3 }),
  limitMs,
);
