import type { Logger } from 'pino';
import type { Channel } from '../channels/channel.js';
import type { Requester } from '../channels/http/request.js';
import type { Database } from '../store/db.js';
import type { Clock } from './clock.js';
import type { QueueHub } from './queue.js';
import type { Settings } from './settings.js';

/** All that the rooms share, handed on as the first argument. */
export interface Runtime {
  settings: Settings;
  db: Database;
  queue: QueueHub;
  clock: Clock;
  log: Logger;
  /** The channels that are on, by name. */
  channels: Map<string, Channel>;
  /** By which webhooks leave: connections to one address serve all its calls. */
  webhooks: Requester;
  /** Aborted when the process is to end: long jobs take nothing new; what they leave is due at the next start. */
  stopping: AbortSignal;
}
