import type { Db } from './db.js';

/** What the page says beside a chat's title, and the code its example lines use. */
export interface ChatStanding {
  externalId: string;
  role: 'unit' | 'office' | 'private' | 'none';
  unitCode: string | null;
  unitName: string | null;
}

/** How the bot knows the chats of one channel; what it never met is missing. */
export async function listStandings(db: Db, channel: string): Promise<ChatStanding[]> {
  const chats = await db.chat.findMany({ where: { channel, threadId: '' }, include: { unit: true } });
  return chats.map(({ externalId, role, unit }) => ({
    externalId,
    role,
    unitCode: unit?.code ?? null,
    unitName: unit?.name ?? null,
  }));
}

/** The number of the newest open directive: of one unit's when `unitCode` is given; null when there is none. */
export async function findNewestNumber(db: Db, unitCode: string | null): Promise<number | null> {
  const directive = await db.directive.findFirst({
    where: {
      state: 'open',
      number: { not: null },
      kind: { not: 'notice' },
      ...(unitCode === null ? {} : { assignments: { some: { unit: { code: unitCode } } } }),
    },
    orderBy: { number: 'desc' },
  });
  return directive?.number ?? null;
}

/** Whether the organisation has its first admin. */
export async function hasOwner(db: Db): Promise<boolean> {
  return (await db.role.findFirst({ where: { kind: 'owner' } })) !== null;
}

/** What rises when a chat changes: the page asks for nothing else while all is quiet. */
export async function listRevisions(db: Db): Promise<Record<string, number>> {
  const rows = await db.sandboxChat.findMany({ select: { externalId: true, revision: true } });
  return Object.fromEntries(rows.map(({ externalId, revision }) => [externalId, revision]));
}
