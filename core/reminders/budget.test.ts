import { describe, expect, test } from 'vitest';
import { fitBudget } from './budget.js';

const now = new Date('2026-11-27T08:00:00Z');
const item = (assignmentId: number, dueAt: string | null) => ({
  assignmentId,
  dueAt: dueAt === null ? null : new Date(dueAt),
});
const soon = item(1, '2026-11-27T10:00:00Z');
const over = item(2, '2026-11-27T07:00:00Z');
const open = item(3, null);

describe('a group that hears 5 messages a day', () => {
  const fit = (used: number, lastCalls: number[] = [], limit = 5) =>
    fitBudget([soon, over, open], lastCalls, now, { limit, used });

  test('gets reminders as they come while there is room', () => {
    expect(fit(0)).toEqual({ op: 'as-is' });
    expect(fit(3)).toEqual({ op: 'as-is' });
  });
  test('gets all that is open with the last of the day', () => expect(fit(4)).toEqual({ op: 'all-open' }));
  test('gets no more behind that', () => expect(fit(5)).toEqual({ op: 'none' }));
  test('but the last call before a deadline, alone', () => {
    expect(fit(5, [1, 2, 3])).toEqual({ op: 'only', items: [soon] });
    expect(fit(9, [1])).toEqual({ op: 'only', items: [soon] });
  });
  test('and no call that came too late', () => expect(fit(5, [2])).toEqual({ op: 'none' }));
  test('has no bound where the setting is 0', () => expect(fit(50, [], 0)).toEqual({ op: 'as-is' }));
});
