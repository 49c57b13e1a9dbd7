import { composeCommand } from '../drafts/compose-command.js';

/** Asks for a figure, a ratio, a choice or a few words (core/compose/answer-line.ts). */
export const collectFigures = composeCommand('collect', ['collect', 'solieu']);
