import { expect, test } from 'vitest';
import { texts } from '../../locales/texts.js';
import { applyReply, unanswered } from './answer-state.js';
import { describeStand } from './describe-stand.js';
import { hear } from './said.js';

const now = new Date('2026-11-25T02:00:00Z');

test.each([
  ['xong rồi nhưng thiếu chữ ký', 'đã xong, có vướng mắc: thiếu chữ ký'],
  ['đang làm, thiếu người', 'đang làm: thiếu người'],
  ['chưa làm được vì thiếu máy', 'đang vướng: thiếu máy'],
  ['xong rồi ạ', 'đã xong'],
])('%s → %s', (text, line) => {
  const stand = applyReply('task', unanswered, hear('task', null, text), now);
  expect(describeStand(texts.vi, 'task', stand)).toBe(line);
});
