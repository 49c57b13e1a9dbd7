import type { Db } from './db.js';

/** A group that gets the weekly summary: an office group, or a unit's group with that unit. */
export interface SummaryChat {
  id: number;
  channel: string;
  locale: string | null;
  unit: { id: number; code: string; name: string; timeZone: string | null } | null;
}

/** All groups that can be reached; the offices first. */
export async function findSummaryChats(db: Db): Promise<SummaryChat[]> {
  const chats = await db.chat.findMany({
    where: { state: 'active', role: { in: ['office', 'unit'] } },
    select: {
      id: true,
      channel: true,
      locale: true,
      role: true,
      unit: { select: { id: true, code: true, name: true, timeZone: true } },
    },
    orderBy: [{ role: 'desc' }, { id: 'asc' }],
  });
  return chats
    .filter(({ role, unit }) => role === 'office' || unit !== null)
    .map(({ role, unit, ...chat }) => ({
      ...chat,
      unit: role === 'office' ? null : unit,
    }));
}
