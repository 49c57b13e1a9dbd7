import type { AnswerValue } from '../core/reading/answer.js';
import type { AnswerState, AssignmentState } from '../core/replies/answer-state.js';
import { readOr } from '../core/summary/pack-numbers.js';
import { column, figureOr, ms, readFigures, readMoments, readNames } from './columns.js';
import { Prisma } from './db.js';

export interface Span {
  startsAt: Date;
  endsAt: Date;
  /** Items that count whatever their dates say: a reply may come in hours after it was written. */
  openIds?: readonly number[];
  /** Only the items of this directive, all of them. */
  directiveId?: number;
  /** Only these items. */
  onlyIds?: readonly number[];
}

/** An item as it stands now, and whether that is how it stood at the end of the period. */
export interface ItemThen extends Pick<
  AnswerState,
  'state' | 'percent' | 'doneCount' | 'totalCount' | 'value' | 'difficulty' | 'answeredAt' | 'doneAt'
> {
  assignmentId: number;
  directiveId: number;
  unitId: number;
  dueAt: Date | null;
  closedAt: Date | null;
  isExtended: boolean;
  isCollect: boolean;
  isAcknowledged: boolean;
  /** It was acknowledged before the period began. */
  wasAcknowledged: boolean;
  /** It was answered by the end, and nothing has been heard of it since. */
  isToday: boolean;
}

const bits = { extended: 1, acknowledged: 2, wasAcknowledged: 4, today: 8 } as const;

/**
 * SQL: the items `item` that count: those that were open in the period or done in it, or else these. `relevant`: the
 * directives that they are of. Done and not done are looked for apart, each along its index.
 */
export function selectItems({ startsAt, endsAt, directiveId }: Span, ids?: readonly number[]): Prisma.Sql {
  const isMeant = directiveId === undefined ? Prisma.empty : Prisma.sql`and d.id = ${directiveId}::int`;
  const counts = Prisma.sql`a."createdAt" < ${endsAt}::timestamptz and not a.cancelled and not a.excused`;
  const ofPeriod = (isIn: Prisma.Sql) => Prisma.sql`
    select a.* from relevant d join "Assignment" a on a."directiveId" = d.id and ${isIn} where ${counts}`;
  const items = ids
    ? Prisma.sql`select a.* from unnest(${[...ids]}::int[]) one(id) join "Assignment" a on a.id = one.id
        join relevant d on d.id = a."directiveId" where ${counts}`
    : Prisma.sql`${ofPeriod(Prisma.sql`a."doneAt" is null`)}
        union all ${ofPeriod(Prisma.sql`a."doneAt" >= ${startsAt}::timestamptz`)}`;
  return Prisma.sql`relevant as materialized (
      select d.id, d."dueAt", d."closedAt", d.kind from "Directive" d
      where d.number is not null and d.state in ('open', 'closed') and d."sentAt" < ${endsAt}::timestamptz
        and (d."closedAt" is null or d."closedAt" >= ${startsAt}::timestamptz) ${isMeant}
    ), item as (${items})`;
}

/** SQL: whether what was said last was said before the end; most reports are made when nothing can have come later. */
const isLast = (endsAt: Date) => Prisma.sql`
  not exists (select 1 from "Reply" l where l.id = item."lastReplyId" and l."receivedAt" >= ${endsAt}::timestamptz)
  and not exists (select 1 from "Reply" v where v."assignmentId" = item.id and v.source = 'decision'
    and v."receivedAt" >= ${endsAt}::timestamptz)`;

/** SQL: the items as columns, with their directives; readItems reads them. */
export const itemColumns = ({ startsAt, endsAt }: Span, hasLater: boolean) => Prisma.sql`
  (select coalesce(json_agg(json_build_array(id, ${ms(Prisma.sql`"dueAt"`)}, ${ms(Prisma.sql`"closedAt"`)}, kind = 'collect')), '[]')
    from relevant)::text as directives,
  ${column(Prisma.sql`id`)} as ids, ${column(Prisma.sql`"directiveId"`)} as "directiveIds", ${column(Prisma.sql`"unitId"`)} as "unitIds",
  ${column(Prisma.sql`state`)} as states, ${column(Prisma.sql`percent`)} as percents,
  coalesce(json_agg(json_build_array(id, "doneCount", "totalCount", value, difficulty))
    filter (where num_nonnulls("doneCount", "totalCount", value, difficulty) > 0), '[]')::text as answers,
  ${column(ms(Prisma.sql`"dueAt"`))} as due, ${column(ms(Prisma.sql`"answeredAt"`))} as answered,
  ${column(ms(Prisma.sql`"doneAt"`))} as done,
  ${column(Prisma.sql`extended::int + ("acknowledgedAt" is not null)::int * 2
    + coalesce("acknowledgedAt" < ${startsAt}::timestamptz, false)::int * 4
    + coalesce("answeredAt" < ${endsAt}::timestamptz and ${hasLater ? isLast(endsAt) : Prisma.sql`true`}, false)::int * 8`)} as kinds`;

type Figures = 'ids' | 'directiveIds' | 'unitIds' | 'percents' | 'kinds';
type Moments = 'due' | 'answered' | 'done';
export type ItemColumns = Record<Figures | Moments | 'directives' | 'states' | 'answers', string>;

type Answer = [number, number | null, number | null, AnswerValue | null, string | null];
type Directive = [id: number, dueAt: number | null, closedAt: number | null, isCollect: boolean];

const toDate = (at: number | null) => (at === null ? null : new Date(at));
const none: Answer = [0, null, null, null, null];

/** Items in columns: a hundred thousand of them are made one by one, where each is wanted, and gone again. */
export interface ItemsThen {
  ids: Int32Array;
  directiveIds: Int32Array;
  unitIds: Int32Array;
  at(place: number): ItemThen;
}

/** Reads the columns of itemColumns, of one statement after the other. */
export function readItems(parts: readonly ItemColumns[]): ItemsThen {
  const directives = new Map(parts.flatMap(readDirectives));
  const answers = new Map(parts.flatMap(readAnswers));
  const states = parts.flatMap((part) => readNames(part.states)) as AssignmentState[];
  const figures = (name: Figures) => joined(parts.map((part) => readFigures(part[name])));
  const moments = (name: Moments) => joined(parts.map((part) => readMoments(part[name])));
  const [ids, directiveIds, unitIds] = [figures('ids'), figures('directiveIds'), figures('unitIds')];
  const [percents, kinds] = [figures('percents'), figures('kinds')];
  const [due, answered, done] = [moments('due'), moments('answered'), moments('done')];
  const at = (place: number): ItemThen => {
    const directive = directives.get(directiveIds[place]!)!;
    const answer = answers.size === 0 ? none : (answers.get(ids[place]!) ?? none);
    const kind = kinds[place]!;
    return {
      assignmentId: ids[place]!,
      directiveId: directiveIds[place]!,
      unitId: unitIds[place]!,
      state: states[place]!,
      percent: figureOr(percents, place),
      doneCount: answer[1],
      totalCount: answer[2],
      value: answer[3],
      difficulty: answer[4],
      dueAt: toDate(readOr(due, place)) ?? directive.dueAt,
      answeredAt: toDate(readOr(answered, place)),
      doneAt: toDate(readOr(done, place)),
      closedAt: directive.closedAt,
      isExtended: (kind & bits.extended) > 0,
      isCollect: directive.isCollect,
      isAcknowledged: (kind & bits.acknowledged) > 0,
      wasAcknowledged: (kind & bits.wasAcknowledged) > 0,
      isToday: (kind & bits.today) > 0,
    };
  };
  return { ids, directiveIds, unitIds, at };
}

const readDirectives = ({ directives }: ItemColumns) =>
  (JSON.parse(directives) as Directive[]).map(
    ([id, dueAt, closedAt, isCollect]) =>
      [id, { dueAt: toDate(dueAt), closedAt: toDate(closedAt), isCollect }] as const,
  );

const readAnswers = ({ answers }: ItemColumns) =>
  (JSON.parse(answers) as Answer[]).map((answer) => [answer[0], answer] as const);

function joined<T extends Int32Array | Float64Array>(lists: readonly T[]): T {
  const [first, second] = lists as [T, T?];
  if (!second) return first;
  const both = (first instanceof Int32Array ? Int32Array : Float64Array).from([...first, ...second]);
  return both as unknown as T;
}
