import { encodeAction } from '../../core/action.js';
import { joinLines, plain, type Button, type Content } from '../../core/message.js';
import { getSpeaker } from '../../services/authorise.js';
import type { Context } from '../context.js';

export interface StepQuestion {
  text: string;
  dialogueId: number;
  step: string;
  /** What may be taken instead of typed: the dialogue's `options` hold the words for each, in this order. */
  labels: readonly string[];
  /** What the way out is called. */
  cancel: string;
}

/**
 * A question of a guided conversation: with its buttons and the way out last, or with numbers where there are no buttons.
 * In a group it says that only an answer to it is heard.
 */
export function buildStep(ctx: Context, { text, dialogueId, step, labels, cancel }: StepQuestion): Content {
  const { t, chat, channel } = ctx;
  const hasButtons = channel.capabilities.buttons;
  const lines = [
    text,
    ...(chat.role === 'private' ? [] : [t('compose.replyHere', { name: getSpeaker(ctx).name })]),
    ...(hasButtons
      ? []
      : [
          ...labels.map((label, index) => `${index + 1}. ${label}`),
          t(labels.length > 0 ? 'compose.byNumber' : 'compose.byWords'),
        ]),
  ];
  const content = { text: joinLines(lines.map((line) => [plain(line)])) };
  if (!hasButtons) return content;
  const button = (label: string, choice: string | number): Button => ({
    label,
    action: encodeAction('step', dialogueId, step, choice),
  });
  return { ...content, buttons: [...pair(labels.map(button)), [button(cancel, 'cancel')]] };
}

/** Two short ones a row, a long one alone. */
function pair(buttons: Button[]): Button[][] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    const isShort = button.label.length <= 18;
    if (row?.length === 1 && isShort && row[0]!.label.length <= 18) row.push(button);
    else rows.push([button]);
  }
  return rows;
}
