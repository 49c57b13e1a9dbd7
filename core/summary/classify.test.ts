import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify, countClasses, sumCounts, summaryClasses, type SummaryClass } from './classify.js';

const at = (text: string) => new Date(`2026-11-${text}:00+07:00`);

describe('the four official classes', () => {
  const judgedAt = at('20T16:00');
  const cases: { fact: string; doneAt: Date | null; dueAt: Date | null; is: SummaryClass }[] = [
    { fact: 'done before the deadline', doneAt: at('18T10:00'), dueAt: at('19T17:00'), is: 'doneInTime' },
    { fact: 'done at its very moment', doneAt: at('19T17:00'), dueAt: at('19T17:00'), is: 'doneInTime' },
    { fact: 'done a minute after it', doneAt: at('19T17:01'), dueAt: at('19T17:00'), is: 'doneLate' },
    { fact: 'done without a deadline', doneAt: at('19T17:01'), dueAt: null, is: 'doneInTime' },
    { fact: 'open before the deadline', doneAt: null, dueAt: at('20T17:00'), is: 'openInTerm' },
    { fact: 'open at the deadline', doneAt: null, dueAt: at('20T16:00'), is: 'openInTerm' },
    { fact: 'open after it', doneAt: null, dueAt: at('20T15:59'), is: 'openOverdue' },
    { fact: 'open without a deadline', doneAt: null, dueAt: null, is: 'openInTerm' },
    { fact: 'done after the period', doneAt: at('21T09:00'), dueAt: at('20T12:00'), is: 'openOverdue' },
  ];
  test.each(cases)('$fact: $is', ({ is, doneAt, dueAt }) => {
    expect(classify({ doneAt, dueAt, judgedAt })).toBe(is);
  });

  const moment = fc.date({ min: at('01T00:00'), max: at('30T00:00'), noInvalidDate: true });
  const item = fc.record({ doneAt: fc.option(moment), dueAt: fc.option(moment), judgedAt: moment });

  test('every item is in exactly one, and the sums match', () => {
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const classed = items.map((one) => ({ class: classify(one) }));
        const counts = countClasses(classed);
        expect(sumCounts(counts)).toBe(items.length);
        for (const name of summaryClasses)
          expect(counts[name]).toBe(classed.filter((one) => one.class === name).length);
      }),
    );
  });

  test('done is done in time or late, open is in term or overdue, and waiting never mends a delay', () => {
    fc.assert(
      fc.property(item, fc.nat(1_000_000_000), (one, later) => {
        const name = classify(one);
        expect(name.startsWith('done')).toBe(one.doneAt !== null && one.doneAt <= one.judgedAt);
        const next = classify({ ...one, judgedAt: new Date(one.judgedAt.getTime() + later) });
        if (name === 'openOverdue') expect(['openOverdue', 'doneLate']).toContain(next);
        if (name.startsWith('done')) expect(next).toBe(name);
      }),
    );
  });
});
