import { expect, test } from 'vitest';
import { describeDue, readDeadlineExamples } from '../harness/deadline-examples.js';
import { dropMarks } from '../harness/marks.js';

// `toi thu 7` without marks is both `tối thứ 7` and `tới thứ 7`: that is asked back.
test.each(readDeadlineExamples().filter(({ text }) => !/tối (?:thứ|ngày|t?\d)/i.test(text)))(
  'dropped, added in another form or in capitals change no deadline: $text',
  ({ text, due, ...at }) => {
    // Who sets marks anywhere means a word without them as it stands; who sets none sets none on the polite ending.
    const polite = ` ${text} ${dropMarks(text) === text ? 'a' : 'ạ'}.`;
    for (const said of [dropMarks(text), text.normalize('NFD'), text.toUpperCase(), polite])
      expect(describeDue(said, at)).toBe(due === 'empty' && said === polite ? 'unreadable' : due);
  },
);
