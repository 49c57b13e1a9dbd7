import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../reading/answer.js';
import type { Status } from '../reading/read-reply.js';
import { applyReply, unanswered, type AnswerState } from './answer-state.js';
import { replayByTerms } from './apply-by-terms.js';
import { choose, isAnswer, type ReplyKind, type Said } from './said.js';

const hour = (n: number) => new Date(Date.UTC(2026, 10, 23, n));
const says = (status: Status | null, more: Partial<Said> = {}): Said => ({
  ...choose('done'),
  status,
  ...more,
});
const five: AnswerValue = { type: 'number', number: 5 };
const seven: AnswerValue = { type: 'number', number: 7 };

/** How an assignment came to be in each state, at 1:00. */
const before: Record<string, (kind: ReplyKind) => AnswerState> = {
  waiting: () => unanswered,
  acknowledged: (kind) => applyReply(kind, unanswered, says('acknowledged'), hour(1)),
  in_progress: (kind) => applyReply(kind, unanswered, says('in_progress', { percent: 40 }), hour(1)),
  blocked: (kind) => applyReply(kind, unanswered, says('blocked', { difficulty: 'thiếu máy xúc' }), hour(1)),
  done: (kind) =>
    applyReply(kind, unanswered, says('done', kind === 'collect' ? { value: five } : {}), hour(1)),
};

const tasks: [from: string, said: Said, state: string, doneAt: Date | null][] = [
  ['waiting', says('acknowledged'), 'acknowledged', null],
  ['waiting', says('in_progress'), 'in_progress', null],
  ['waiting', says('blocked'), 'blocked', null],
  ['waiting', says('done'), 'done', hour(2)],
  ['waiting', says(null), 'waiting', null],
  ['acknowledged', says('acknowledged'), 'acknowledged', null],
  ['acknowledged', says('in_progress'), 'in_progress', null],
  ['acknowledged', says('blocked'), 'blocked', null],
  ['acknowledged', says('done'), 'done', hour(2)],
  ['acknowledged', says(null), 'acknowledged', null],
  ['in_progress', says('acknowledged'), 'in_progress', null],
  ['in_progress', says('in_progress'), 'in_progress', null],
  ['in_progress', says('blocked'), 'blocked', null],
  ['in_progress', says('done'), 'done', hour(2)],
  ['in_progress', says(null), 'in_progress', null],
  ['blocked', says('acknowledged'), 'blocked', null],
  ['blocked', says('in_progress'), 'in_progress', null],
  ['blocked', says('blocked'), 'blocked', null],
  ['blocked', says('done'), 'done', hour(2)],
  ['blocked', says(null), 'blocked', null],
  ['done', says('acknowledged'), 'done', hour(1)],
  ['done', says('in_progress'), 'in_progress', null],
  ['done', says('blocked'), 'blocked', null],
  ['done', says('done'), 'done', hour(1)],
  ['done', says(null), 'done', hour(1)],
];

const figures: [from: string, said: Said, state: string, value: AnswerValue | null, doneAt: Date | null][] = [
  ['waiting', says('done', { value: five }), 'done', five, hour(2)],
  ['waiting', says('done'), 'waiting', null, null],
  ['waiting', says('acknowledged'), 'acknowledged', null, null],
  ['waiting', says('in_progress'), 'in_progress', null, null],
  ['waiting', says('blocked'), 'blocked', null, null],
  ['blocked', says('done', { value: five }), 'done', five, hour(2)],
  ['in_progress', says('acknowledged'), 'in_progress', null, null],
  ['done', says('done', { value: seven }), 'done', seven, hour(1)],
  ['done', says('in_progress'), 'done', five, hour(1)],
  ['done', says('blocked'), 'done', five, hour(1)],
  ['done', says('acknowledged'), 'done', five, hour(1)],
];

describe('applyReply', () => {
  it.each(tasks)('task: %s, then %o → %s', (from, said, state, doneAt) => {
    const next = applyReply('task', before[from]!('task'), said, hour(2));
    expect([next.state, next.doneAt]).toEqual([state, doneAt]);
  });

  it.each(figures)('collect: %s, then %o → %s', (...row) => {
    const [from, said, ...expected] = row;
    const next = applyReply('collect', before[from]!('collect'), said, hour(2));
    expect([next.state, next.value, next.doneAt]).toEqual(expected);
  });

  it.each(['acknowledged', 'in_progress', 'blocked', 'done'] as const)(
    'acknowledge: %s fulfils it',
    (status) => {
      const next = applyReply('acknowledge', unanswered, says(status), hour(2));
      expect(next).toMatchObject({ state: 'done', doneAt: hour(2), acknowledgedAt: hour(2) });
      expect(applyReply('acknowledge', next, says('acknowledged'), hour(3)).doneAt).toEqual(hour(2));
    },
  );

  it('keeps the share that is known until another is said, and drops it when done is taken back', () => {
    const half = applyReply('task', unanswered, says('in_progress', { percent: 50 }), hour(1));
    expect(applyReply('task', half, says('in_progress'), hour(2)).percent).toBe(50);
    expect(applyReply('task', half, says('blocked'), hour(2)).percent).toBe(50);
    const counted = applyReply('task', half, says('in_progress', { doneCount: 12, totalCount: 15 }), hour(2));
    expect(counted).toMatchObject({ percent: null, doneCount: 12, totalCount: 15 });
    const done = applyReply('task', counted, says('done'), hour(3));
    expect(done).toMatchObject({ percent: 100, doneCount: null });
    expect(applyReply('task', done, says('in_progress'), hour(4)).percent).toBeNull();
  });

  it('names the difficulty until the unit says it goes on', () => {
    const stuck = applyReply('task', unanswered, says('blocked', { note: 'chưa có xe chở' }), hour(1));
    expect(stuck.difficulty).toBe('chưa có xe chở');
    expect(applyReply('task', stuck, says('blocked'), hour(2)).difficulty).toBe('chưa có xe chở');
    expect(applyReply('task', stuck, says('in_progress'), hour(2)).difficulty).toBeNull();
  });

  it('keeps the difficulty that is named with a figure, or after it', () => {
    const told = says('done', { value: five, difficulty: 'kho dột' });
    const given = applyReply('collect', unanswered, told, hour(1));
    expect(given).toMatchObject({ state: 'done', difficulty: 'kho dột' });
    expect(applyReply('collect', given, says('done'), hour(2)).difficulty).toBe('kho dột');
    const later = says('blocked', { difficulty: 'thiếu xe' });
    expect(applyReply('collect', given, later, hour(2))).toMatchObject({
      state: 'done',
      difficulty: 'thiếu xe',
    });
  });
});

const status = fc.constantFrom<Status | null>('acknowledged', 'in_progress', 'blocked', 'done', null);
const said = fc
  .record({
    status,
    percent: fc.option(fc.integer({ min: 0, max: 100 })),
    value: fc.option(
      fc.integer({ min: 0, max: 99 }).map((number): AnswerValue => ({ type: 'number', number })),
    ),
    note: fc.string({ maxLength: 12 }),
  })
  .map((facts) => ({ ...choose('done'), ...facts }));
const kind = fc.constantFrom<ReplyKind>('task', 'acknowledge', 'collect');
const series = fc
  .array(said, { maxLength: 20 })
  .map((all) => all.map((one, n) => ({ said: one, at: hour(n) })));

describe('any series of replies', () => {
  it('makes the same state at once and one by one', () => {
    fc.assert(
      fc.property(kind, series, (directive, replies) => {
        let state = unanswered;
        for (const reply of replies) state = applyReply(directive, state, reply.said, reply.at);
        expect(replayByTerms({ kind: directive, terms: null }, replies)).toEqual(state);
      }),
    );
  });

  it('a task stands as the last explicit word says', () => {
    fc.assert(
      fc.property(series, (replies) => {
        const state = replayByTerms({ kind: 'task', terms: null }, replies);
        const explicit = replies.filter(
          ({ said: { status: word } }) => word !== null && word !== 'acknowledged',
        );
        const last = explicit.at(-1)?.said.status;
        if (last) expect(state.state).toBe(last);
        else expect(['waiting', 'acknowledged']).toContain(state.state);
        expect(state.doneAt !== null).toBe(last === 'done');
      }),
    );
  });

  it('keeps shares in range, the first answer’s time, and never fulfils what nobody answered', () => {
    fc.assert(
      fc.property(kind, series, (directive, replies) => {
        const state = replayByTerms({ kind: directive, terms: null }, replies);
        if (state.percent !== null) expect(state.percent >= 0 && state.percent <= 100).toBe(true);
        const first = replies.find((reply) => isAnswer(reply.said));
        expect(state.answeredAt).toEqual(first?.at ?? null);
        if (state.doneAt !== null) expect(replies.map(({ at }) => at)).toContainEqual(state.doneAt);
      }),
    );
  });

  it('a figure that was given is never lost: the last one stands', () => {
    fc.assert(
      fc.property(series, (replies) => {
        const last = replies.findLast((reply) => reply.said.value !== null)?.said.value ?? null;
        expect(replayByTerms({ kind: 'collect', terms: null }, replies).value).toEqual(last);
      }),
    );
  });
});
