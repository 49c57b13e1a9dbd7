import type { SaidParts } from '../core/replies/said.js';
import type { UnitReadings } from '../core/summary/summary-content.js';
import { heardAs, type Heard } from '../core/summary/voices.js';
import { figureOr, figures, moments, readAllFigures, readAllMoments, readTexts, texts } from './columns.js';
import { Prisma, type Db } from './db.js';

/** What the issuer decided touches an item, but does not speak for the unit. */
export const ofUnit = Prisma.sql`source <> 'decision'`;
/** It answers. */
export const telling = Prisma.sql`(status is not null or value is not null)`;
const isUnread = Prisma.sql`state in ('asked', 'unread')`;

const sign = (name: keyof typeof heardAs, isSo: Prisma.Sql) =>
  Prisma.sql`(${isSo})::int * ${Prisma.raw(String(heardAs[name]))}`;
const signs = Prisma.join(
  [
    sign('answer', telling),
    sign('figure', Prisma.sql`value is not null`),
    sign('receipt', Prisma.sql`status is not null and status = 'acknowledged'`),
    sign('bare', Prisma.sql`status is null`),
    sign('ofUnit', ofUnit),
    sign('unread', isUnread),
    sign('corrected', Prisma.sql`state = 'corrected'`),
    sign('below', Prisma.sql`source = 'below'`),
  ],
  ' + ',
);

const said = Prisma.sql`case when ${telling} then note else coalesce(nullif(note, ''), text) end`;
/** Hardly any words are so long: to ask costs less than to cut. */
const cut = Prisma.sql`case when octet_length(${said}) > 400 then left(${said}, 400) else ${said} end`;
const words = Prisma.sql`
  ${texts(cut)} as words,
  coalesce(json_agg(json_build_array(id, left(parts->>'result', 400), left(parts->>'proposal', 400), left(parts->>'nextStep', 400)))
    filter (where parts is not null), '[]')::text as parts`;

/** SQL: the replies of a select as columns, with their words or without; readHeard reads them. */
export const heardColumns = (hasWords: boolean) => Prisma.sql`
  ${figures(Prisma.sql`id`)} as "replyIds", ${figures(Prisma.sql`"assignmentId"`)} as "itemIds", ${figures(signs)} as "heardAs",
  ${figures(Prisma.sql`"unitId"`)} as "heardUnits",
  ${figures(Prisma.sql`"personId"`)} as persons, ${moments(Prisma.sql`"receivedAt"`)} as received,
  ${hasWords ? words : Prisma.sql`'' as words, '[]' as parts`}`;

const figureNames = ['replyIds', 'itemIds', 'heardAs', 'heardUnits', 'persons'] as const;
/** The columns of heardColumns, in their order. */
export const heardNames = [...figureNames, 'received', 'words', 'parts'] as const;
export type HeardColumns = Record<(typeof heardNames)[number], string>;

type Parts = [id: number, result: string | null, proposal: string | null, nextStep: string | null];

/** Replies in columns: each is made where it is wanted, and gone again. */
export interface HeardTable {
  ids: Int32Array;
  itemIds: Int32Array;
  signs: Int32Array;
  units: Int32Array;
  persons: Int32Array;
  received: Float64Array;
  words: string[];
  parts: ReadonlyMap<number, SaidParts>;
}

/** Reads the columns of heardColumns, of one row after the other. */
export function readHeard(rows: readonly HeardColumns[]): HeardTable {
  const figuresOf = (name: (typeof figureNames)[number]) => readAllFigures(rows.map((row) => row[name]));
  return {
    ids: figuresOf('replyIds'),
    itemIds: figuresOf('itemIds'),
    signs: figuresOf('heardAs'),
    units: figuresOf('heardUnits'),
    persons: figuresOf('persons'),
    received: readAllMoments(rows.map(({ received }) => received)),
    // Of no replies at all there is still one empty text.
    words: rows.flatMap(({ replyIds, words: own }) => (replyIds === '' ? [] : readTexts(own))),
    parts: new Map(rows.flatMap(readParts)),
  };
}

const readParts = ({ parts }: HeardColumns) =>
  (JSON.parse(parts) as Parts[]).map(
    ([id, result, proposal, nextStep]) => [id, { result, proposal, nextStep }] as const,
  );

/** The reply at a place. */
export const heardAt = (heard: HeardTable, place: number): Heard => ({
  id: heard.ids[place]!,
  assignmentId: heard.itemIds[place]!,
  as: heard.signs[place]!,
  personId: figureOr(heard.persons, place),
  receivedAt: heard.received[place]!,
  words: heard.words[place] ?? '',
  parts: heard.parts.size === 0 ? null : (heard.parts.get(heard.ids[place]!) ?? null),
});

const listHeard = (heard: HeardTable) => Array.from(heard.ids, (_, place) => heardAt(heard, place));

/** How the replies of a table were read, by unit; nobody's last. What was decided or computed is none of the unit's. */
export function countReadings({ signs, units }: HeardTable): UnitReadings[] {
  const counts = new Map<number | null, UnitReadings>();
  signs.forEach((sign, place) => {
    if ((sign & heardAs.ofUnit) === 0 || (sign & heardAs.below) > 0) return;
    const unitId = figureOr(units, place);
    const own = counts.get(unitId) ?? { unitId, read: 0, corrected: 0, unread: 0 };
    counts.set(unitId, own);
    own[(sign & heardAs.corrected) > 0 ? 'corrected' : (sign & heardAs.unread) > 0 ? 'unread' : 'read'] += 1;
  });
  return [...counts.values()].sort((a, b) => (a.unitId ?? Infinity) - (b.unitId ?? Infinity));
}

/** Of which items older replies are wanted: what spoke for them, told parts apart, could not be read. */
export interface OlderWanted {
  older: number[];
  parted: number[];
  unread: number[];
}

/** The last words of before a moment of each of these items. What spoke makes unread words needless. */
export async function listOlder(
  db: Db,
  wanted: OlderWanted,
  before: Date,
): Promise<Record<keyof OlderWanted, Heard[]>> {
  const none = { older: [], parted: [], unread: [] };
  if (wanted.older.length + wanted.parted.length + wanted.unread.length === 0) return none;
  const of = (ids: Prisma.Sql, isMeant: Prisma.Sql, order = Prisma.empty) => Prisma.sql`
    select r.* from ${ids} item(id) cross join lateral (
      select * from "Reply" where "assignmentId" = item.id and "receivedAt" < ${before}::timestamptz and ${isMeant}
      order by ${order} "receivedAt" desc, id desc limit 1) r`;
  const byWeight = Prisma.sql`value is null, status = 'acknowledged',`;
  const spoken = of(
    Prisma.sql`unnest(${wanted.older}::int[])`,
    Prisma.sql`${telling} and ${ofUnit}`,
    byWeight,
  );
  const parted = of(Prisma.sql`unnest(${wanted.parted}::int[])`, Prisma.sql`parts is not null`);
  const silent = Prisma.sql`(select id from unnest(${wanted.unread}::int[]) id except select "assignmentId" from spoken)`;
  const rows = await db.$queryRaw<(HeardColumns & { kind: keyof OlderWanted })[]>`
    with spoken as materialized (${spoken})
    select 'older' as kind, ${heardColumns(true)} from spoken
    union all select 'parted', ${heardColumns(true)} from (${parted}) r
    union all select 'unread', ${heardColumns(true)} from (${of(silent, isUnread)}) r`;
  return {
    ...none,
    ...Object.fromEntries(rows.map(({ kind, ...columns }) => [kind, listHeard(readHeard([columns]))])),
  };
}
