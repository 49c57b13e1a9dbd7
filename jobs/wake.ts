import type { Runtime } from '../config/runtime.js';

type Waker = Pick<Runtime, 'queue'>;

/** Names of the queues. One a channel for sending, so that one platform's pause never holds another up. */
export const sendQueue = (channel: string) => `send-${channel}`;
export const inboxQueue = 'inbox';
export const workQueue = 'work';
/** Of its own: an address outside that does not answer must hold up no reminder. */
export const webhookQueue = 'webhooks';

/** Call after the transaction that queued deliveries has ended. */
export function wakeSending(runtime: Waker, channel: string): void {
  runtime.queue.wake(sendQueue(channel), 'send-deliveries', channel);
}

/** The same where what was queued may go out on several channels. */
export function wakeSenders(runtime: Waker & Pick<Runtime, 'channels'>): void {
  for (const channel of runtime.channels.keys()) wakeSending(runtime, channel);
}

export function wakeInbox(runtime: Waker): void {
  runtime.queue.wake(inboxQueue, 'process-inbox');
}

/** Wakes one job of jobs/jobs.ts for one row. */
export function wakeJob(runtime: Waker, name: string, id: string | number): void {
  runtime.queue.wake(workQueue, name, String(id));
}

/** Wakes the sending to one endpoint. */
export function wakeWebhooks(runtime: Waker, endpointId: number): void {
  runtime.queue.wake(webhookQueue, 'send-webhooks', String(endpointId));
}
