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
  /** Adds units by `/units add` lines and binds a group to each; returns code → group id. */
  bindUnits(owner: Person, lines: string[]): Promise<Record<string, number>>;
  /** Binds an office group with these people. */
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
      return answer?.text;
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
      const units = lines.map((line) => {
        const [code = '', ...words] = line.split(' ');
        return { line, code, title: words.join(' ').replace(/ (under|thuộc) .*/, '') };
      });
      await sayAll(units.map(({ line }) => ({ where: owner, text: `/units add ${line}` })));
      await sayAll(units.map(({ code }) => ({ where: owner, text: `/invite ${code}` })));
      const invites = shown(owner).slice(-units.length);
      const groups = units.map(({ title }) => people.group(title, [owner]));
      await sayAll(
        groups.map((where, index) => ({ where, text: `/bind ${findCode(invites[index]!.text)}` })),
      );
      return Object.fromEntries(units.map(({ code }, index) => [code, groups[index]!]));

      /** In one breath: the bot is waited for once. */
      async function sayAll(texts: { where: Where; text: string }[]): Promise<void> {
        for (const { where, text } of texts) telegram.says({ chat: chatOf(where), from: owner.id, text });
        await world.settle();
      }
    },
    async bindOffice(owner, members = []) {
      const office = people.group('Văn phòng', [owner, ...members]);
      await people.says(owner, owner, '/invite office');
      await people.says(owner, office, `/bind ${findCode(people.last(owner).text)}`);
      return office;
    },
  };
  return people;
}

function findCode(text: string): string {
  const code = /\/(?:bind|gan|dangky)\s+(\S+)/.exec(text)?.[1] ?? /\b[2-9A-HJ-NP-Z]{10}\b/.exec(text)?.[0];
  if (!code) throw new Error('The bot gave no code.');
  return code;
}
