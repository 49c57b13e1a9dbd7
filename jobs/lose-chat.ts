import type { Runtime } from '../config/runtime.js';
import { markUnreachable } from '../store/chats.js';
import { failQueued } from '../store/deliveries.js';
import { transact } from '../store/db.js';

/**
 * A chat can't be reached any more: what waits for it ends as failed, its open assignments stay. Returns whether it
 * was reachable until now.
 */
export async function loseChat(runtime: Runtime, chatId: number, reason: string): Promise<boolean> {
  return transact(runtime.db, async (tx) => {
    const isNew = await markUnreachable(tx, chatId, reason, runtime.clock.now());
    await failQueued(tx, chatId, reason, 'unreachable');
    return isNew;
  });
}
