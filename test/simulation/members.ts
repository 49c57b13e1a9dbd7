import { throwDice } from './dice.js';
import type { Part } from './model/state.js';
import { day, hour, minute, type Deed, type Kind, type Timed } from './types.js';

type Answer = Extract<Deed, { do: 'answer' }>;

/** How often units do what: many answer in time, some say only that they have it, some late, some never. */
const habits = [
  ...Array<Habit>(9).fill([{ word: 'done', when: 'before' }]),
  ...Array<Habit>(2).fill([{ word: 'received', when: 'soon' }]),
  ...Array<Habit>(2).fill([
    { word: 'received', when: 'soon' },
    { word: 'done', when: 'before' },
  ]),
  [
    { word: 'received', when: 'soon' },
    { word: 'done', when: 'late' },
  ],
  [
    { word: 'inProgress', when: 'soon' },
    { word: 'done', when: 'before' },
  ],
  [
    { word: 'blocked', when: 'soon' },
    { word: 'done', when: 'late' },
  ],
  ...Array<Habit>(2).fill([{ word: 'done', when: 'late' }]),
  ...Array<Habit>(3).fill([]),
] satisfies Habit[];

type Habit = { word: Answer['word']; when: 'soon' | 'before' | 'late' }[];

/** Answers of many units fall into the same minute of an hour, half a minute away from when something is due. */
const slotOf = (at: number): number => {
  const hours = Math.floor(at / hour);
  return hours * hour + ((hours % 3) * 20 + 7.5) * minute;
};

/** What a unit will say about a directive that came to its group. */
export function planAnswers(part: Part, at: number, seed: number): Timed<Deed>[] {
  const { key, kind } = part.work;
  const { code: unit } = part.unit;
  if (kind === 'notice') return [];
  const dice = throwDice(seed, 'answers', key, unit);
  const due = part.due ?? at + 2 * day;
  const moments = {
    soon: () => at + dice.whole(5, 180) * minute,
    before: () => at + dice.whole(10, 100) * 0.01 * (due - at),
    late: () => due + dice.whole(1, 60) * hour,
  };
  let last = 0;
  const answers = dice.pick(habits).map(({ word, when }): Timed<Deed> => {
    const by = kind === 'collect' || word === 'blocked' || dice.chance(0.3) ? 'reply' : 'press';
    last = slotOf(Math.max(moments[when](), at + 7 * minute, last + hour));
    if (last <= at) last = slotOf(last + hour);
    return { at: last, deed: { do: 'answer', key, kind, unit, word: narrow(kind, word), by } };
  });
  return answers.filter((one, index) => index === 0 || kind === 'task' || one.at !== answers[index - 1]!.at);
}

/** A confirmation is given by "received"; a figure by a number, and until then by words. */
const narrow = (kind: Kind, word: Answer['word']): Answer['word'] =>
  kind === 'acknowledge' ? 'received' : word;
