import type { World } from '../harness/open-world.js';
import type { ChatRecord, Message } from '../telegram-server/types.js';
import type { Settled } from './organisation.js';
import { nameMessage, type Titles } from './reading.js';
import type { Message as Named } from './types.js';

export interface Seen extends Named {
  messageId: number;
}

/** The platform's own record of what the bot said, as far as it is new. */
export interface Chats {
  /** What came since the last look, by chat. */
  look(): Seen[];
  /** The newest message of a directive in a unit's group; undefined when it is not there. */
  messageOf(unit: string, key: string): number | undefined;
}

/** Looks only into chats that changed: there are hundreds, and they grow long. */
export function watchChats(world: World, { groups, leads, office, owner }: Settled, titles: Titles): Chats {
  const platform = world.telegram.world;
  const read = new Map<number, number>();
  const changed = new Set<number>();
  const directives = new Map<string, number>();
  platform.changed.on('change', (chatId: number) => void changed.add(chatId));
  const privates = new Map([...leads].map(([code, { id }]) => [id, `lead ${code}`]));
  const nameOf = (chatId: number): string | null => {
    if (chatId === office) return 'office';
    if (chatId === owner.id) return 'private';
    return privates.get(chatId) ?? [...groups].find(([, id]) => id === chatId)?.[0] ?? null;
  };
  for (const [id, { lastMessageId }] of platform.chats) read.set(id, lastMessageId);
  for (const [id, { lastMessageId }] of platform.bot().privates) read.set(id, lastMessageId);
  const lookInto = (chatId: number, record: ChatRecord): Seen[] => {
    const seen: Seen[] = [];
    const chat = nameOf(chatId) ?? `old group ${chatId}`;
    for (const [messageId, { message }] of newest(record, read.get(chatId) ?? 0)) {
      if (message.from?.id !== platform.bot().user.id) continue;
      const what = nameMessage(message, titles, chatId < 0 && chatId !== office);
      if (what === null) continue;
      seen.push({ at: message.date * 1000, chat, what, messageId });
      if (what.startsWith('directive ')) directives.set(`${chat} ${what.slice(10)}`, messageId);
    }
    read.set(chatId, record.lastMessageId);
    return seen;
  };
  return {
    look() {
      const ids = [...changed];
      changed.clear();
      // Where a directive's card stands comes first: it tells the directive's name.
      const order = [...ids].sort((a, b) => Number(b === office || b > 0) - Number(a === office || a > 0));
      return order.flatMap((id) => {
        const record = id < 0 ? platform.chats.get(id) : platform.bot().privates.get(id);
        return record ? lookInto(id, record) : [];
      });
    },
    messageOf: (unit, key) => directives.get(`${unit} ${key}`),
  };
}

/** A chat's messages behind a number, oldest first, without going through all of it. */
function newest(record: ChatRecord, after: number) {
  const found: [number, { message: Message }][] = [];
  for (let id = after + 1; id <= record.lastMessageId; id += 1) {
    const stored = record.messages.get(id);
    if (stored) found.push([id, stored]);
  }
  return found;
}
