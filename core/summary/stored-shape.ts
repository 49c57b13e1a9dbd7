import { z } from 'zod';
import { answerSpecSchema, answerValueSchema } from '../reading/answer-schema.js';
import { summaryClasses } from './classify.js';
import { storedStates } from './item-table.js';
import { calendarKinds } from './period.js';
import type { Stand, SummaryContent } from './summary-content.js';

export const id = z.int().positive();
export const count = z.int().min(0);
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

/** What of a report is kept in the same form since the first one. */
export const storedShape = {
  kind: z.enum([...calendarKinds, 'range', 'directive']),
  period: z.string(),
  startsAt: iso,
  endsAt: iso,
  directives: z.array(
    z.object({
      ...{ id, number: id, title: z.string(), sentAt: iso, dueAt: iso.nullable() },
      ...{ spec: answerSpecSchema.nullable(), doneBefore: count, isPassedOn: z.boolean().exactOptional() },
      closedAt: iso.exactOptional(),
    }),
  ),
  notices: z.array(id),
  asks: z.array(
    z.object({
      ...{ assignmentId: id, directiveId: id, unitId: id },
      ...{ askedAt: iso, wishedAt: iso.nullable(), replyId: id },
    }),
  ),
  undelivered: z.array(
    z.object({ unitId: id.nullable(), number: id, state: z.enum(['failed', 'uncertain', 'waiting']) }),
  ),
  excused: z.array(z.object({ unitId: id, directiveId: id, number: id, title: z.string() })).exactOptional(),
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
};

type StoredStand = z.infer<typeof standSchema>;
type StoredCorrections = z.infer<typeof storedShape.corrections>;

const packStand = ({ dueAt, ...stand }: Stand): StoredStand => ({
  ...stand,
  dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
});
const unpackStand = ({ dueAt, ...stand }: StoredStand): Stand => ({
  ...stand,
  dueAt: dueAt === null ? null : Date.parse(dueAt),
});

/** Corrections are few: they are kept as they are, with moments that can be read. */
export function packCorrections(corrections: SummaryContent['corrections']): StoredCorrections {
  if (!corrections) return null;
  const list = corrections.list.map(({ before, after, ...rest }) => ({
    ...rest,
    before: packStand(before),
    after: after && packStand(after),
  }));
  return { ...corrections, list };
}

export function unpackCorrections(corrections: StoredCorrections): SummaryContent['corrections'] {
  if (!corrections) return null;
  const list = corrections.list.map(({ before, after, ...rest }) => ({
    ...rest,
    before: unpackStand(before),
    after: after && unpackStand(after),
  }));
  return { ...corrections, list };
}
