import type { Post, WebhookSender } from '../chat-server/webhook-sender.js';
import type { Behaviour } from './behaviour.js';
import { refusal, timedOut, type ApiError } from './errors.js';

/** One update, serialised when it happened. */
export interface Update extends Post {
  messageId: string;
}

interface Poller {
  finish: (json: string) => void;
  fail: (error: ApiError) => void;
  isGone: boolean;
}

const REMEMBERED = 500;

/** What the bot's program has not read yet. Reading takes an update away for good: there is no offset and no receipt. */
export class UpdateQueue {
  webhook: WebhookSender<Update> | undefined;
  duplicateNext = 0;
  #items: Update[] = [];
  #pollers: Poller[] = [];
  #remembered: Update[] = [];
  #lastPollAt = Date.now();

  constructor(
    private readonly behaviour: () => Behaviour,
    private readonly lose: () => void,
  ) {}

  get pending(): number {
    return this.#items.length + (this.webhook ? this.webhook.pending + this.webhook.retrying : 0);
  }

  get waitingPolls(): number {
    return this.#pollers.filter(({ isGone }) => !isGone).length;
  }

  get lastMessageId(): string {
    return this.#remembered.at(-1)?.messageId ?? '';
  }

  push(update: Omit<Update, 'repeat'>): void {
    const repeat = this.duplicateNext > 0 ? 1 : 0;
    this.duplicateNext -= repeat;
    this.#remembered.push({ ...update, repeat: 0 });
    if (this.#remembered.length > 2 * REMEMBERED) this.#remembered.splice(0, REMEMBERED);
    this.#deliver({ ...update, repeat });
  }

  redeliver(messageId: string): boolean {
    const update = this.#remembered.find((item) => item.messageId === messageId);
    if (update) this.#deliver(update);
    return update !== undefined;
  }

  /** One update; throws 408 when none came in time. Pollers are served first come, first served: a guess. */
  async poll(seconds: number, onClosed: (listener: () => void) => void): Promise<string> {
    if (this.webhook) throw refusal(this.behaviour().pollWithWebhook);
    const ready = this.#items.shift();
    this.#lastPollAt = Date.now();
    return ready ? ready.json : this.#wait(seconds, onClosed);
  }

  /** Moves what waits for a poll to a webhook, or back when the webhook goes: a guess. */
  setWebhook(webhook: WebhookSender<Update> | undefined): void {
    const waiting = [...(this.webhook?.drain() ?? []), ...this.#items.splice(0)];
    this.webhook?.close();
    this.webhook = webhook;
    if (webhook)
      for (const poller of [...this.#pollers]) poller.fail(refusal(this.behaviour().pollWithWebhook));
    for (const update of waiting) this.#deliver(update);
  }

  close(): void {
    this.webhook?.close();
    this.endPolls();
  }

  /** Answers the polls that wait as if their time were over. */
  endPolls(): void {
    for (const poller of [...this.#pollers]) poller.fail(timedOut());
  }

  #deliver(update: Update): void {
    if (this.webhook) return this.webhook.enqueue(update);
    for (let time = 0; time <= update.repeat; time += 1) this.#give(update);
  }

  #give(update: Update): void {
    const poller = this.#pollers.shift();
    if (poller?.isGone) this.lose();
    else if (poller) poller.finish(update.json);
    else if (this.#isOffline()) this.lose();
    else this.#items.push(update);
  }

  #isOffline(): boolean {
    const { offline, offlineAfterMs } = this.behaviour();
    return offline === 'lost' && Date.now() - this.#lastPollAt > offlineAfterMs;
  }

  #wait(seconds: number, onClosed: (listener: () => void) => void): Promise<string> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        this.#pollers = this.#pollers.filter((other) => other !== poller);
        this.#lastPollAt = Date.now();
      };
      const poller: Poller = {
        isGone: false,
        finish: (json) => {
          leave();
          resolve(json);
        },
        fail: (error) => {
          leave();
          reject(error);
        },
      };
      const timer = setTimeout(() => poller.fail(timedOut()), seconds * 1_000);
      this.#pollers.push(poller);
      onClosed(() => {
        if (this.behaviour().gonePoll === 'swallows') poller.isGone = true;
        else poller.fail(timedOut());
      });
    });
  }
}
