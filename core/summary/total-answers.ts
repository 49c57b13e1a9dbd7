import type { AnswerValue } from '../reading/answer.js';

/** What the answers to a *collect* directive come to. `missing`: units that gave none. */
export type AnswerTotal = { missing: number; count: number } & (
  | { type: 'number'; sum: number; mean: number; min: number; max: number }
  | { type: 'ratio'; done: number; total: number; min: number; max: number }
  | { type: 'choice'; choices: { choice: string; count: number }[] }
  | { type: 'text' }
  | { type: 'nothing' }
);

/** Adds the answers up; the first one says of which type they are. */
export function totalAnswers(values: readonly (AnswerValue | null)[]): AnswerTotal {
  const type = values.find((value) => value !== null)?.type;
  const given = values.filter((value) => value?.type === type && value !== null);
  const size = { missing: values.length - given.length, count: given.length };
  switch (type) {
    case 'number': {
      const numbers = given.map((value) => (value as { number: number }).number);
      const sum = round(numbers.reduce((total, number) => total + number, 0));
      return { type, ...size, sum, mean: round(sum / numbers.length), ...rangeOf(numbers) };
    }
    case 'ratio': {
      const ratios = given as { done: number; total: number }[];
      const done = ratios.reduce((sum, ratio) => sum + ratio.done, 0);
      const total = ratios.reduce((sum, ratio) => sum + ratio.total, 0);
      return { type, ...size, done, total, ...rangeOf(ratios.map((ratio) => shareOf(ratio))) };
    }
    case 'choice':
      return { type, ...size, choices: tally(given.map((value) => (value as { choice: string }).choice)) };
    case 'text':
      return { type, ...size };
    case undefined:
      return { type: 'nothing', missing: values.length, count: 0 };
  }
}

const shareOf = ({ done, total }: { done: number; total: number }) => (total === 0 ? 0 : round(done / total));

/** Decimal figures add up as on paper: 0.1 + 0.2 is 0.3. */
const round = (number: number) => Number(number.toFixed(6));

function rangeOf(numbers: readonly number[]): { min: number; max: number } {
  return {
    min: numbers.reduce((least, number) => Math.min(least, number), Infinity),
    max: numbers.reduce((most, number) => Math.max(most, number), -Infinity),
  };
}

function tally(choices: readonly string[]): { choice: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const choice of choices) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  return [...counts].map(([choice, count]) => ({ choice, count })).sort((a, b) => b.count - a.count);
}
