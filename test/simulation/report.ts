import { DateTime } from 'luxon';
import { kindOf } from './compare.js';
import { check } from './properties.js';
import type { Options, Run } from './run.js';
import { home } from './types.js';

/** How many messages of each kind there were on both sides, and how long it took. */
export function sayRun({ seen, expected, steps, troubles, done }: Run, seconds: number): string[] {
  const count = (messages: readonly { what: string }[]) => {
    const counts = new Map<string, number>();
    for (const { what } of messages) counts.set(kindOf(what), (counts.get(kindOf(what)) ?? 0) + 1);
    return counts;
  };
  const [program, model] = [count(seen), count(expected)];
  const kinds = [...new Set([...program.keys(), ...model.keys()])].sort();
  const answers = done.filter(({ deed }) => deed.do === 'answer').length;
  return [
    `${seen.length} messages, ${answers} answers, ${steps} moments, ${troubles} troubles in ${Math.round(seconds)} s`,
    'kind'.padEnd(14) + 'program'.padStart(9) + 'model'.padStart(9),
    ...kinds.map((kind) => {
      const [left, right] = [program, model].map((counts) => String(counts.get(kind) ?? 0).padStart(9));
      return `${kind.padEnd(14)}${left}${right}`;
    }),
  ];
}

/** Enough to begin with. */
const shown = 10;

/** The first differences, with all that is needed to see them again. */
export function sayDifferences({ differences }: Pick<Run, 'differences'>, options: Options): string[] {
  if (differences.length === 0) return ['Both ledgers agree, message by message.'];
  const { units, days, seed, backend, start } = options;
  return [
    `${differences.length} messages differ; the first:`,
    ...differences
      .slice(0, shown)
      .flatMap(({ at, chat, program, model, why = [] }) => [
        `${sayMoment(at)}  ${chat}`,
        `  program: ${program ?? '–'}`,
        `  model:   ${model ?? '–'}`,
        ...why.map((line) => `    ${line}`),
      ]),
    `again: npm run simulate -- --units ${units} --days ${days} --seed ${seed} --backend ${backend} --start ${start}`,
  ];
}

/** Promises of the guide that were not kept, whatever the model thinks. */
export function sayViolations(run: Run): string[] {
  const violations = check(run);
  return violations.length === 0
    ? ['Every promise of the guide was kept.']
    : [
        `${violations.length} promises were broken; the first:`,
        ...violations
          .slice(0, shown)
          .map(({ rule, at, chat, what }) => `${rule}: ${sayMoment(at)}  ${chat}  ${what}`),
      ];
}

const sayMoment = (at: number): string =>
  DateTime.fromMillis(at, { zone: home }).toFormat('ccc yyyy-MM-dd HH:mm:ss');
