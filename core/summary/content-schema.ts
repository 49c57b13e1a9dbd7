import { z } from 'zod';
import { answerSpecSchema, answerValueSchema } from '../reading/answer-schema.js';
import { summaryClasses, type Counts } from './classify.js';
import { packItem, packedItemsSchema, storedStates, unpackItem } from './pack-items.js';
import { calendarKinds } from './period.js';
import type { PeriodCounts, SummaryContent } from './summary-content.js';

const id = z.int().positive();
const count = z.int().min(0);
const iso = z.string();

const standSchema = z.object({
  class: z.enum(summaryClasses),
  state: z.enum(storedStates),
  percent: z.number().nullable(),
  doneCount: z.number().nullable(),
  totalCount: z.number().nullable(),
  value: answerValueSchema.nullable(),
  words: z.string(),
  dueAt: iso.nullable(),
});

/** A line a unit: its id, the one above it, and the four classes; once more of what was passed on to it, if anything. */
const countsSchema = z.object({
  period: z.string(),
  units: z.array(z.tuple([id, id.nullable(), count, count, count, count], count)),
});

const storedSchema = z.object({
  version: z.literal(2),
  kind: z.enum([...calendarKinds, 'range', 'directive']),
  period: z.string(),
  startsAt: iso,
  endsAt: iso,
  directives: z.array(
    z.object({
      ...{ id, number: id, title: z.string(), sentAt: iso, dueAt: iso.nullable() },
      ...{ spec: answerSpecSchema.nullable(), doneBefore: count, isPassedOn: z.boolean().exactOptional() },
    }),
  ),
  units: z.array(z.object({ id, code: z.string(), name: z.string(), parentId: id.nullable() })),
  items: packedItemsSchema,
  notices: z.array(id),
  history: z.array(countsSchema),
  yearBefore: countsSchema.nullable(),
  asks: z.array(
    z.object({
      ...{ assignmentId: id, directiveId: id, unitId: id },
      ...{ askedAt: iso, wishedAt: iso.nullable(), replyId: id },
    }),
  ),
  deliveries: z.array(
    z.object({ unitId: id.nullable(), sent: count, failed: count, uncertain: count, waiting: count }),
  ),
  undelivered: z.array(
    z.object({ unitId: id.nullable(), number: id, state: z.enum(['failed', 'uncertain', 'waiting']) }),
  ),
  readings: z.array(z.object({ unitId: id.nullable(), read: count, corrected: count, unread: count })),
  corrections: z
    .object({
      number: id,
      year: z.int(),
      list: z.array(
        z.object({
          kind: z.enum(['restated', 'late', 'dropped']),
          ...{ assignmentId: id, directiveId: id, number: count, unitId: id },
          ...{ before: standSchema, after: standSchema.nullable(), replies: z.array(id) },
        }),
      ),
    })
    .nullable(),
  known: z.object({ replyId: count, versionId: count }),
});

type StoredContent = z.infer<typeof storedSchema>;

/** The content in the form in which it is kept. */
export function packContent(content: SummaryContent): StoredContent {
  const { items, history, yearBefore, ...rest } = content;
  return {
    ...rest,
    items: items.map(packItem),
    history: history.map(packCounts),
    yearBefore: yearBefore && packCounts(yearBefore),
  };
}

/** A frozen content as it was; throws when it is none. */
export function parseContent(stored: unknown): SummaryContent {
  const { items, history, yearBefore, ...rest } = storedSchema.parse(stored);
  return {
    ...rest,
    items: items.map(unpackItem),
    history: history.map(unpackCounts),
    yearBefore: yearBefore && unpackCounts(yearBefore),
  };
}

function packCounts({ period, units }: PeriodCounts): StoredContent['history'][0] {
  return {
    period,
    units: units.map(({ unitId, parentId, counts, passed }) => {
      const [a, b, c, d] = summaryClasses.map((name) => counts[name]) as [number, number, number, number];
      return [unitId, parentId, a, b, c, d, ...(passed ? summaryClasses.map((name) => passed[name]) : [])];
    }),
  };
}

function unpackCounts({ period, units }: StoredContent['history'][0]): PeriodCounts {
  return {
    period,
    units: units.map(([unitId, parentId, ...counts]) => ({
      unitId,
      parentId,
      counts: unpackClasses(counts),
      ...(counts.length > summaryClasses.length
        ? { passed: unpackClasses(counts.slice(summaryClasses.length)) }
        : {}),
    })),
  };
}

const unpackClasses = (counts: readonly number[]): Counts =>
  Object.fromEntries(summaryClasses.map((name, at) => [name, counts[at] ?? 0])) as Counts;
