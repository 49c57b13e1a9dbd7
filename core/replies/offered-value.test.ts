import { expect, test } from 'vitest';
import { hear } from './said.js';
import { offeredValues, takeOffered } from './offered-value.js';

const spec = { type: 'number' as const, min: 0, max: 50 };

test('offers what an unsure answer tells, and takes back what it offered', () => {
  const offered = offeredValues(spec, hear('collect', spec, 'khoảng 10 đến 12'), '');
  expect(offered.map(({ choice }) => choice)).toEqual(['n10', 'n12']);
  for (const { choice, value } of offered) expect(takeOffered(spec, choice)).toEqual(value);
  const ratio = { type: 'ratio' as const };
  const [share] = offeredValues(ratio, hear('collect', ratio, '18 trong đợt này, 20 đợt sau'), '');
  expect(takeOffered(ratio, share!.choice)).toEqual({ type: 'ratio', done: 18, total: 20 });
});

test('offers nothing where the figure is out of bounds', () =>
  expect(offeredValues(spec, hear('collect', spec, '60'), '')).toEqual([]));

test.each(['n51', 'n-1', 'n1e3', 'n', 'r12-15', 'done', ''])('takes no forged %s', (choice) =>
  expect(takeOffered(spec, choice)).toBeNull(),
);
test.each(['r16-15', 'r1-0', 'n5'])('takes no forged share %s', (choice) =>
  expect(takeOffered({ type: 'ratio' }, choice)).toBeNull(),
);
