import type { Content } from '../../core/message.js';
import { plainText } from '../../core/message.js';
import { createSandboxHistory } from '../../store/sandbox-history.js';
import {
  chatOf,
  findButton,
  findDirective,
  isOrder,
  type Actor,
  type Place,
  type Seen,
  type Stage,
} from './stage.js';
import type { World } from './open-world.js';

interface Shown extends Seen {
  chat: string;
  actions: Map<string, string>;
}

/** The practice page's people: they act through the page's own requests. */
export function createSandboxStage(world: World): Stage {
  const db = () => world.app.runtime.db;
  const history = () => createSandboxHistory(db(), world.clock);
  let all: Shown[] = [];
  const known = new Map<string, Actor>();
  const shown = (where: Place) => all.filter(({ chat }) => chat === chatOf(where));
  const post = async (chat: string, act: string, body: object) => {
    const response = await fetch(`${world.app.url}/sandbox/chats/${encodeURIComponent(chat)}/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${act} in ${chat}: ${response.status} ${await response.text()}`);
    await world.settle();
  };
  const press = (who: Actor, where: Place, message: Shown, label: string) =>
    post(chatOf(where), 'press', {
      memberId: who.id,
      messageId: Number(message.id),
      action: message.actions.get(label),
    });
  const open = (chat: string, title: string, members: Actor[], isGroup: boolean) =>
    history().addChat({ externalId: chat, title, isGroup, hasBot: !isGroup, members });
  return {
    platform: 'sandbox',
    async person(name) {
      const actor = { id: `person-${known.size + 1}`, name };
      known.set(actor.id, actor);
      await open(actor.id, name, [actor], false);
      return actor;
    },
    async group(title, members) {
      const id = `group-${all.length}-${title}`;
      await open(id, title, members, true);
      await post(id, 'bot', { memberId: members[0]!.id, isThere: true });
      return id;
    },
    async says(who, where, text, { replyTo } = {}) {
      const words =
        typeof where !== 'string' || replyTo !== undefined || isOrder(text) ? text : `@giaoban ${text}`;
      const more = replyTo === undefined ? {} : { replyTo: Number(replyTo) };
      await post(chatOf(where), 'write', { memberId: who.id, text: words, ...more });
      const [mine] = await db().sandboxMessage.findMany({
        where: { chatId: chatOf(where), authorId: who.id },
        orderBy: { id: 'desc' },
        take: 1,
      });
      return String(mine!.id);
    },
    chooses: (who, where, label) => press(who, where, findButton(shown(where), label) as Shown, label),
    answers: (who, where, number, label) =>
      press(who, where, findDirective(shown(where), number) as Shown, label),
    kicksBot: (who, where) => post(where, 'bot', { memberId: who.id, isThere: false }),
    shown,
    async refresh() {
      const rows = await db().sandboxMessage.findMany({ where: { isBot: true }, orderBy: { id: 'asc' } });
      all = rows.map((row) => {
        const content = row.content as unknown as Content;
        const buttons = (content.buttons ?? []).flat();
        return {
          id: String(row.id),
          chat: row.chatId,
          text: plainText(content.text),
          buttons: buttons.map(({ label }) => label),
          actions: new Map(buttons.flatMap((one) => ('action' in one ? [[one.label, one.action]] : []))),
          ...(row.replyTo === null ? {} : { replyTo: String(row.replyTo) }),
          at: row.createdAt,
        };
      });
    },
  };
}
