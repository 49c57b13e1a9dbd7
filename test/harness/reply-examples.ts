import type { Reading } from '../../core/reading/read-reply.js';
import { readTable, type TableRow } from './read-table.js';

const columns = [
  'text',
  'status',
  'share',
  'difficulty',
  'proposal',
  'next',
  'moreTime',
  'question',
  'code',
  'title',
  'unit',
  'saidOn',
] as const;

/** A reply and what must be found in it. `neverDone`: whatever it says, it is not done. */
export interface ReplyExample {
  text: string;
  /** Of the directive that it answers; '' where it does not matter. */
  title: string;
  /** Who says it; '' where it does not matter. */
  unit: string;
  /** The ISO date of the day on which it is said; '' where it does not matter. */
  saidOn: string;
  at: string;
  neverDone: boolean;
  /** Some obstacle must be named, in whatever words. */
  hasDifficulty: boolean;
  expected: Partial<Reading>;
}

/**
 * The tables of core/reading/examples/, described in the README there, or of the folder beside it. Throws at a cell that
 * cannot be meant.
 */
export function readReplyExamples(folder: 'examples' | 'not-read-yet' = 'examples'): ReplyExample[] {
  const rows = readTable(new URL(`../../core/reading/${folder}/`, import.meta.url), columns);
  return rows.map((row) => ({
    text: row.text,
    title: row.title,
    unit: row.unit,
    saidOn: row.saidOn,
    at: row.at,
    neverDone: row.status === '!done',
    hasDifficulty: row.difficulty === 'yes',
    expected: readExpected(row),
  }));
}

function readExpected(row: TableRow<(typeof columns)[number]>): Partial<Reading> {
  const { status, difficulty, proposal, next, moreTime, question, code } = row;
  if (!/^(?:!?done|in_progress|blocked|acknowledged|-)$/.test(status))
    throw new Error(`${row.at}: no such status: ${status}`);
  const expected = {
    status: status === '!done' ? undefined : orNull(status),
    ...readShare(row.share, row.at),
    difficulty: difficulty === 'yes' ? undefined : orNull(difficulty),
    proposal: orNull(proposal),
    nextStep: orNull(next),
    moreTime: moreTime === 'open' ? '' : orNull(moreTime),
    isQuestion: question === '' ? undefined : question === 'yes',
    code: code === '' || code === '-' ? orNull(code) : Number(code),
  };
  return Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined));
}

function orNull<Text extends string>(cell: Text): Text | null | undefined {
  return cell === '' ? undefined : cell === '-' ? null : cell;
}

function readShare(cell: string, at: string): Partial<Pick<Reading, 'percent' | 'done' | 'total'>> {
  if (cell === '') return {};
  if (cell === '-') return { percent: null, done: null, total: null };
  const [, done, total, percent] = /^(?:(\d+)\/(\d+))? ?(?:([\d.]+)%)?$/.exec(cell) ?? [];
  if (done === undefined && percent === undefined) throw new Error(`${at}: no share: ${cell}`);
  return {
    ...(done === undefined ? {} : { done: Number(done), total: Number(total) }),
    ...(percent === undefined ? {} : { percent: Number(percent) }),
  };
}
