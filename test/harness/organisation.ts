import { lastOf, type Actor, type Place, type Stage } from './stage.js';
import { ownerCode } from './open-world.js';

/** What people of one platform do to set an organisation up and to give it work, on every platform alike. */
export interface Organisation {
  /** Makes a person the owner. */
  owner(name?: string): Promise<Actor>;
  /** Adds units by `/units add` lines, all in one message. */
  addUnits(owner: Actor, lines: string[]): Promise<void>;
  /** A one-time code for a unit, `office`, or a role such as `lead XA01`. */
  inviteCode(owner: Actor, what: string): Promise<string>;
  /** A new group of this platform, bound by a code. */
  bind(title: string, members: Actor[], code: string): Promise<string>;
  /** Writes a directive in a place where one may, and sends it. Returns its number. */
  give(who: Actor, where: Place, text: string): Promise<number>;
}

export function organise(stage: Stage): Organisation {
  const self: Organisation = {
    async owner(name = 'Hạnh') {
      const person = await stage.person(name);
      await stage.says(person, person, `/start ${ownerCode}`);
      return person;
    },
    async addUnits(owner, lines) {
      await stage.says(owner, owner, `/units ${lines.map((line) => `add ${line}`).join('\n')}`);
    },
    async inviteCode(owner, what) {
      await stage.says(owner, owner, `/invite ${what}`);
      const { text } = lastOf(stage, owner);
      const code = /\b[2-9A-HJ-NP-Z]{10}\b/.exec(text)?.[0];
      if (!code) throw new Error(`The bot gave no code but: ${text}`);
      return code;
    },
    async bind(title, members, code) {
      const group = await stage.group(title, members);
      await stage.says(members[0]!, group, `/bind ${code}`);
      return group;
    },
    async give(who, where, text) {
      await stage.says(who, where, text);
      const preview = lastOf(stage, where).text;
      const number = /#(\d+) ·/.exec(preview)?.[1];
      if (!number) throw new Error(`No preview but: ${preview}`);
      await stage.chooses(who, where, 'Gửi ngay');
      return Number(number);
    },
  };
  return self;
}
