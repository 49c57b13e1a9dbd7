import { expect, inject } from 'vitest';
import { kindOf } from './compare.js';
import { check } from './properties.js';
import { sayDifferences } from './report.js';
import type { Options } from './run.js';
import { simulate } from './simulation.js';

/** On a machine that others use. */
export const limitMs = 300_000;

/** What must come up in any two weeks, or the run shows nothing. */
const kinds = [
  'directive',
  'reminder',
  'follow-up',
  'lead',
  'parent',
  'issuer',
  'blocked',
  'summary',
  'lost',
];

/** Plays some days of an organisation; both ledgers must agree and every promise of the guide must be kept. */
export async function play(options: Options): Promise<void> {
  const run = await simulate(inject('servers'), options);
  expect(run.differences, sayDifferences(run, options).join('\n')).toEqual([]);
  expect(check(run)).toEqual([]);
  const seen = new Set(run.seen.map(({ what }) => kindOf(what)));
  expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  expect(run.troubles).toBeGreaterThanOrEqual(2 * options.days);
}
