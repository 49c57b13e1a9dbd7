import { foldText } from '../../core/text/fold.js';
import { excuseUnit } from '../../services/corrections/excuse-unit.js';
import { readCorrection } from '../../services/corrections/find-correctable.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';

const offWords = new Set(['thoi', 'thoi mien', 'khong mien', 'off', 'undo']);

/** `/excuse 12 XA01 mất điện cả tuần`: the unit owes no answer and is not counted; `thôi` takes it back. */
export const excuseCommand: Command = {
  names: ['excuse', 'mien'],
  places: ['private', 'office'],
  right: 'correct-answer',
  async run(ctx, args) {
    const correction = await readCorrection(ctx, args, 'correct.usageExcuse');
    const isExcused = !offWords.has(foldText(correction.words.trim()).replace(/[.!]+$/, ''));
    await answer(ctx, await excuseUnit(ctx, correction, isExcused));
  },
};
