import { platformName } from '../channels/platform-name.js';
import type { Runtime } from '../config/runtime.js';
import { sayLostChat } from '../core/units/lost-chat.js';
import { textsFor } from '../locales/texts.js';
import { transact } from '../store/db.js';
import * as lostChats from '../store/lost-chats.js';
import { wakeSenders } from './wake.js';

/**
 * A send found out that a chat can't be reached any more: what waits for it ends as failed, its open assignments
 * stay, those concerned are told. Returns whether it was reachable until now.
 */
export async function loseChat(runtime: Runtime, chatId: number, reason: string): Promise<boolean> {
  const now = runtime.clock.now();
  const isNew = await transact(runtime.db, (tx) =>
    lostChats.loseChat(tx, chatId, {
      reason,
      now,
      say: (locale, lost) =>
        sayLostChat(textsFor(locale, runtime.settings.ORG_LOCALE), lost, (name) =>
          platformName(runtime.channels, name),
        ),
    }),
  );
  if (isNew) wakeSenders(runtime);
  return isNew;
}
