import { priority } from '../../core/delivery.js';
import { say } from '../../core/message.js';
import { queueDeliveries } from '../../store/deliveries.js';
import { callOff } from '../../store/groups.js';
import type { Context } from '../context.js';

/** The code of an add-to-group link arrives as a message just behind the news that the bot was added. */
const waitForCodeMs = 3_000;

/** Greets a group that nobody bound, unless a code follows at once. */
export async function queueGreeting(ctx: Context): Promise<void> {
  const { db, chat, now, channel } = ctx;
  await queueDeliveries(
    db,
    [
      {
        channel: chat.channel,
        chatId: chat.id,
        kind: 'answer',
        priority: priority.answer,
        content: say(ctx.t('groups.greeting', { bot: channel.botName || 'Giaoban' })),
        dedupKey: `greet:${chat.id}:${now.getTime()}`,
        notBefore: new Date(now.getTime() + waitForCodeMs),
      },
    ],
    now,
  );
}

/** The group is bound: what it would have been told about codes is out of date. */
export async function callOffGreeting(ctx: Context, chatId: number): Promise<void> {
  await callOff(ctx.db, `greet:${chatId}:`, 'bound');
}
