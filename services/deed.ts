import type { Runtime } from '../config/runtime.js';
import type { Locale, Translate } from '../locales/texts.js';
import type { ChatWithUnit } from '../store/chats.js';
import type { Db } from '../store/db.js';
import type { NewDelivery } from '../store/deliveries.js';
import type { Speaker } from '../store/people.js';

/** Something a person does, in a chat or on the page. Everything it writes goes through `db`: one transaction a deed. */
export interface Deed {
  runtime: Runtime;
  db: Db;
  now: Date;
  /** Where it is done. On the page: the private chat in which the bot knows its visitor. */
  chat: ChatWithUnit;
  /** Who does it; null where the platform does not say (an anonymous admin, a group's own event). */
  speaker: Speaker | null;
  locale: Locale;
  t: Translate;
  /** What is said, written down together at the end of the transaction. */
  outbox: NewDelivery[];
  /** What to do once the transaction is committed: wake a job, answer a press. */
  afterCommit: (() => void | Promise<void>)[];
}

/** What suffices to look something up for somebody: no chat, and nothing is said. */
export type Asking = Pick<Deed, 'runtime' | 'db' | 'now' | 'speaker' | 'locale' | 't'>;
