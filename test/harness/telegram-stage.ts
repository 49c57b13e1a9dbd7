import { chatOf, findButton, findDirective, type Actor, type Place, type Seen, type Stage } from './stage.js';
import type { World } from './open-world.js';

/** Telegram's members: commands and codes as they are, buttons pressed. */
export function createTelegramStage(world: World): Stage {
  const { telegram } = world;
  const shown = (where: Place): Seen[] =>
    telegram
      .shown(Number(chatOf(where)))
      .filter(({ fromBot, service }) => fromBot && !service)
      .map(({ id, text, buttons, replyTo, date }) => ({
        id: String(id),
        text,
        buttons: buttons.flat().map((button) => button.text),
        ...(replyTo === undefined ? {} : { replyTo: String(replyTo) }),
        at: new Date(date * 1000),
      }));
  const press = async (who: Actor, where: Place, message: string, label: string) => {
    const answer = await telegram.presses({
      chat: Number(chatOf(where)),
      from: Number(who.id),
      message: Number(message),
      label,
    });
    await world.settle();
    if (!answer) throw new Error(`Nobody ended the circle on ${label}.`);
  };
  return {
    platform: 'telegram',
    async person(name) {
      const { id } = world.person(name);
      return { id: String(id), name };
    },
    async group(title, members) {
      const group = telegram.addGroup({
        title,
        type: 'supergroup',
        members: members.map(({ id }) => Number(id)),
      });
      await world.settle();
      return String(group.id);
    },
    async says(who, where, text, { replyTo } = {}) {
      // With privacy mode on, bare words and codes reach nobody: members of such groups reply or type the command.
      const typed = text.startsWith('/') ? text : `/baocao ${text.replace(/^#/, '')}`;
      const words = replyTo === undefined ? typed : text;
      const { messageId } = telegram.says({
        chat: Number(chatOf(where)),
        from: Number(who.id),
        text: typeof where === 'string' ? words : text,
        ...(replyTo === undefined ? {} : { replyTo: Number(replyTo) }),
      });
      await world.settle();
      return String(messageId);
    },
    chooses: (who, where, label) => press(who, where, findButton(shown(where), label).id, label),
    answers: (who, where, number, label) => press(who, where, findDirective(shown(where), number).id, label),
    async kicksBot(who, where) {
      telegram.kicksBot({ chat: Number(where), from: Number(who.id) });
      await world.settle();
    },
    shown,
    refresh: async () => undefined,
  };
}
