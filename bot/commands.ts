import type { Command } from './command.js';

/** Every command, in the order /help shows them. A new one is a file in commands/ and a line here. */
export const commands: readonly Command[] = [];
