import { plain } from '../../core/message.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { listHelp } from '../setup/list-help.js';
import { sayWays } from '../setup/say-ways.js';

export function helpCommand(commands: () => readonly Command[]): Command {
  return {
    names: ['help', 'trogiup'],
    isLookup: true,
    places: ['private', 'office', 'unit', 'none'],
    run: (ctx) => sayHelp(ctx, commands()),
  };
}

/** What this chat is for, how to answer where that is what it is for, and what the speaker may do here. */
export async function sayHelp(ctx: Context, commands: readonly Command[]): Promise<void> {
  const { t, chat } = ctx;
  if (chat.role === 'none') return answer(ctx, t('help.none'));
  const { unit } = chat;
  const head =
    chat.role === 'unit' && unit
      ? `${t('help.unit', { code: unit.code, name: unit.name })}\n${sayWays(ctx)}`
      : t(`help.${chat.role}`);
  await answer(ctx, { text: [plain(`${head}\n\n`), ...listHelp(ctx, commands)] });
}
