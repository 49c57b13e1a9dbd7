import { beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../test/harness/database.js';
import { createExample } from '../web/sandbox/example.js';
import type { Database } from './db.js';
import { ensureOwnerCode, findOwnerCode } from './invites.js';
import { loadExample } from './sandbox-example.js';

const now = new Date('2026-11-23T01:00:00Z');
const example = createExample('sandbox', null);
let db: Database;

beforeEach(async () => {
  db = await openTestDatabase();
  return () => db.$disconnect();
});

const countAll = async () => ({
  units: await db.unit.count(),
  chats: await db.chat.count(),
  shown: await db.sandboxChat.count(),
  people: await db.person.count(),
  owners: await db.role.count({ where: { kind: 'owner' } }),
  admins: await db.role.count({ where: { kind: 'admin' } }),
});

describe('the example organisation', () => {
  it('is a district with twelve communes and schools, most of them with a group', async () => {
    expect(await loadExample(db, example, now)).toBe('loaded');
    const units = await db.unit.findMany({ include: { chats: true } });
    expect(units.filter(({ tags }) => tags.includes('xa'))).toHaveLength(12);
    expect(units.filter(({ tags }) => tags.includes('truonghoc'))).toHaveLength(6);
    expect(units.filter(({ chats }) => chats.length === 1)).toHaveLength(16);
    expect(await db.chat.count({ where: { role: 'office' } })).toBe(1);
    const own = await db.chat.findFirstOrThrow({
      where: { role: 'private' },
      include: { person: { include: { roles: true } } },
    });
    expect(own.person!.roles).toMatchObject([{ kind: 'owner', unitId: null }]);
  });

  it('is loaded once, also when two click at once', async () => {
    const outcomes = await Promise.all([loadExample(db, example, now), loadExample(db, example, now)]);
    expect(outcomes.sort()).toEqual(['already', 'loaded']);
    const before = await countAll();
    expect(await loadExample(db, example, now)).toBe('already');
    expect(await countAll()).toEqual(before);
    expect(before).toMatchObject({ units: 19, chats: 18, shown: 18, owners: 1 });
  });

  it('uses up the owner’s code where there is no owner', async () => {
    await ensureOwnerCode(db, undefined);
    await loadExample(db, example, now);
    expect(await findOwnerCode(db)).toBeNull();
  });

  it.each([
    { channel: 'sandbox', admins: 1 },
    { channel: 'telegram', admins: 0 },
  ])('takes nothing from an owner on $channel; admins beside them: $admins', async ({ channel, admins }) => {
    const account = { channel, externalId: 'chu-1', name: 'Lê Văn Chủ' };
    const data = {
      name: 'Lê Văn Chủ',
      roles: { create: { kind: 'owner' as const } },
      accounts: { create: account },
    };
    await db.person.create({ data });
    await loadExample(db, example, now);
    expect(await countAll()).toMatchObject({ owners: 1, admins });
  });

  it('does not mix with units that are there', async () => {
    await db.unit.create({ data: { code: 'XA01', name: 'Xã thật', tags: [] } });
    expect(await loadExample(db, example, now)).toBe('foreign');
    expect(await countAll()).toMatchObject({ units: 1, chats: 0, shown: 0, people: 0 });
  });
});
