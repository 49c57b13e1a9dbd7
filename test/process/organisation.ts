import { reminderPlan } from '../../config/rules.js';
import { parseSettings } from '../../config/settings.js';
import type { Database } from '../../store/db.js';
import { openDirective } from '../../store/directives.js';
import type { TelegramServer } from '../telegram-server/server.js';

/** One unit bound to each of `count` groups, written straight into the ledger; returns the groups' ids. */
export async function bindGroups(db: Database, telegram: TelegramServer, count: number): Promise<number[]> {
  const { ids } = telegram.addGroups({ count });
  for (const [index, id] of ids.entries()) {
    const unit = await db.unit.create({ data: { code: `XA${index + 1}`, name: `Xã số ${index + 1}` } });
    await db.chat.create({
      data: { channel: 'telegram', externalId: String(id), role: 'unit', unitId: unit.id, title: unit.name },
    });
  }
  return ids;
}

/** Opens a directive to all units as the issuer's tap would; returns its row's id. */
export async function openToAll(db: Database): Promise<number> {
  const person = await db.person.create({ data: { name: 'Hạnh' } });
  const chat = await db.chat.create({
    data: { channel: 'telegram', externalId: '1', role: 'private', personId: person.id },
  });
  const directive = await db.directive.create({
    data: {
      kind: 'task',
      audience: 'all',
      title: 'Kiểm kê vật tư phòng dịch',
      body: 'Báo số lượng hiện có.',
      issuerId: person.id,
      issuerChatId: chat.id,
    },
  });
  const unitIds = (await db.unit.findMany({ select: { id: true } })).map(({ id }) => id);
  const reminders = reminderPlan(parseSettings({}));
  await db.$transaction((tx) =>
    openDirective(tx, { directiveId: directive.id, unitIds, now: new Date(), from: 'draft', reminders }),
  );
  return directive.id;
}
