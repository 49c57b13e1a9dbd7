import { Prisma, type Db } from './db.js';
import type { DirectiveKind } from '../core/directive-message.js';
import { isWatched, type Watcher } from './progress.js';

export const listedStates = ['open', 'scheduled', 'closed', 'cancelled'] as const;
export type ListedState = (typeof listedStates)[number];

/** A directive in the list; the counts are of what the reader watches. `number` is null while it waits for its time. */
export interface ListedDirective {
  id: number;
  number: number | null;
  kind: DirectiveKind;
  state: ListedState;
  urgent: boolean;
  title: string;
  issuer: string;
  /** The reader wrote it, and passes nothing on with it. */
  isOwn: boolean;
  dueAt: Date | null;
  sentAt: Date | null;
  sendAt: Date | null;
  fulfilled: number;
  blocked: number;
  awaiting: number;
  total: number;
}

export interface ListFilter {
  state: ListedState;
  /** A piece of title or text, or `#12`; '' for all. */
  words: string;
  offset: number;
  most: number;
}

/** Directives of which this person may see something, the newest first; of those that wait, what goes out next. */
export async function listDirectives(
  db: Db,
  watcher: Watcher,
  { state, words, offset, most }: ListFilter,
): Promise<{ rows: ListedDirective[]; total: number }> {
  const number = /^#?(\d{1,9})$/.exec(words.trim())?.[1];
  const isMeant =
    number === undefined
      ? Prisma.sql`(${words} = '' or strpos(lower(d.title || ' ' || d.body), lower(${words})) > 0)`
      : Prisma.sql`d.number = ${Number(number)}::int`;
  const rows = await db.$queryRaw<(ListedDirective & { whole: number })[]>`
    with seen as (
      select d.*, count(*) over ()::int as whole from "Directive" d
      where d.state = ${state}::"DirectiveState" and ${isMeant} and ${isSeen(watcher)}
      order by case when d.state = 'scheduled' then d."sendAt" end, d.number desc nulls last, d.id desc
      limit ${most}::int offset ${offset}::int
    )
    select d.id, d.number, d.kind::text as kind, d.state::text as state, d.urgent, d.title, d."dueAt", d."sentAt", d."sendAt", d.whole,
      coalesce(p.name, '') as issuer, d."issuerId" = ${watcher.personId}::int and d."passedFromId" is null as "isOwn", coalesce(c.fulfilled, 0) as fulfilled, coalesce(c.blocked, 0) as blocked,
      coalesce(c.awaiting, 0) as awaiting, coalesce(c.total, 0) as total
    from seen d left join "Person" p on p.id = d."issuerId" left join lateral (
      select count(a."doneAt")::int as fulfilled, count(*)::int as total,
        (count(*) filter (where a.state = 'blocked' and a."doneAt" is null))::int as blocked,
        (count(*) filter (where a.state = 'done' and a."doneAt" is null))::int as awaiting
      from "Assignment" a where a."directiveId" = d.id and not a.cancelled and not a.excused and ${isWatched(watcher)}) c on true
    order by case when d.state = 'scheduled' then d."sendAt" end, d.number desc nulls last, d.id desc`;
  return { rows, total: rows[0]?.whole ?? 0 };
}

/** SQL condition: the directive `d` went to a unit that this person watches, or is their own. */
export const isSeen = ({ unitIds, personId }: Watcher) =>
  Prisma.sql`(${unitIds}::int[] is null or d."unitIds" && ${unitIds}::int[] or d."issuerId" = ${personId}::int)`;
