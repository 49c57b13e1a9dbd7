import type { ChatRecord, StoredMessage } from './types.js';
import type { ChatWorld } from './chat-world.js';

export interface Stats {
  calls: Record<string, number>;
  groups: number;
  botMessages: number;
  /** Bot messages whose text had been shown in the same group before (bench mode). */
  repeated: number;
  chatsWithBotMessages: number;
  pendingUpdates: number;
  lostUpdates: number;
  heapMb: number;
}

interface People {
  addUser: (args: { name: string }) => { id: string };
  addGroup: (args: { title: string; owner: string }) => { id: string };
  says: (args: { chat: string; from: string; text: string; mention?: boolean; replyTo?: string }) => unknown;
}

interface Replies {
  count: number;
  texts?: string[];
  chats?: string[];
  /** Answers our side's last message, mentions the bot, or just says it. */
  by?: 'reply' | 'mention' | 'plain';
}

/** What a benchmark needs: many groups, many answers, and counts instead of texts. */
export function bulk(world: ChatWorld, people: People) {
  return {
    addGroups: (args: { count: number; prefix?: string }): { ids: string[] } => ({
      ids: Array.from({ length: args.count }, (_, at) => {
        const { id: owner } = people.addUser({ name: `Cán bộ ${at + 1}` });
        return people.addGroup({ title: `${args.prefix ?? 'Tổ trực phòng chống lụt'} ${at + 1}`, owner }).id;
      }),
    }),
    replies: (args: Replies): { sent: number } => replies(world, people, args),
    stats: (): Stats => stats(world),
    countsByChat: (): Record<string, number> =>
      Object.fromEntries([...world.chats].map(([id, { botMessages }]) => [id, botMessages])),
    reset: (): void => reset(world),
  };
}

function replies(world: ChatWorld, people: People, args: Replies): { sent: number } {
  const places = (args.chats ?? [...world.chats.keys()]).flatMap((id) => {
    const place = placeOf(world.chat(id));
    return place ? [place] : [];
  });
  if (places.length === 0) return { sent: 0 };
  for (let at = 0; at < args.count; at += 1) {
    const place = places[at % places.length];
    if (!place) continue;
    const text = args.texts?.[at % args.texts.length] ?? 'xong';
    const by = args.by ?? 'reply';
    const toBot = by === 'mention' ? { mention: true } : by === 'reply' ? { replyTo: place.target.id } : {};
    people.says({ chat: place.record.id, from: place.member, text, ...toBot });
  }
  return { sent: args.count };
}

function placeOf(
  record: ChatRecord,
): { record: ChatRecord; member: string; target: StoredMessage } | undefined {
  const target = [...record.messages.values()].findLast(({ from }) => from === undefined);
  const [member] = record.members;
  return target && member !== undefined ? { record, member, target } : undefined;
}

function stats(world: ChatWorld): Stats {
  const records = [...world.chats.values()];
  return {
    calls: Object.fromEntries(world.counts),
    groups: records.filter(({ type }) => type === 'GROUP').length,
    botMessages: records.reduce((sum, { botMessages }) => sum + botMessages, 0),
    repeated: records.reduce((sum, { repeated }) => sum + repeated, 0),
    chatsWithBotMessages: records.filter(({ botMessages }) => botMessages > 0).length,
    pendingUpdates: world.pending,
    lostUpdates: world.lost,
    heapMb: Math.round(process.memoryUsage().heapUsed / 1_048_576),
  };
}

function reset(world: ChatWorld): void {
  world.counts.clear();
  world.calls = [];
  world.lost = 0;
  for (const record of world.chats.values()) {
    record.botMessages = 0;
    record.repeated = 0;
    record.seenTexts.clear();
  }
}
