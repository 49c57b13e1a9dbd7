import { priority } from '../../core/delivery.js';
import { SendError } from '../../core/errors.js';
import { say, type Content } from '../../core/message.js';
import { wakeSenders } from '../../jobs/wake.js';
import { queueDeliveries } from '../../store/deliveries.js';
import type { Context } from '../context.js';

/**
 * Answers with what a platform says, once the transaction stands: nothing waits for a platform with the database's
 * locks in hand. A crash in between leaves the question unanswered, to be asked again.
 */
export function answerLater(ctx: Context, ask: () => Promise<Content>): void {
  const { runtime, chat, t } = ctx;
  ctx.afterCommit.push(async () => {
    const content = await ask().catch((error: unknown) => {
      if (!(error instanceof SendError)) throw error;
      runtime.log.info(
        { code: error.code, reason: error.message },
        'a platform refused a request about groups',
      );
      return say(t(`groups.own.fault.${wordOf(error)}`));
    });
    const target = { channel: chat.channel, chatId: chat.id };
    await queueDeliveries(
      runtime.db,
      [{ ...target, kind: 'answer', priority: priority.answer, content }],
      runtime.clock.now(),
    );
    wakeSenders(runtime);
  });
}

/** What the one who asked can do about it. */
function wordOf({ fault, code }: SendError): string {
  if (code === 'no-right' || code === 'package') return 'noRight';
  if (fault.kind === 'unknown') return 'unknown';
  if (fault.kind === 'rejected' || fault.kind === 'unreachable') return 'refused';
  return 'away';
}
