import type { Message } from './types.js';
import { minute } from './types.js';

/** A message that only one side has; both sides' names for it where they differ in what it says. */
export interface Difference {
  at: number;
  chat: string;
  program: string | null;
  model: string | null;
  /** How the model saw the chat. */
  why?: string[];
}

/** So much later than planned a message may come: the queue, the pace and ten seconds until the next look. */
const tolerance = minute;

/** What was sent at one moment against what should have been, chat by chat. */
export function compare(seen: readonly Message[], expected: readonly Message[]): Difference[] {
  const left = [...expected];
  const surplus = seen.filter((message) => {
    const index = left.findIndex((one) => isSame(one, message));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return [
    ...surplus.map(({ at, chat, what }): Difference => {
      const index = left.findIndex((one) => one.chat === chat && kindOf(one.what) === kindOf(what));
      const [twin] = index >= 0 ? left.splice(index, 1) : [];
      return { at, chat, program: what, model: twin?.what ?? null };
    }),
    ...left.map(({ at, chat, what }): Difference => ({ at, chat, program: null, model: what })),
  ];
}

const isSame = (one: Message, other: Message): boolean =>
  one.chat === other.chat && one.what === other.what && Math.abs(one.at - other.at) <= tolerance;

/** `reminder` of `reminder: Kiểm kê 3`. */
export const kindOf = (what: string): string => /^[a-z-]+/.exec(what)?.[0] ?? what;
