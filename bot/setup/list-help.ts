import { isAllowedSomewhere } from '../../core/authorise.js';
import { bold, joinLines, plain, type RichText } from '../../core/message.js';
import type { Command } from '../command.js';
import type { Context } from '../context.js';

/** The names people are shown: Vietnamese ones to Vietnamese readers; both work everywhere. */
export function shownName(command: Command, locale: string): string {
  return (locale === 'vi' ? command.names[1] : undefined) ?? command.names[0];
}

/** One line for each command that the speaker may use in this very chat. */
export function listHelp(ctx: Context, commands: readonly Command[]): RichText {
  const roles = ctx.speaker?.roles ?? [];
  const usable = commands.filter(
    ({ places, right }) => places.includes(ctx.chat.role) && (!right || isAllowedSomewhere(roles, right)),
  );
  return joinLines(
    usable.map((command) => [
      bold(`/${shownName(command, ctx.locale)}`),
      plain(` – ${ctx.t(`help.commands.${command.names[0]}`)}`),
    ]),
  );
}
