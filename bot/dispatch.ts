import type { Context } from './context.js';
import type { Feature } from './feature.js';
import { cardFeature } from './features/answer-card.js';
import { questionFeature } from './features/answer-question.js';
import { numberFeature } from './features/choose-by-number.js';
import { dialogueFeature } from './features/continue-dialogue.js';
import { groupLifeFeature } from './features/follow-group-life.js';
import { meetChatFeature } from './features/meet-chat.js';
import { pressFeature } from './features/press-button.js';
import { commandFeature } from './features/run-command.js';
import { editFeature } from './features/take-edit.js';
import { replyFeature } from './features/take-reply.js';

/** In this order; the first that knows the event takes it. What nobody takes is let go silently. */
const features: readonly Feature[] = [
  meetChatFeature,
  groupLifeFeature,
  pressFeature,
  cardFeature,
  questionFeature,
  numberFeature,
  dialogueFeature,
  commandFeature,
  editFeature,
  replyFeature,
];

export async function dispatch(ctx: Context): Promise<void> {
  for (const feature of features) if (await feature.handle(ctx)) return;
}
