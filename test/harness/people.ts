import { meetChat } from '../../store/chats.js';
import { transact } from '../../store/db.js';
import { bindChat } from '../../store/groups.js';
import { findUnit } from '../../store/units.js';
import type { ShownMessage } from '../telegram-server/types.js';
import { ownerCode, type World } from './open-world.js';

export interface Person {
  id: number;
  name: string;
  username: string;
}

/** Where something is said: a group's id, or a person for their private chat. */
export type Where = number | Person;

/** People who act in chats. Everything waits until the bot has come to rest. */
export interface People {
  person(name: string, username?: string): Person;
  /** A group with the bot in it and one owner; members are added as named. */
  group(title: string, members: Person[], type?: 'group' | 'supergroup' | 'forum'): number;
  /** Says a text; returns the message's id. */
  says(
    who: Person,
    where: Where,
    text: string,
    more?: { replyTo?: number; topic?: number; photo?: boolean; anonymous?: boolean },
  ): Promise<number>;
  /** Presses the button with this label on the newest message that has it. Returns what the press showed. */
  presses(who: Person, where: Where, label: string | RegExp): Promise<string | undefined>;
  edits(where: Where, messageId: number, text: string): Promise<void>;
  /** What a chat shows from the bot, oldest first. */
  shown(where: Where): ShownMessage[];
  /** The bot's newest message in a chat. */
  last(where: Where): ShownMessage;
  /** Makes a person the owner. */
  owner(name?: string): Promise<Person>;
  /** Adds units by `/units add` lines, with a group each that is bound to it; returns code → group id. */
  bindUnits(owner: Person, lines: string[]): Promise<Record<string, number>>;
  /** An office group with these people. */
  bindOffice(owner: Person, members?: Person[]): Promise<number>;
}

const chatOf = (where: Where) => (typeof where === 'number' ? where : where.id);

export function createPeople(world: World): People {
  const { telegram } = world;
  const shown = (where: Where) =>
    telegram.shown(chatOf(where)).filter((message) => message.fromBot && !message.service);
  const people: People = {
    person(
      name,
      username = name
        .toLowerCase()
        .normalize('NFD')
        .replace(/[^a-z]/g, ''),
    ) {
      const { id } = telegram.addUser({ name, username });
      return { id, name, username };
    },
    group: (title, members, type = 'supergroup') =>
      telegram.addGroup({ title, type, members: members.map(({ id }) => id) }).id,
    async says(who, where, text, more = {}) {
      const { messageId } = telegram.says({ chat: chatOf(where), from: who.id, text, ...more });
      await world.settle();
      return messageId;
    },
    async presses(who, where, label) {
      const matches = (text: string) => (typeof label === 'string' ? text === label : label.test(text));
      const message = shown(where).findLast(({ buttons }) =>
        buttons.flat().some(({ text }) => matches(text)),
      );
      const button = message?.buttons.flat().find(({ text }) => matches(text));
      if (!message || button?.data === undefined)
        throw new Error(
          `No button ${String(label)} in chat ${chatOf(where)}, but: ${shown(where).at(-1)?.text}`,
        );
      const answer = await telegram.presses({
        chat: chatOf(where),
        from: who.id,
        message: message.id,
        data: button.data,
      });
      await world.settle();
      if (!answer) throw new Error(`Nobody ended the circle on ${String(label)}.`);
      return answer.text;
    },
    async edits(where, messageId, text) {
      telegram.edits({ chat: chatOf(where), message: messageId, text });
      await world.settle();
    },
    shown,
    last(where) {
      const message = shown(where).at(-1);
      if (!message) throw new Error(`The bot said nothing in chat ${chatOf(where)}.`);
      return message;
    },
    async owner(name = 'Hạnh') {
      const person = people.person(name);
      await people.says(person, person, `/start ${ownerCode}`);
      return person;
    },
    async bindUnits(owner, lines) {
      const groups = lines.map((line) => {
        const [code = '', ...words] = line.split(' ');
        const title = words.join(' ').replace(/ (under|thuộc) .*/, '');
        return { code, title, id: people.group(title, [owner]) };
      });
      await people.says(owner, owner, `/units ${lines.map((line) => `add ${line}`).join('\n')}`);
      await bind(groups);
      return Object.fromEntries(groups.map(({ code, id }) => [code, id]));
    },
    async bindOffice(owner, members = []) {
      const office = people.group('Văn phòng', [owner, ...members]);
      await bind([{ code: null, title: 'Văn phòng', id: office }]);
      return office;
    },
  };

  /** As `/bind` leaves it, straight in the ledger: most stories begin where groups are bound (test/flows/setup.test.ts tells how). */
  async function bind(groups: { code: string | null; title: string; id: number }[]): Promise<void> {
    const now = world.clock.now();
    await transact(world.app.runtime.db, async (tx) => {
      for (const { code, title, id } of groups) {
        const key = { channel: 'telegram', externalId: String(id), threadId: '' };
        const chat = await meetChat(tx, key, { title, isGroup: true, now });
        const unit = code === null ? null : await findUnit(tx, code);
        await bindChat(tx, { chatId: chat.id, channel: chat.channel, unitId: unit?.id ?? null, title, now });
      }
    });
  }
  return people;
}
