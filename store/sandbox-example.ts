import type { Database, Db, Prisma } from './db.js';
import { transact } from './db.js';
import { recordAudit } from './audit.js';
import { findSetting, setSetting } from './settings.js';

export interface ExampleMember {
  id: string;
  name: string;
  username: string;
}

export interface ExampleGroup {
  externalId: string;
  title: string;
  members: ExampleMember[];
}

export interface ExampleUnit {
  code: string;
  name: string;
  parent: string | null;
  tags: string[];
  /** The unit's group; without it the unit can't be reached. Its first member leads the unit. */
  group: ExampleGroup | null;
}

export interface Example {
  channel: string;
  /** Parents stand before their children. */
  units: ExampleUnit[];
  office: ExampleGroup;
  admin: ExampleMember;
  /** The language of the chats; null for the organisation's. */
  locale: string | null;
}

/** `foreign`: the organisation has units of its own, which the example must not mix with. */
export type ExampleOutcome = 'loaded' | 'already' | 'foreign';

const settingKey = 'sandbox.example';

/** Whether the example may be loaded, and why not. */
export async function findExampleState(db: Db): Promise<'free' | 'already' | 'foreign'> {
  if (await findSetting<boolean>(db, settingKey)) return 'already';
  return (await db.unit.count()) > 0 ? 'foreign' : 'free';
}

/** Writes the example organisation, once: a second call changes nothing, nor does one where units are. */
export async function loadExample(db: Database, example: Example, now: Date): Promise<ExampleOutcome> {
  return transact(db, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${settingKey}))`;
    const state = await findExampleState(tx);
    if (state !== 'free') return state;
    const unitIds = await addUnits(tx, example);
    const chats = listChats(example, unitIds);
    await tx.sandboxChat.createMany({ data: chats.map(({ shown }) => shown), skipDuplicates: true });
    const { channel, locale } = example;
    await tx.chat.createMany({
      data: chats.map(({ known, shown: { externalId, title } }) => ({
        ...known,
        channel,
        locale,
        externalId,
        title,
        hearsAll: true,
        boundAt: now,
        lastSeenAt: now,
      })),
      skipDuplicates: true,
    });
    await addAdmin(tx, example, now);
    await addLeads(tx, example, unitIds);
    await setSetting(tx, settingKey, true);
    return 'loaded';
  });
}

async function addUnits(tx: Db, { units }: Example): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { code, name, parent, tags } of units) {
    const parentId = parent === null ? null : ids.get(parent)!;
    const unit = await tx.unit.create({ data: { code, name, tags, parentId } });
    ids.set(code, unit.id);
  }
  return ids;
}

/** The admin's chat first, then the office, then the units: the order in which the page shows them. */
function listChats({ admin, office, units }: Example, unitIds: Map<string, number>) {
  const show = (chat: ExampleGroup, isGroup: boolean, position: number) => ({
    ...chat,
    members: chat.members as unknown as Prisma.InputJsonValue,
    isGroup,
    position,
  });
  const own = { externalId: admin.id, title: admin.name, members: [admin] };
  const groups = units.flatMap(({ code, group }) => (group ? [{ group, unitId: unitIds.get(code)! }] : []));
  return [
    { shown: show(own, false, 1), known: { role: 'private' as const } },
    { shown: show(office, true, 2), known: { role: 'office' as const } },
    ...groups.map(({ group, unitId }, index) => ({
      shown: show(group, true, index + 3),
      known: { role: 'unit' as const, unitId },
    })),
  ];
}

/**
 * The admin becomes the owner only of an organisation that has none, and uses up the owner's code with it. Where the
 * owner is a sandbox person too, admin is given; a real owner's organisation is left alone.
 */
async function addAdmin(tx: Db, { admin, channel, locale }: Example, now: Date): Promise<void> {
  const personId = await addPerson(tx, channel, admin, locale);
  await tx.chat.updateMany({ where: { channel, externalId: admin.id, threadId: '' }, data: { personId } });
  const owners = await tx.role.findMany({
    where: { kind: 'owner' },
    include: { person: { include: { accounts: true } } },
  });
  const isPlayed = owners.every(({ person }) =>
    person.accounts.every((account) => account.channel === channel),
  );
  if (!isPlayed) return;
  const kind = owners.length === 0 ? 'owner' : 'admin';
  await tx.role.create({ data: { personId, kind } });
  if (kind === 'owner') {
    const used = { usedAt: now, usedById: personId };
    await tx.invite.updateMany({ where: { purpose: 'owner', usedAt: null }, data: used });
  }
  const target = `person:${personId}` as const;
  await recordAudit(tx, { at: now, personId, action: 'grant-role', target, data: { kind, by: settingKey } });
}

async function addLeads(
  tx: Db,
  { units, channel, locale }: Example,
  unitIds: Map<string, number>,
): Promise<void> {
  for (const { code, group } of units) {
    const lead = group?.members[0];
    if (!lead) continue;
    const personId = await addPerson(tx, channel, lead, locale);
    await tx.role.create({ data: { personId, kind: 'lead', unitId: unitIds.get(code)! } });
  }
}

async function addPerson(
  tx: Db,
  channel: string,
  member: ExampleMember,
  locale: string | null,
): Promise<number> {
  const { id: externalId, name, username } = member;
  const account = { channel, externalId, name, username };
  const person = await tx.person.create({ data: { name, locale, accounts: { create: account } } });
  return person.id;
}
