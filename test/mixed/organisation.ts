import type { Chat } from './outboxes.js';
import { openStage, type Actor, type Stage } from '../harness/stage.js';
import { organise } from '../harness/organisation.js';
import { startWorld, type World } from '../harness/world.js';

/** Who has a group where. */
export const sizes = { telegramOnly: 50, zaloOnly: 30, both: 10 };

export interface Group extends Chat {
  unit: string;
  /** The platform's id of one member. */
  member: string;
}

export interface MixedOrganisation {
  world: World;
  telegram: Stage;
  hanh: Actor;
  office: string;
  groups: Group[];
}

/** A province on PostgreSQL and Redis: 90 units, 60 groups on Telegram and 40 on Zalo. The office sits on Telegram. */
export async function openMixedOrganisation(): Promise<MixedOrganisation> {
  // Without a pace a minute of fruitless attempts is short; that the pace is kept is shown elsewhere.
  const settings = {
    TELEGRAM_RATE_PER_SECOND: '0',
    TELEGRAM_CHAT_RATE_PER_SECOND: '0',
    TELEGRAM_GROUP_RATE_PER_MINUTE: '0',
  };
  const world = await startWorld('servers', { platforms: ['telegram', 'zalo'], rate: 'off', settings });
  const telegram = openStage(world, 'telegram');
  const people = organise(telegram);
  const hanh = await people.owner();
  await people.addUnits(hanh, ['TINH UBND tỉnh']);
  const office = await people.bind('Văn phòng', [hanh], await people.inviteCode(hanh, 'office'));
  const groups = addGroups(world);
  await bindAll(world, groups);
  return { world, telegram, hanh, office, groups };
}

function addGroups({ telegram, zalo }: World): Group[] {
  const code = (index: number) => `XA${String(index + 1).padStart(2, '0')}`;
  const { telegramOnly, zaloOnly, both } = sizes;
  const onTelegram = Array.from({ length: telegramOnly + both }, (_, index) => code(index));
  const onZalo = Array.from({ length: zaloOnly + both }, (_, index) => code(telegramOnly + index));
  return [
    ...onTelegram.map((unit): Group => {
      const member = telegram.addUser({ name: `Cán bộ ${unit}` }).id;
      const { id } = telegram.addGroup({ title: `Xã ${unit}`, type: 'supergroup', members: [member] });
      return { unit, platform: 'telegram', chat: String(id), member: String(member) };
    }),
    ...onZalo.map((unit): Group => {
      const member = zalo!.addUser({ name: `Cán bộ ${unit}` }).id;
      return {
        unit,
        platform: 'zalo',
        chat: zalo!.addGroup({ title: `Xã ${unit}`, members: [member] }).id,
        member,
      };
    }),
  ];
}

/** Binding a hundred groups by their codes would take most of the test's time; two-groups.test.ts does it. */
async function bindAll(world: World, groups: Group[]): Promise<void> {
  await world.settle();
  const { db } = world.app.runtime;
  const top = await db.unit.findUniqueOrThrow({ where: { code: 'TINH' } });
  const codes = [...new Set(groups.map(({ unit }) => unit))];
  const units = await db.unit.createManyAndReturn({
    data: codes.map((code) => ({ code, name: `Xã ${code}`, parentId: top.id })),
  });
  const idOf = new Map(units.map(({ id, code }) => [code, id]));
  for (const { unit, platform, chat } of groups) {
    const data = {
      role: 'unit' as const,
      unitId: idOf.get(unit)!,
      boundAt: world.clock.now(),
      title: `Xã ${unit}`,
    };
    const key = { channel: platform, externalId: chat, threadId: '' };
    await db.chat.upsert({
      where: { channel_externalId_threadId: key },
      create: { ...key, ...data },
      update: data,
    });
  }
}
