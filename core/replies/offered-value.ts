import type { AnswerSpec, AnswerValue } from '../reading/answer.js';
import { toldFigures } from '../reading/values/told-figures.js';
import type { Said } from './said.js';

/** A value as a button carries it. */
const form = /^(?:n(-?\d{1,15}(?:\.\d{1,9})?)|r(\d{1,9})-(\d{1,9}))$/;

export interface OfferedValue {
  value: AnswerValue;
  choice: string;
}

/** The figures of an answer that could not be read for sure, each of which may be the one that was meant. */
export function offeredValues(
  spec: AnswerSpec | null,
  { problem, note }: Pick<Said, 'problem' | 'note'>,
  title: string,
): OfferedValue[] {
  if (problem !== 'unreadable') return [];
  const told = toldFigures(note, spec ?? { type: 'number' }, title);
  return told.map((value) => ({ value, choice: toChoice(value) })).filter(({ choice }) => form.test(choice));
}

const toChoice = (value: AnswerValue): string =>
  value.type === 'ratio'
    ? `r${value.done}-${value.total}`
    : `n${value.type === 'number' ? value.number : ''}`;

/** What such a button says; null for what was not offered: outside the bounds, or of another kind. */
export function takeOffered(spec: AnswerSpec | null, choice: string): AnswerValue | null {
  const [, number, done, total] = form.exec(choice) ?? [];
  const asked = spec ?? { type: 'number' };
  const told = number ?? (done === undefined ? null : `${done}/${total}`);
  if (told === null || asked.type !== (number === undefined ? 'ratio' : 'number')) return null;
  if (asked.type === 'number') {
    const { min = -Infinity, max = Infinity } = asked;
    const value = Number(told);
    return value >= min && value <= max ? { type: 'number', number: value } : null;
  }
  const [value] = toldFigures(told, asked);
  return value ?? null;
}
