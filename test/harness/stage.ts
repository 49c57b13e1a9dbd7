import { createSandboxStage } from './sandbox-stage.js';
import { createTelegramStage } from './telegram-stage.js';
import type { PlatformName, World } from './open-world.js';
import { createZaloOaStage } from './zalo-oa-stage.js';
import { createZaloStage } from './zalo-stage.js';

/** A person on one platform. */
export interface Actor {
  id: string;
  name: string;
}

/** Where something is said: a group's id, or a person for their private chat. */
export type Place = string | Actor;

/** A message of the bot, as members see it. */
export interface Seen {
  id: string;
  text: string;
  /** Labels of its buttons; none where the platform has none. */
  buttons: string[];
  replyTo?: string;
  at: Date;
}

/**
 * The people of one platform and what they can do on every one of them. They speak as members there do: with buttons
 * where there are some, else by the words and codes that the bot offers. Everything waits until the bot has come to rest.
 */
export interface Stage {
  readonly platform: PlatformName;
  person(name: string): Promise<Actor>;
  /** A group with the bot in it. */
  group(title: string, members: Actor[]): Promise<string>;
  /** Says something to the bot: in a group as members there call it. Returns the message's id. */
  says(who: Actor, where: Place, text: string, more?: { replyTo?: string }): Promise<string>;
  /** Takes what the bot offers in its newest such message: presses the button, or says its number or words. */
  chooses(who: Actor, where: Place, label: string): Promise<void>;
  /** Answers a directive: presses the button under it, or says `#12 xong`. */
  answers(who: Actor, where: string, number: number, label: string): Promise<void>;
  /** Throws the bot out of the group. */
  kicksBot(who: Actor, where: string): Promise<void>;
  /** What a chat shows from the bot, oldest first. */
  shown(where: Place): Seen[];
  /** Looks at the platform again; `settle` does it. */
  refresh(): Promise<void>;
}

const stages: Record<PlatformName, (world: World) => Stage> = {
  telegram: createTelegramStage,
  sandbox: createSandboxStage,
  zalo: createZaloStage,
  'zalo-oa': createZaloOaStage,
};

/** The people of one of the platforms that the world was started with. */
export function openStage(world: World, platform: PlatformName): Stage {
  const stage = stages[platform](world);
  world.watch(() => stage.refresh());
  return stage;
}

export const chatOf = (where: Place): string => (typeof where === 'string' ? where : where.id);

/** The bot's newest message in a chat. */
export function lastOf(stage: Stage, where: Place): Seen {
  const message = stage.shown(where).at(-1);
  if (!message) throw new Error(`The bot said nothing in chat ${chatOf(where)}.`);
  return message;
}

/** The newest message with this button, and the button's place in it. */
export function findButton(shown: readonly Seen[], label: string): Seen {
  const message = shown.findLast(({ buttons }) => buttons.includes(label));
  if (!message)
    throw new Error(`No button “${label}”; the chat shows: ${shown.map(({ text }) => text).join('\n---\n')}`);
  return message;
}

/** Words that reach the bot in a group by themselves: a command, or a directive's number where numbers are heard. */
export const isOrder = (text: string): boolean => /^[/#]/.test(text);

/** Where there are no buttons: the newest message that offers this choice, and its number in it. */
export function findChoice(shown: readonly Seen[], label: string): { id: string; number: string } | null {
  for (const { id, text } of shown.toReversed())
    for (const line of text.split('\n')) {
      const [, number, words] = /^(\d+)\. (.*)$/.exec(line) ?? [];
      if (number !== undefined && words === label) return { id, number };
    }
  return null;
}

/** The message of a directive in a group: its newest copy. */
export function findDirective(shown: readonly Seen[], number: number): Seen {
  const message = shown.findLast(({ text }) => new RegExp(`^(KHẨN · )?#${number} · `).test(text));
  if (!message)
    throw new Error(
      `No directive #${number}; the chat shows: ${shown.map(({ text }) => text).join('\n---\n')}`,
    );
  return message;
}
