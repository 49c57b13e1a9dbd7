import { expect, test } from 'vitest';
import { texts } from '../../locales/texts.js';
import type { Stop } from '../lateness/fair-lateness.js';
import { ItemWriter } from './item-writer.js';
import { itemsOf } from './items-of-table.js';
import { packItems, unpackItems } from './pack-items.js';
import type { SummaryRow } from './summary-content.js';
import { sayStandFairly } from './summary-words.js';

const at = (text: string) => new Date(`2026-11-24T${text}:00+07:00`);
const row = (more: Partial<SummaryRow>): SummaryRow => ({
  ...{ assignmentId: 1, directiveId: 1, unitId: 1, state: 'in_progress', percent: 70, doneCount: null },
  ...{ totalCount: null, value: null, difficulty: null, proposal: null, result: null, nextStep: null },
  ...{
    words: '',
    dueAt: at('17:00').getTime(),
    answeredAt: at('09:00').getTime(),
    doneAt: null,
    closedAt: null,
  },
  ...{ personId: null, isReachable: true, replies: [] },
  ...more,
});
const stops = [{ from: at('15:00'), to: at('16:40') }];
const say = ({ stops, ...more }: Partial<SummaryRow> & { stops?: Stop[] }) => {
  const writer = new ItemWriter(1);
  writer.freeze(0, row(more), at('19:00'), stops);
  const [item] = unpackItems(packItems(itemsOf(writer.finish())));
  return sayStandFairly(texts.vi, item!, null);
};

test('a line of a report says how much of a delay is the system’s', () => {
  const done = { state: 'done' as const, percent: 100, doneAt: at('19:00').getTime() };
  expect(say({ ...done, stops })).toBe('muộn 2 giờ, trong đó 1 giờ 40 phút do hệ thống');
  expect(say({ stops })).toBe('đang làm 70%; quá hạn 2 giờ, trong đó 1 giờ 40 phút do hệ thống');
  expect(say({ stops: [{ ...stops[0]!, cause: 'issuer' }] })).toContain(
    '1 giờ 40 phút do chờ người giao việc',
  );
  // Nothing of it is anybody else's; all of it is: then it is not late at all.
  expect(say(done)).toBe('');
  expect(say({ ...done, doneAt: at('18:00').getTime(), stops })).toBe('');
});
