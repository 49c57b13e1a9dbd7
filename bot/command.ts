import type { Action } from '../core/authorise.js';
import type { Context } from './context.js';

/** Where a command may be said: a person's private chat, the office group, a unit's group, a group nobody bound. */
export type Place = 'private' | 'office' | 'unit' | 'none';

export interface Command {
  /** English first, then Vietnamese; all equal. Without the slash, lower case. */
  names: readonly [string, ...string[]];
  places: readonly Place[];
  /** Who may do none of this anywhere is not shown the command; everybody is shown it when absent. */
  right?: Action;
  /** It only tells something: a question of the bot that is open stays open. */
  isLookup?: true;
  /** `args`: everything behind the command's name, lines kept, trimmed. */
  run(ctx: Context, args: string): Promise<void>;
}

/** Takes `/name rest` apart; null when the text is no command. The channel has taken `@bot` off already. */
export function parseCommand(text: string): { name: string; args: string } | null {
  const match = /^\/([\p{L}\d_]{1,64})(?:\s+|$)/u.exec(text.trimStart());
  if (!match) return null;
  return { name: match[1]!.toLowerCase(), args: text.trimStart().slice(match[0].length).trim() };
}

/** `/` and `/ giao`: slips of the finger, and no words for anybody. */
export const isBareSlash = (text: string): boolean => /^\s*\/+(\s|$)/.test(text);
