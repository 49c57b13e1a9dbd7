import { officeHours } from '../../core/calendar/working-calendar.js';
import type { Database } from '../../store/db.js';
import { createDraft } from '../../store/drafts.js';

export const channel = 'telegram';
export const now = new Date('2026-11-23T01:00:00Z');
export const reminders = {
  rules: { quietFrom: '21:00', quietUntil: '07:00', morning: '08:00' },
  hours: officeHours,
  zone: 'Asia/Ho_Chi_Minh',
  escalation: null,
};

/** Units with a group each and a draft that addresses them all, straight in the tables. */
export async function seedDraft(db: Database, unitCount: number) {
  const units = await db.unit.createManyAndReturn({
    data: Array.from({ length: unitCount }, (_, index) => ({
      code: `XA${String(index + 1).padStart(4, '0')}`,
      name: `Xã ${index + 1}`,
    })),
  });
  const boundAt = new Date(now.getTime() - 1_000);
  const groups = await db.chat.createManyAndReturn({
    data: units.map(({ id, code }) => ({
      channel,
      externalId: `g-${code}`,
      role: 'unit' as const,
      unitId: id,
      boundAt,
    })),
  });
  const person = await db.person.create({ data: { name: 'Hạnh' } });
  const office = await db.chat.create({ data: { channel, externalId: 'office', role: 'office' } });
  const draft = await createDraft(db, {
    kind: 'task',
    urgent: false,
    audience: 'all',
    unitIds: units.map(({ id }) => id),
    title: 'Kiểm kê vật tư phòng chống lụt bão',
    body: 'Các xã kiểm kê và báo số lượng.',
    answer: null,
    reminders: null,
    terms: {},
    passedFromId: null,
    dueAt: new Date('2026-11-30T10:00:00Z'),
    attachments: [],
    issuerId: person.id,
    issuerChatId: office.id,
    createdAt: now,
  });
  return { units, groups, person, office, draft };
}
