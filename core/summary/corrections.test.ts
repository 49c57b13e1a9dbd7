import { expect, test } from 'vitest';
import { content } from '../../test/reports/example.js';
import type { AnswerValue } from '../reading/answer.js';
import { findCorrections } from './corrections.js';

const item = { ...content.items[4]!, value: { type: 'ratio', done: 12, total: 15 } satisfies AnswerValue };
const correctionsOf = (value: AnswerValue) =>
  findCorrections([item], {
    restated: new Map([[item.assignmentId, { ...item, value }]]),
    ...{ dropped: new Set<number>(), current: [], numbers: new Map([[2, 14]]) },
  });

test('an answer that the ledger only spells in another order is not corrected', () => {
  expect(correctionsOf({ done: 12, type: 'ratio', total: 15 })).toEqual([]);
  expect(correctionsOf({ done: 15, type: 'ratio', total: 15 })).toMatchObject([{ kind: 'restated' }]);
});
