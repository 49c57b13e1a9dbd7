import { UserError } from '../../core/errors.js';
import { foldText } from '../../core/text/fold.js';
import { excuseUnit } from '../../services/corrections/excuse-unit.js';
import { readCorrections, type Correction } from '../../services/corrections/find-correctable.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';

const offWords = new Set(['thoi', 'thoi mien', 'khong mien', 'off', 'undo']);

/** `/excuse 12 XA01, XA02 mất điện cả tuần`: the units owe no answer and are not counted; `thôi` takes it back. */
export const excuseCommand: Command = {
  names: ['excuse', 'mien'],
  places: ['private', 'office'],
  right: 'correct-answer',
  async run(ctx, args) {
    const corrections = await readCorrections(ctx, args, 'correct.usageExcuse');
    const lines: string[] = [];
    for (const correction of corrections)
      lines.push(await excuse(ctx, correction, { isAlone: corrections.length === 1 }));
    await answer(ctx, lines.join('\n'));
  },
};

/** Of several units one that is excused already is named, and does not hold up the others. */
async function excuse(
  ctx: Context,
  correction: Correction,
  { isAlone }: { isAlone: boolean },
): Promise<string> {
  const isExcused = !offWords.has(foldText(correction.words.trim()).replace(/[.!]+$/, ''));
  try {
    return await excuseUnit(ctx, correction, isExcused);
  } catch (error) {
    const isSo =
      error instanceof UserError && ['correct.alreadyExcused', 'correct.notExcused'].includes(error.key);
    if (isAlone || !isSo) throw error;
    return ctx.t(error.key, error.values);
  }
}
