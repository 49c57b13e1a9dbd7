import { UserError } from '../../core/errors.js';
import { parseCommand, type Command, type Place } from '../command.js';
import { commands } from '../commands.js';
import type { Feature } from '../feature.js';

const byName = new Map<string, Command>(
  commands.flatMap((command) => command.names.map((name) => [name, command] as const)),
);

/** `/command …` in a place where it may be said; an unknown one is answered with what to do. */
export const commandFeature: Feature = {
  name: 'run-command',
  async handle(ctx) {
    if (ctx.event.kind !== 'message') return false;
    const parsed = parseCommand(ctx.event.text);
    if (!parsed) return false;
    const command = byName.get(parsed.name);
    if (!command) throw new UserError('error.unknownCommand', { command: parsed.name });
    const place: Place = ctx.chat.role;
    if (!command.places.includes(place))
      throw new UserError(`error.wrongPlace.${place}`, { command: parsed.name });
    await command.run(ctx, parsed.args);
    return true;
  },
};
