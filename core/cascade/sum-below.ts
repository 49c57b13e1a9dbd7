import type { AnswerSpec, AnswerValue } from '../reading/answer.js';
import type { AnswerState } from '../replies/answer-state.js';
import type { ReplyKind, Said } from '../replies/said.js';
import { fromBelow } from '../replies/said.js';

/** A unit's part of a directive that was passed on, as far as it counts for the part above. */
export interface PartBelow extends Pick<
  AnswerState,
  'state' | 'percent' | 'doneCount' | 'totalCount' | 'value' | 'difficulty' | 'doneAt'
> {
  unitCode: string;
}

/** Between what several units name as obstacles. */
const obstacleSeparator = '; ';
const longestDifficulty = 400;

/**
 * What the parts below come to for the part that was passed on: done when all are, as of the last; blocked while any of
 * them is; else under way by their mean. Null where nothing can be said: nobody is below, or the choices and words that
 * were asked for have no sum.
 */
export function sumBelow(
  asked: { kind: ReplyKind; spec: AnswerSpec | null },
  parts: readonly PartBelow[],
): Said | null {
  if (parts.length === 0 || asked.kind === 'notice') return null;
  // Who passes a thing on has got it, and no more was asked.
  if (asked.kind === 'acknowledge') return null;
  const value = asked.kind === 'collect' ? sumValues(parts) : null;
  if (parts.every(({ doneAt }) => doneAt !== null)) {
    if (asked.kind === 'collect' && value === null) return null;
    const doneAt = new Date(Math.max(...parts.map((part) => part.doneAt!.getTime())));
    return fromBelow({ status: 'done', percent: asked.kind === 'task' ? 100 : null, value }, doneAt);
  }
  const percent = asked.kind === 'task' ? meanOf(parts) : null;
  const blocked = parts.filter(({ state, doneAt }) => state === 'blocked' && doneAt === null);
  if (blocked.length > 0)
    return fromBelow({ status: 'blocked', percent, difficulty: nameObstacles(blocked) }, null);
  const isUnderWay = parts.some(({ state }) => state !== 'waiting' && state !== 'acknowledged');
  return fromBelow(isUnderWay ? { status: 'in_progress', percent } : { status: 'acknowledged' }, null);
}

/** Whether the words name an obstacle that was not named before: what is left of several is no news. */
export function isNewObstacle(before: string | null, after: string | null): boolean {
  const known = new Set((before ?? '').split(obstacleSeparator));
  return (after ?? '').split(obstacleSeparator).some((one) => !known.has(one));
}

/** Never a hundred while anything is open. */
function meanOf(parts: readonly PartBelow[]): number {
  const sum = parts.reduce((total, part) => total + shareOf(part), 0);
  return Math.min(99, Math.floor(sum / parts.length));
}

function shareOf({ doneAt, percent, doneCount, totalCount, state }: PartBelow): number {
  if (doneAt !== null || state === 'done') return 100;
  if (percent !== null) return percent;
  return doneCount !== null && totalCount ? Math.min(100, (doneCount * 100) / totalCount) : 0;
}

function nameObstacles(parts: readonly PartBelow[]): string {
  const named = parts.map(({ unitCode, difficulty }) =>
    difficulty ? `${unitCode}: ${difficulty.replaceAll(obstacleSeparator, ', ')}` : unitCode,
  );
  let text = '';
  for (const one of named) {
    const longer = text === '' ? one : `${text}${obstacleSeparator}${one}`;
    if (longer.length > longestDifficulty) return text === '' ? one.slice(0, longestDifficulty) : text;
    text = longer;
  }
  return text;
}

/** The sum of figures; null when one is missing or they have none. */
function sumValues(parts: readonly PartBelow[]): AnswerValue | null {
  const values = parts.map(({ value }) => value);
  if (values.every((value) => value?.type === 'number'))
    return { type: 'number', number: values.reduce((sum, { number }) => sum + number, 0) };
  if (values.every((value) => value?.type === 'ratio'))
    return {
      type: 'ratio',
      done: values.reduce((sum, value) => sum + value.done, 0),
      total: values.reduce((sum, value) => sum + value.total, 0),
    };
  return null;
}
