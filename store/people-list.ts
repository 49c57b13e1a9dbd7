import type { RoleKind } from '../core/authorise.js';
import { Prisma, type Db } from './db.js';

/** A person whom the bot has met, by the accounts they have. */
export interface ListedPerson {
  id: number;
  name: string;
  accounts: { channel: string; name: string; username: string | null }[];
  roles: { kind: RoleKind; unitId: number | null }[];
}

export interface PeopleFilter {
  /** Those who hold a role in one of these units or stand on its list; null: everybody. */
  unitIds: readonly number[] | null;
  /** A piece of a name or username; '' for all. */
  words: string;
  roles: 'any' | 'some' | 'none';
  offset: number;
  most: number;
}

/** Persons, by name; whoever was erased is nobody. */
export async function listPeople(
  db: Db,
  filter: PeopleFilter,
): Promise<{ rows: ListedPerson[]; total: number }> {
  const { words, roles, offset, most } = filter;
  const isNamed = Prisma.sql`(${words} = '' or exists (select from "Account" a where a."personId" = p.id
    and strpos(lower(p.name || ' ' || a.name || ' @' || coalesce(a.username, '')), lower(${words})) > 0))`;
  const holds = Prisma.sql`exists (select from "Role" r where r."personId" = p.id)`;
  const isHolder = roles === 'any' ? Prisma.sql`true` : roles === 'some' ? holds : Prisma.sql`not ${holds}`;
  const rows = await db.$queryRaw<(ListedPerson & { whole: number })[]>`
    with seen as (
      select p.id, p.name, count(*) over ()::int as whole from "Person" p
      where p."erasedAt" is null and ${isNamed} and ${isHolder} and ${isWithin(filter)}
      order by p.name, p.id limit ${most}::int offset ${offset}::int
    )
    select s.id, s.name, s.whole, coalesce(a.list, '[]') as accounts, coalesce(r.list, '[]') as roles from seen s
    left join lateral (
      select json_agg(json_build_object('channel', channel, 'name', name, 'username', username) order by id) as list
      from "Account" where "personId" = s.id) a on true
    left join lateral (
      select json_agg(json_build_object('kind', kind, 'unitId', "unitId") order by kind, id) as list
      from "Role" where "personId" = s.id) r on true
    order by s.name, s.id`;
  return { rows, total: rows[0]?.whole ?? 0 };
}

/** One of them; null when they are not there or not within reach. */
export async function findPerson(
  db: Db,
  id: number,
  { unitIds }: Pick<PeopleFilter, 'unitIds'>,
): Promise<{ id: number; name: string } | null> {
  const rows = await db.$queryRaw<{ id: number; name: string }[]>`
    select p.id, p.name from "Person" p
    where p.id = ${id}::int and p."erasedAt" is null and ${isWithin({ unitIds })}`;
  return rows[0] ?? null;
}

/** SQL condition: the person `p` is one of theirs. */
const isWithin = ({ unitIds }: Pick<PeopleFilter, 'unitIds'>) => {
  if (unitIds === null) return Prisma.sql`true`;
  const ids = Prisma.sql`${[...unitIds]}::int[]`;
  return Prisma.sql`(exists (select from "Role" r where r."personId" = p.id and r."unitId" = any(${ids}))
    or exists (select from "UnitMember" m where m."personId" = p.id and m."unitId" = any(${ids})))`;
};
