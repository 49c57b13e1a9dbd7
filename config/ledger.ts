import { createTokenStore } from '../store/channel-tokens.js';
import type { Database } from '../store/db.js';
import { isSentMessage } from '../store/outgoing.js';
import { createSandboxHistory } from '../store/sandbox-history.js';
import type { Ledger } from './channels.js';
import type { Clock } from './clock.js';

/** The ledger as channels may use it. */
export const createLedger = (db: Database, clock: Clock): Ledger => ({
  history: createSandboxHistory(db, clock),
  tokens: (channel) => createTokenStore(db, channel),
  isOurs: (channel, chatId, messageId) => isSentMessage(db, { channel, externalId: chatId, messageId }),
});
