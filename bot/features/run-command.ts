import { UserError } from '../../core/errors.js';
import { isBareSlash, parseCommand, type Command, type Place } from '../command.js';
import { commands } from '../commands.js';
import type { Context } from '../context.js';
import { endQuestion } from '../dialogues/end-question.js';
import type { Feature } from '../feature.js';

const byName = new Map<string, Command>(
  commands.flatMap((command) => command.names.map((name) => [name, command] as const)),
);

/** A group that nobody bound is no place to send somebody to. */
const isNamed = (place: Place): boolean => place !== 'none';

/** `/command …` in a place where it may be said; an unknown one is answered with what to do. */
export const commandFeature: Feature = {
  name: 'run-command',
  async handle(ctx) {
    if (ctx.event.kind !== 'message') return false;
    const parsed = parseCommand(ctx.event.text);
    if (!parsed) return refuseBare(ctx, ctx.event.text);
    const command = byName.get(parsed.name);
    if (!command) throw new UserError('error.unknownCommand', { command: parsed.name });
    const place: Place = ctx.chat.role;
    if (!command.places.includes(place)) {
      const where = command.places.filter(isNamed).map((one) => ctx.t(`error.place.${one}`));
      const values = { command: parsed.name, where: where.join(ctx.t('compose.or')) };
      throw new UserError(`error.wrongPlace.${place}`, values);
    }
    if (!command.isLookup) await endQuestion(ctx);
    await command.run(ctx, parsed.args);
    return true;
  },
};

/** Only where commands are given: in a unit's group much is said that is not for the bot. */
function refuseBare({ chat }: Context, text: string): boolean {
  if (!isBareSlash(text) || (chat.role !== 'private' && chat.role !== 'office')) return false;
  throw new UserError('error.bareSlash');
}

/** A command that failed leaves the question behind, too. */
export async function endQuestionOf(ctx: Context): Promise<void> {
  const parsed = ctx.event.kind === 'message' ? parseCommand(ctx.event.text) : null;
  const command = parsed && byName.get(parsed.name);
  if (command && !command.isLookup) await endQuestion(ctx);
}
