import { expect, it } from 'vitest';
import { choose, type Said } from './said.js';
import { saidSince } from './said-since.js';

const at = (n: number) => new Date(Date.UTC(2026, 10, 23, n));
const done = choose('done');
const half: Said = { ...choose('in_progress'), percent: 50 };
const figure: Said = { ...done, value: { type: 'number', number: 5 } };

it.each([
  ['one version', 'task', [done], 0],
  ['only the wording changed', 'task', [done, { ...done, note: 'xong rồi ạ' }], 0],
  ['an edit made it done', 'task', [half, done], 1],
  ['done, taken back, done again', 'task', [done, half, done], 2],
  ['another share is still under way', 'task', [half, { ...half, percent: 70 }], 0],
  ['a figure was corrected', 'collect', [figure, { ...figure, value: { type: 'number', number: 6 } }], 0],
  ['a figure took the place of words', 'collect', [half, figure], 1],
  ['any answer acknowledges', 'acknowledge', [choose('acknowledged'), done], 0],
] as const)('%s', (_label, kind, versions, index) => {
  const result = saidSince(
    kind,
    versions.map((said, n) => ({ said, at: at(n) })),
  );
  expect(result).toEqual({ said: versions.at(-1), at: at(index) });
});

it('a reply without versions says nothing', () => {
  expect(saidSince('task', [])).toBeNull();
});
