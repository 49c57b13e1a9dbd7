import { z } from 'zod';
import { answerValueSchema } from '../reading/answer-schema.js';
import { summaryClasses, type Counts } from './classify.js';
import { beforeSchema, unpackBefore } from './content-before.js';
import { countsWhenAsked } from './counts-when-asked.js';
import { packItems, unpackItems } from './pack-items.js';
import { packTable, readInt, rowsOf, unpackTable, type PackedTable } from './pack-numbers.js';
import { packCorrections, storedShape, unpackCorrections } from './stored-shape.js';
import type { PeriodCounts, SummaryContent } from './summary-content.js';

const table = { count: z.int().min(0), columns: z.record(z.string(), z.string()) };
const tableSchema = z.object(table);
const countsSchema = z.object({ ...table, period: z.string() });

/** What there is of each unit or item is kept in columns (core/summary/pack-numbers.ts). */
const storedSchema = z.object({
  ...storedShape,
  version: z.literal(3),
  units: z.object({ ...table, codes: z.array(z.string()), names: z.array(z.string()) }),
  items: z.object({
    ...table,
    texts: z.array(z.string()),
    values: z.array(answerValueSchema),
    replies: z.string(),
  }),
  history: z.array(countsSchema),
  yearBefore: countsSchema.nullable(),
  deliveries: tableSchema,
  readings: tableSchema,
});

type StoredContent = z.infer<typeof storedSchema>;

/** The content in the form in which it is kept. */
export function packContent(content: SummaryContent): StoredContent {
  const { units, items, history, yearBefore, deliveries, readings, corrections, ...rest } = content;
  return {
    ...rest,
    version: 3,
    units: packUnits(units),
    items: packItems(items),
    history: history.map(packCounts),
    yearBefore: yearBefore && packCounts(yearBefore),
    deliveries: packTable(deliveries, {
      unitId: (unit) => unit.unitId,
      ...picksOf(deliveryStates),
    }),
    readings: packTable(readings, { unitId: (unit) => unit.unitId, ...picksOf(readingStates) }),
    corrections: packCorrections(corrections),
  };
}

/** A frozen content as it was, in whichever form it was kept; throws when it is none. */
export function parseContent(stored: unknown): SummaryContent {
  const parsed = z.discriminatedUnion('version', [storedSchema, beforeSchema]).parse(stored);
  if (parsed.version === 2) return unpackBefore(parsed);
  const {
    version: _,
    units,
    items,
    history,
    yearBefore,
    deliveries,
    readings,
    corrections,
    ...rest
  } = parsed;
  return {
    ...rest,
    units: unpackUnits(units),
    items: unpackItems(items),
    history: history.map(unpackCounts),
    yearBefore: yearBefore && unpackCounts(yearBefore),
    deliveries: unpackOfUnits(deliveries, deliveryStates),
    readings: unpackOfUnits(readings, readingStates),
    corrections: unpackCorrections(corrections),
  };
}

const deliveryStates = ['sent', 'failed', 'uncertain', 'waiting'] as const;
const readingStates = ['read', 'corrected', 'unread'] as const;

const picksOf = <N extends string>(names: readonly N[]) =>
  Object.fromEntries(names.map((name) => [name, (row: Record<N, number>) => row[name]])) as Record<
    N,
    (row: Record<N, number>) => number
  >;

function unpackOfUnits<N extends string>(packed: PackedTable, names: readonly N[]) {
  const list = unpackTable(packed, ['unitId', ...names]);
  return rowsOf(packed, (at) => ({
    unitId: readInt(list.unitId, at),
    ...(Object.fromEntries(names.map((name) => [name, list[name][at]! | 0])) as Record<N, number>),
  }));
}

function packUnits(units: SummaryContent['units']): StoredContent['units'] {
  return {
    ...packTable(units, { id: (unit) => unit.id, parentId: (unit) => unit.parentId }),
    codes: units.map(({ code }) => code),
    names: units.map(({ name }) => name),
  };
}

function unpackUnits(packed: StoredContent['units']): SummaryContent['units'] {
  const list = unpackTable(packed, ['id', 'parentId']);
  return rowsOf(packed, (at) => ({
    id: list.id[at]! | 0,
    code: packed.codes[at]!,
    name: packed.names[at]!,
    parentId: readInt(list.parentId, at),
  }));
}

type UnitCounts = PeriodCounts['units'][0];
const passedNames = summaryClasses.map((name) => `passed.${name}` as const);

const countPicks: Record<string, (unit: UnitCounts) => number | null> = {
  unitId: ({ unitId }) => unitId,
  parentId: ({ parentId }) => parentId,
  ...Object.fromEntries(summaryClasses.map((name) => [name, ({ counts }: UnitCounts) => counts[name]])),
  ...Object.fromEntries(
    summaryClasses.map((name) => [`passed.${name}`, ({ passed }: UnitCounts) => passed?.[name] ?? null]),
  ),
};

type PackedCounts = z.infer<typeof countsSchema>;
/** Each report holds the counts of those before it: they are packed again as they were. */
const packed = new WeakMap<PeriodCounts, PackedCounts>();

const packCounts = (counts: PeriodCounts): PackedCounts =>
  packed.get(counts) ?? { period: counts.period, ...packTable(counts.units, countPicks) };

function unpackCounts(stored: PackedCounts): PeriodCounts {
  const list = unpackTable(stored, ['unitId', 'parentId', ...summaryClasses, ...passedNames]);
  const countsAt = (at: number, [a, b, c, d]: readonly (keyof typeof list)[]): Counts => ({
    doneInTime: list[a!][at]! | 0,
    doneLate: list[b!][at]! | 0,
    openInTerm: list[c!][at]! | 0,
    openOverdue: list[d!][at]! | 0,
  });
  const unitAt = (at: number): UnitCounts => ({
    unitId: list.unitId[at]! | 0,
    parentId: readInt(list.parentId, at),
    counts: countsAt(at, summaryClasses),
    ...(readInt(list['passed.doneInTime'], at) === null ? {} : { passed: countsAt(at, passedNames) }),
  });
  const counts = countsWhenAsked(stored.period, () => rowsOf(stored, unitAt));
  packed.set(counts, stored);
  return counts;
}
