import { chatOf, findChoice, type Place, type Seen, type Stage } from './stage.js';
import type { World } from './open-world.js';

/** Zalo's members: the bot is picked from the list or replied to; there are no buttons, so words say what they would. */
export function createZaloStage(world: World): Stage {
  const { zalo } = world;
  if (!zalo) throw new Error('the world was started without Zalo');
  const shown = (where: Place): Seen[] =>
    zalo
      .shown(chatOf(where))
      .filter(({ fromBot }) => fromBot)
      .map(({ id, text, date }) => ({ id, text, buttons: [], at: new Date(date) }));
  const stage: Stage = {
    platform: 'zalo',
    person: async (name) => zalo.addUser({ name }),
    async group(title, members) {
      return zalo.addGroup({ title, members: members.map(({ id }) => id) }).id;
    },
    async says(who, where, text, { replyTo } = {}) {
      const isCalled = typeof where === 'string' && replyTo === undefined;
      const { messageId } = zalo.says({
        chat: chatOf(where),
        from: who.id,
        text,
        mention: isCalled,
        ...(replyTo === undefined ? {} : { replyTo }),
      });
      await world.settle();
      return messageId;
    },
    async chooses(who, where, label) {
      const choice = findChoice(shown(where), label);
      if (!choice) return void (await stage.says(who, where, label));
      // The platform does not say which message is answered: the number is taken for the newest that has choices.
      await stage.says(who, where, choice.number, typeof where === 'string' ? { replyTo: choice.id } : {});
    },
    async answers(who, where, number, label) {
      await stage.says(who, where, `#${number} ${label.toLowerCase()}`);
    },
    async kicksBot(who, where) {
      zalo.kicksBot({ chat: where, from: who.id });
      await world.settle();
    },
    shown,
    refresh: async () => undefined,
  };
  return stage;
}
