import { chatOf, findChoice, isOrder, type Place, type Seen, type Stage } from './stage.js';
import type { World } from './open-world.js';

/** People around an Official Account: in its groups all is heard, in private they write to it first. */
export function createZaloOaStage(world: World): Stage {
  const { oa } = world;
  if (!oa) throw new Error('the world was started without the Official Account');
  const shown = (where: Place): Seen[] =>
    oa
      .shown(chatOf(where))
      .filter(({ fromBot }) => fromBot)
      .map(({ id, text, date }) => ({ id, text, buttons: [], at: new Date(date) }));
  const stage: Stage = {
    platform: 'zalo-oa',
    person: async (name) => oa.addUser({ name }),
    async group(title, members) {
      const { id } = oa.addGroup({ title, members: members.map((one) => one.id), isTold: true });
      await world.settle();
      return id;
    },
    async says(who, where, text, { replyTo } = {}) {
      const isHeard = typeof where !== 'string' || replyTo !== undefined || isOrder(text);
      const { messageId } = oa.says({
        chat: chatOf(where),
        from: who.id,
        text: isHeard ? text : `@${oa.world.speaker.name} ${text}`,
        ...(replyTo === undefined ? {} : { replyTo }),
      });
      await world.settle();
      return messageId;
    },
    async chooses(who, where, label) {
      const choice = findChoice(shown(where), label);
      const isReply = choice !== null && typeof where === 'string';
      await stage.says(who, where, choice?.number ?? label, isReply ? { replyTo: choice.id } : {});
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
