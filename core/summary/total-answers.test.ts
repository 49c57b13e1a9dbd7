import { expect, it } from 'vitest';
import { totalAnswers } from './total-answers.js';

it.each([
  [
    [{ type: 'number', number: 0.1 }, { type: 'number', number: 0.2 }, null],
    { type: 'number', sum: 0.3, mean: 0.15, min: 0.1, max: 0.2, count: 2, missing: 1 },
  ],
  [
    [
      { type: 'ratio', done: 12, total: 15 },
      { type: 'ratio', done: 3, total: 5 },
    ],
    { type: 'ratio', done: 15, total: 20, min: 0.6, max: 0.8, count: 2, missing: 0 },
  ],
  [
    [
      { type: 'choice', choice: 'Có' },
      { type: 'choice', choice: 'Không' },
      { type: 'choice', choice: 'Không' },
    ],
    {
      ...{ type: 'choice', count: 3, missing: 0 },
      choices: [
        { choice: 'Không', count: 2 },
        { choice: 'Có', count: 1 },
      ],
    },
  ],
  [[{ type: 'text', text: 'thôn 3' }], { type: 'text', count: 1, missing: 0 }],
  [[null], { type: 'nothing', count: 0, missing: 1 }],
] as const)('%o', (values, total) => {
  expect(totalAnswers(values)).toEqual(total);
});
