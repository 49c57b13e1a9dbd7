import type { groups } from './people-groups.js';
import type { talk } from './people-talk.js';
import type { ChatRecord, Stored } from './types.js';
import type { World } from './world.js';

export interface Stats {
  calls: Record<string, number>;
  groups: number;
  botMessages: number;
  /** Bot messages whose text had been shown in the same group before (bench mode). */
  repeated: number;
  chatsWithBotMessages: number;
  refusals: Record<string, number>;
  callbackAnswers: number;
  pendingUpdates: number;
  heapMb: number;
}

type People = ReturnType<typeof talk> & ReturnType<typeof groups>;

/** What a benchmark needs: many groups, many answers, and counts instead of texts. */
export function bulk(world: World, people: People) {
  return {
    addGroups: (args: {
      count: number;
      type?: 'group' | 'supergroup';
      prefix?: string;
    }): { ids: number[] } => ({
      ids: Array.from({ length: args.count }, (_, at) => oneGroup(people, args, at)),
    }),
    replies: (args: { count: number; texts?: string[]; chats?: number[] }): { sent: number } =>
      eachChat(world, args, ({ record, member, target }, at) => {
        const text = args.texts?.[at % args.texts.length] ?? 'xong';
        people.says({ chat: record.chat.id, from: member, text, replyTo: target.message.message_id });
      }),
    /** Presses a button of each group's latest message with buttons: the first, or the one whose data contains this. */
    pressMany: (args: { count: number; dataContains?: string; chats?: number[] }): { sent: number } =>
      eachChat(world, args, ({ record, member, target }) => {
        const buttons = target.message.reply_markup?.inline_keyboard.flat() ?? [];
        const found = buttons.find(({ callback_data: data }) => data?.includes(args.dataContains ?? ''));
        if (!found?.callback_data) return;
        const message = target.message.message_id;
        void people.presses({
          chat: record.chat.id,
          from: member,
          message,
          data: found.callback_data,
          waitMs: 1,
        });
      }),
    stats: (): Stats => stats(world),
    countsByChat: (): Record<string, number> =>
      Object.fromEntries([...world.chats].map(([id, { botMessages }]) => [id, botMessages])),
    reset: (): void => reset(world),
  };
}

function oneGroup(
  people: People,
  args: { type?: 'group' | 'supergroup'; prefix?: string },
  at: number,
): number {
  const member = people.addUser({ name: `Can bo ${at + 1}` });
  const title = `${args.prefix ?? 'To truc phong chong lut'} ${at + 1}`;
  return people.addGroup({ title, type: args.type ?? 'supergroup', owner: member.id }).id;
}

function eachChat(
  world: World,
  args: { count: number; chats?: number[] },
  act: (place: { record: ChatRecord; member: number; target: Stored }, at: number) => void,
): { sent: number } {
  const places = (args.chats ?? [...world.chats.keys()]).flatMap((id) => {
    const record = world.chat(id);
    const target = [...record.messages.values()]
      .reverse()
      .find(({ message }) => message.from && world.isOurs(message.from.id));
    const member = [...record.members.keys()].find((userId) => !world.user(userId).is_bot);
    return target && member !== undefined ? [{ record, member, target }] : [];
  });
  if (places.length === 0) return { sent: 0 };
  for (let at = 0; at < args.count; at += 1) {
    const place = places[at % places.length];
    if (place) act(place, at);
  }
  return { sent: args.count };
}

function stats(world: World): Stats {
  const records = [
    ...world.chats.values(),
    ...[...world.bots.values()].flatMap((bot) => [...bot.privates.values()]),
  ];
  return {
    calls: Object.fromEntries(world.counts),
    groups: world.chats.size,
    botMessages: records.reduce((sum, { botMessages }) => sum + botMessages, 0),
    repeated: records.reduce((sum, { repeated }) => sum + repeated, 0),
    chatsWithBotMessages: records.filter(({ botMessages }) => botMessages > 0).length,
    refusals: { ...world.rate.refusals },
    callbackAnswers: world.callbackCount,
    pendingUpdates: [...world.bots.values()].reduce((sum, { updates }) => sum + updates.pending, 0),
    heapMb: Math.round(process.memoryUsage().heapUsed / 1_048_576),
  };
}

function reset(world: World): void {
  world.counts.clear();
  world.calls = [];
  world.callbackAnswers = [];
  world.callbackCount = 0;
  world.rate.refusals = { chat: 0, group: 0, overall: 0 };
  for (const record of world.chats.values()) {
    record.botMessages = 0;
    record.repeated = 0;
    record.seenTexts?.clear();
  }
}
