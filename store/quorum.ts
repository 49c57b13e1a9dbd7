import type { Quorum } from '../core/quorum/quorum.js';
import { standOf, type QuorumStand } from '../core/quorum/quorum-stand.js';
import type { RoleGrant } from '../core/authorise.js';
import { groupBy } from '../core/group-by.js';
import type { Db } from './db.js';

/** A person on a unit's list. */
export interface Member {
  personId: number;
  name: string;
}

/** The persons on the lists of these units, in the order in which they were put there. */
export async function listMembers(
  db: Db,
  unitIds: readonly number[],
): Promise<(Member & { unitId: number })[]> {
  const rows = await db.unitMember.findMany({
    where: { unitId: { in: [...unitIds] } },
    include: { person: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
  });
  return rows.map(({ unitId, personId, person }) => ({ unitId, personId, name: person.name }));
}

/** Puts a person on a unit's list, or takes them off it. False when it was so already. */
export async function setMember(
  db: Db,
  { unitId, personId }: { unitId: number; personId: number },
  isMember: boolean,
  now: Date,
): Promise<boolean> {
  const { count } = isMember
    ? await db.unitMember.createMany({ data: [{ unitId, personId, createdAt: now }], skipDuplicates: true })
    : await db.unitMember.deleteMany({ where: { unitId, personId } });
  return count === 1;
}

/** Units among these that have a lead of their own. */
export async function listLed(db: Db, unitIds: readonly number[]): Promise<Set<number>> {
  const rows = await db.role.findMany({
    where: { kind: 'lead', unitId: { in: [...unitIds] } },
    select: { unitId: true },
    distinct: ['unitId'],
  });
  return new Set(rows.flatMap(({ unitId }) => unitId ?? []));
}

/** A person as they are named and what they may do; null when there is none. */
export async function findAnswerer(
  db: Db,
  personId: number,
): Promise<{ personId: number; names: string[]; usernames: string[]; roles: RoleGrant[] } | null> {
  const person = await db.person.findUnique({
    where: { id: personId },
    include: { accounts: true, roles: { select: { kind: true, unitId: true } } },
  });
  if (!person) return null;
  const { name, accounts, roles } = person;
  return {
    personId,
    names: [name, ...accounts.map((account) => account.name)],
    usernames: accounts.flatMap(({ username }) => username ?? []),
    roles,
  };
}

/** Those of these names that mean no person whom the bot has met: usernames with @, or names. */
export async function findStrangers(db: Db, names: readonly string[]): Promise<string[]> {
  const known = await db.$queryRaw<{ name: string }[]>`
    select n.name from unnest(${[...names]}::text[]) as n(name) where exists (
      select 1 from "Account" a where case when n.name like '@%' then lower(a.username) = lower(substr(n.name, 2))
        else lower(a.name) = lower(n.name) end)`;
  const found = new Set(known.map(({ name }) => name));
  return names.filter((name) => !found.has(name));
}

export interface QuorumPart {
  assignmentId: number;
  unitId: number;
  quorum: Quorum | null;
}

/** How far each part has been answered, where several persons must answer; nothing for the others. */
export async function findQuorumStands(
  db: Db,
  parts: readonly QuorumPart[],
): Promise<Map<number, QuorumStand>> {
  const shared = parts.filter(({ quorum }) => quorum !== null && quorum.who !== 'lead');
  const stands = new Map<number, QuorumStand>();
  if (shared.length === 0) return stands;
  const members = await listMembers(
    db,
    shared.filter(({ quorum }) => quorum?.who === 'all').map(({ unitId }) => unitId),
  );
  const lists = groupBy(members, (member) => member.unitId);
  const heard = await listHeard(
    db,
    shared.map(({ assignmentId }) => assignmentId),
  );
  for (const { assignmentId, unitId, quorum } of shared) {
    const stand = standOf(quorum!, lists.get(unitId) ?? [], heard.get(assignmentId) ?? new Set());
    if (stand) stands.set(assignmentId, stand);
  }
  return stands;
}

/** The persons who answered each part, since it was last given back. */
async function listHeard(db: Db, assignmentIds: readonly number[]): Promise<Map<number, Set<string>>> {
  const rows = await db.$queryRaw<{ assignmentId: number; key: string }[]>`
    select distinct r."assignmentId", v.reading->'by'->>'key' as key
    from "Reply" r join "ReplyVersion" v on v."replyId" = r.id and v.version = r.version
    where r."assignmentId" = any(${[...assignmentIds]}::int[]) and (r.status is not null or r.value is not null)
      and v.reading->'by' is not null and r.id > coalesce((select max(g.id) from "Reply" g
        where g."assignmentId" = r."assignmentId" and g.source = 'decision' and g.status = 'returned'), 0)`;
  const heard = new Map<number, Set<string>>();
  for (const { assignmentId, key } of rows)
    heard.set(assignmentId, (heard.get(assignmentId) ?? new Set()).add(key));
  return heard;
}

/** Open parts of a unit that everyone on its list must answer. */
export async function listEveryoneParts(db: Db, unitId: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select a.id from "Assignment" a join "Directive" d on d.id = a."directiveId"
    where a."unitId" = ${unitId}::int and d.state = 'open' and not a.cancelled
      and d.terms->'quorum'->>'who' = 'all' order by a.id`;
  return rows.map(({ id }) => id);
}
