import { findChoice, isOrder, lastOf, type Actor, type Place, type Seen, type Stage } from './stage.js';
import { createTelegramStage } from './telegram-stage.js';
import type { World } from './open-world.js';

/**
 * Members of an Official Account's groups. The account has no private chats with the bot: in private these people speak
 * on Telegram, and whoever did so links both accounts in the first group they are in.
 */
export function createZaloOaStage(world: World): Stage {
  const { oa } = world;
  if (!oa) throw new Error('the world was started without the Official Account');
  const inPrivate = createTelegramStage(world);
  const idThere = new Map<string, string>();
  const spoke = new Set<string>();
  const shown = (where: Place): Seen[] =>
    typeof where !== 'string'
      ? inPrivate.shown(where)
      : oa
          .shown(where)
          .filter(({ fromBot }) => fromBot)
          .map(({ id, text, date }) => ({ id, text, buttons: [], at: new Date(date) }));
  const stage: Stage = {
    platform: 'zalo-oa',
    async person(name) {
      const actor = await inPrivate.person(name);
      idThere.set(actor.id, oa.addUser({ name }).id);
      return actor;
    },
    async group(title, members) {
      const { id } = oa.addGroup({
        title,
        members: members.map((one) => idThere.get(one.id)!),
        isTold: true,
      });
      await world.settle();
      for (const member of members) if (spoke.delete(member.id)) await link(stage, member, id);
      return id;
    },
    async says(who, where, text, { replyTo } = {}) {
      if (typeof where !== 'string') {
        spoke.add(who.id);
        return inPrivate.says(who, where, text, replyTo === undefined ? {} : { replyTo });
      }
      const isHeard = replyTo !== undefined || isOrder(text);
      const { messageId } = oa.says({
        chat: where,
        from: idThere.get(who.id)!,
        text: isHeard ? text : `@${oa.world.speaker.name} ${text}`,
        ...(replyTo === undefined ? {} : { replyTo }),
      });
      await world.settle();
      return messageId;
    },
    async chooses(who, where, label) {
      if (typeof where !== 'string') return inPrivate.chooses(who, where, label);
      const choice = findChoice(shown(where), label);
      await stage.says(who, where, choice?.number ?? label, choice ? { replyTo: choice.id } : {});
    },
    async answers(who, where, number, label) {
      await stage.says(who, where, `#${number} ${label.toLowerCase()}`);
    },
    async kicksBot(_who, where) {
      oa.deletesGroup({ chat: where });
      await world.settle();
    },
    shown,
    refresh: async () => undefined,
  };
  return stage;
}

async function link(stage: Stage, who: Actor, group: string): Promise<void> {
  await stage.says(who, who, '/lienket');
  const code = /\b[2-9A-HJ-NP-Z]{10}\b/.exec(lastOf(stage, who).text)?.[0];
  await stage.says(who, group, `/lienket ${code}`);
  await stage.says(who, group, '1', { replyTo: lastOf(stage, group).id });
}
