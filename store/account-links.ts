import { Prisma, type Db } from './db.js';

/** An account of a person, as it is named to people. */
export interface LinkedAccount {
  id: number;
  channel: string;
  externalId: string;
  name: string;
  username: string | null;
}

/** The accounts of a person, the first met first. */
export async function listAccounts(db: Db, personId: number): Promise<LinkedAccount[]> {
  return db.account.findMany({
    where: { personId },
    select: { id: true, channel: true, externalId: true, name: true, username: true },
    orderBy: { id: 'asc' },
  });
}

/** Every column that holds a person's id; a test asks the database whether one is missing. */
export const personColumns = [
  ['Account', 'personId'],
  ['Chat', 'personId'],
  ['Role', 'personId'],
  ['Role', 'grantedById'],
  ['UnitMember', 'personId'],
  ['Invite', 'createdById'],
  ['Invite', 'usedById'],
  ['Directive', 'issuerId'],
  ['DirectiveVersion', 'personId'],
  ['AmendmentDraft', 'personId'],
  ['Recurrence', 'issuerId'],
  ['Reply', 'personId'],
  ['ReplyVersion', 'personId'],
  ['Approval', 'personId'],
  ['Approval', 'decidedById'],
  ['Dialogue', 'personId'],
  ['Offer', 'personId'],
  ['SavedAudience', 'createdById'],
  ['DirectiveTemplate', 'createdById'],
  ['CalendarDay', 'createdById'],
  ['Leave', 'createdById'],
  ['AuditLog', 'personId'],
  ['Upload', 'personId'],
  ['WebhookEndpoint', 'createdById'],
] as const;

/** Texts that name a person by `person:<id>`. */
const personTexts = [
  ['AuditLog', 'target'],
  ['Delivery', 'settledBy'],
] as const;

/**
 * Two persons turn out to be one: `from` and all that is theirs become `into`, who keeps name and language. Returns
 * false when one of them is no more, because the same was done a moment ago.
 */
export async function joinPeople(db: Db, into: number, from: number): Promise<boolean> {
  const ids = [into, from];
  // In one order everywhere: two who link to each other at once take turns.
  const found = await db.$queryRaw<{ id: number }[]>`
    select id from "Person" where id = any(${ids}::int[]) order by id for update`;
  if (found.length < 2) return false;
  await noteWhoBrought(db, ids);
  await foldRoles(db, into, from);
  await foldMemberships(db, into, from);
  for (const [table, column] of personColumns)
    await db.$executeRaw`update ${name(table)} set ${name(column)} = ${into} where ${name(column)} = ${from}`;
  for (const [table, column] of personTexts)
    await db.$executeRaw`
      update ${name(table)} set ${name(column)} = ${`person:${into}`} where ${name(column)} = ${`person:${from}`}`;
  await db.$executeRaw`
    update "Person" p set locale = coalesce(p.locale, f.locale) from "Person" f where p.id = ${into} and f.id = ${from}`;
  await db.person.delete({ where: { id: from } });
  return true;
}

const name = (identifier: string) => Prisma.raw(`"${identifier}"`);

/** What a person has as they are now, their accounts bring along. */
async function noteWhoBrought(db: Db, personIds: number[]): Promise<void> {
  await db.$executeRaw`
    update "Role" r set "broughtBy" = array(select a.id from "Account" a where a."personId" = r."personId")
    where r."personId" = any(${personIds}::int[]) and r."broughtBy" = '{}'`;
}

/** A role that both have is one role, brought by both. */
async function foldRoles(db: Db, into: number, from: number): Promise<void> {
  await db.$executeRaw`
    with twin as (
      select r.id as kept, t.id as gone, t."broughtBy" from "Role" r join "Role" t
        on t.kind = r.kind and t."unitId" is not distinct from r."unitId"
      where r."personId" = ${into} and t."personId" = ${from}
    ), folded as (
      update "Role" r set "broughtBy" = r."broughtBy" || twin."broughtBy" from twin where r.id = twin.kept
    )
    delete from "Role" r using twin where r.id = twin.gone`;
}

/** On the list of a unit a person stands once. */
async function foldMemberships(db: Db, into: number, from: number): Promise<void> {
  await db.$executeRaw`
    delete from "UnitMember" m using "UnitMember" t
    where m."personId" = ${from} and t."personId" = ${into} and t."unitId" = m."unitId"`;
}

/**
 * An account becomes a person of its own, with its name, its private chats, what was said and sent through it, and the
 * roles it had brought. Roles given since stay with the others. Returns the new person's id; null when it is alone.
 */
export async function partAccount(db: Db, personId: number, accountId: number): Promise<number | null> {
  await db.$executeRaw`select id from "Person" where id = ${personId} for update`;
  const accounts = await listAccounts(db, personId);
  const account = accounts.find(({ id }) => id === accountId);
  if (!account || accounts.length < 2) return null;
  const { locale } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { locale: true } });
  const { id: partedId } = await db.person.create({ data: { name: account.name, locale } });
  await db.account.update({ where: { id: accountId }, data: { personId: partedId } });
  await partRoles(db, { personId, partedId, accountId, isLast: accounts.length === 2 });
  const keepsOne = accounts.some(({ id, channel }) => id !== accountId && channel === account.channel);
  await partHistory(db, { personId, partedId, account, keepsOne });
  return partedId;
}

async function partRoles(
  db: Db,
  {
    personId,
    partedId,
    accountId,
    isLast,
  }: { personId: number; partedId: number; accountId: number; isLast: boolean },
): Promise<void> {
  await db.$executeRaw`
    insert into "Role" ("personId", kind, "unitId", "grantedById", "createdAt")
    select ${partedId}, kind, "unitId", "grantedById", "createdAt" from "Role"
    where "personId" = ${personId} and ${accountId} = any("broughtBy")`;
  await db.$executeRaw`delete from "Role" where "personId" = ${personId} and "broughtBy" = array[${accountId}::int]`;
  await db.$executeRaw`
    update "Role" set "broughtBy" = case when ${isLast} then '{}' else array_remove("broughtBy", ${accountId}::int) end
    where "personId" = ${personId}`;
}

/**
 * The chat tells through which account something was said: the channel's only one. Where the person keeps another there,
 * only the private chat is sure.
 */
async function partHistory(
  db: Db,
  {
    personId,
    partedId,
    account: { channel, externalId },
    keepsOne,
  }: { personId: number; partedId: number; account: LinkedAccount; keepsOne: boolean },
): Promise<void> {
  const own = keepsOne ? Prisma.sql`c."externalId" = ${externalId}` : Prisma.sql`true`;
  await db.$executeRaw`
    update "Chat" c set "personId" = ${partedId} where c."personId" = ${personId} and c.channel = ${channel} and ${own}`;
  for (const [table, person, chat] of [
    ['Reply', 'personId', 'chatId'],
    ['Dialogue', 'personId', 'chatId'],
    ['Offer', 'personId', 'chatId'],
    ['Directive', 'issuerId', 'issuerChatId'],
    ['Recurrence', 'issuerId', 'issuerChatId'],
  ] as const)
    await db.$executeRaw`
      update ${name(table)} t set ${name(person)} = ${partedId} from "Chat" c
      where c.id = t.${name(chat)} and c.channel = ${channel} and ${own} and t.${name(person)} = ${personId}`;
}
