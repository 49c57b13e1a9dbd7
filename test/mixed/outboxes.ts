import type { World } from '../harness/world.js';

export interface Chat {
  platform: 'telegram' | 'zalo';
  chat: string;
}

export interface OnPlatform {
  id: string;
  text: string;
}

/** What the platform itself shows of the bot in a chat, oldest first. */
export function shownIn({ telegram, zalo }: World, { platform, chat }: Chat): OnPlatform[] {
  const all = platform === 'telegram' ? telegram.shown(Number(chat)) : zalo!.shown(chat);
  return all
    .filter((one) => one.fromBot && !('service' in one && one.service))
    .map(({ id, text }) => ({ id: String(id), text }));
}

/**
 * Both outboxes against the ledger, message by message. `unclaimed`: it arrived and the ledger has not got its id, because
 * the answer was lost; `missing`: the ledger has an id that the platform never gave.
 */
export async function compareOutboxes(world: World, chats: readonly Chat[]) {
  const rows = await world.app.runtime.db.delivery.findMany({ include: { chat: true } });
  const known = new Map<string, Set<string>>();
  for (const { chat, messageIds } of rows) {
    const ids = known.get(`${chat.channel} ${chat.externalId}`) ?? new Set();
    for (const id of messageIds) ids.add(id);
    known.set(`${chat.channel} ${chat.externalId}`, ids);
  }
  const unclaimed: (Chat & OnPlatform)[] = [];
  const missing: (Chat & { id: string })[] = [];
  for (const chat of chats) {
    const ids = known.get(`${chat.platform} ${chat.chat}`) ?? new Set();
    const shown = shownIn(world, chat);
    unclaimed.push(...shown.filter(({ id }) => !ids.has(id)).map((one) => ({ ...chat, ...one })));
    const there = new Set(shown.map(({ id }) => id));
    missing.push(...[...ids].filter((id) => !there.has(id)).map((id) => ({ ...chat, id })));
  }
  return { unclaimed, missing };
}
