import { expect, test } from 'vitest';
import { readFirstLine } from '../../core/compose/first-line.js';
import { describeDue, readDeadlineExamples } from '../harness/deadline-examples.js';

// The words next to `hạn` are those of the deadline or of `hạn` itself: `hạn cuối thứ 6`, `hạn cuối tuần`.
test.each(['hạn', 'due', 'hạn:', 'hạn nộp'])('a deadline means the same behind `%s`', (marker) => {
  for (const { text, due, ...at } of readDeadlineExamples().filter((one) => one.text.trim() !== '')) {
    const line = readFirstLine(`all ${marker} ${text}`);
    expect.soft({ text, due: describeDue(line.deadline ?? '', at) }).toEqual({ text, due });
    expect.soft(line, text).toMatchObject({ targets: 'all', isUrgent: false });
  }
});
