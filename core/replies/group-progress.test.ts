import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupProgress, progressGroups, type ProgressRow } from './group-progress.js';
import { measureSpan } from './time-span.js';
import { compareUrgency } from './urgency.js';

const due = new Date('2026-11-30T10:00:00Z');
const later = new Date('2026-11-30T12:00:00Z');
const row = (facts: Partial<ProgressRow>): ProgressRow => ({
  ...{
    unitCode: 'XA01',
    unitName: 'Xã Tân Phú',
    state: 'waiting',
    percent: null,
    doneCount: null,
    totalCount: null,
  },
  ...{
    value: null,
    difficulty: null,
    proposal: null,
    nextStep: null,
    dueAt: due,
    extended: false,
    doneAt: null,
    unread: 0,
    isReachable: true,
  },
  ...facts,
});

describe('groupProgress', () => {
  it.each([
    ['doneInTime', row({ state: 'done', doneAt: due })],
    ['doneInTime', row({ state: 'done', doneAt: later, dueAt: null })],
    ['doneLate', row({ state: 'done', doneAt: later })],
    ['blocked', row({ state: 'blocked' })],
    ['inProgress', row({ state: 'in_progress', unread: 1 })],
    ['received', row({ state: 'acknowledged', isReachable: false })],
    ['unread', row({ unread: 1, isReachable: false })],
    ['silent', row({})],
    ['unreachable', row({ isReachable: false })],
  ] as const)('%s', (group, one) => {
    expect(groupProgress([one])[group]).toEqual([one]);
  });

  it('puts every row into exactly one group', () => {
    const rows = fc.array(
      fc.record({
        state: fc.constantFrom(
          'waiting',
          'acknowledged',
          'in_progress',
          'blocked',
          'done',
          'accepted',
          'returned',
        ),
        doneAt: fc.option(fc.date({ noInvalidDate: true })),
        dueAt: fc.option(fc.date({ noInvalidDate: true })),
        unread: fc.nat(2),
        isReachable: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(rows, (facts) => {
        const all = facts.map((one) => row(one as Partial<ProgressRow>));
        const groups = groupProgress(all);
        const grouped = progressGroups.flatMap((group) => groups[group]);
        expect(grouped).toHaveLength(all.length);
        expect(new Set(grouped)).toEqual(new Set(all));
      }),
    );
  });
});

it.each([
  [30_000, 'minutes', 1],
  [59 * 60_000, 'minutes', 59],
  [2 * 3_600_000, 'hours', 2],
  [47 * 3_600_000, 'hours', 47],
  [72 * 3_600_000, 'days', 3],
])('%d ms is %s %d, forwards and backwards', (ms, unit, count) => {
  const end = new Date(due.getTime() + ms);
  expect(measureSpan(due, end)).toEqual({ unit, count });
  expect(measureSpan(end, due)).toEqual({ unit, count });
});

it('sorts by deadline, then urgency, then number', () => {
  const items = [
    { number: 1, urgent: false, dueAt: null },
    { number: 2, urgent: false, dueAt: later },
    { number: 3, urgent: true, dueAt: later },
    { number: 4, urgent: false, dueAt: due },
  ];
  expect(items.sort(compareUrgency).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
});
