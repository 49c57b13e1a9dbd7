import { queueCard } from '../store/cards.js';
import type { Job } from './job.js';
import { wakeSending } from './wake.js';

/** Brings one issuer's card up to date: `id` is the directive's. The card itself is a delivery, paced like the others. */
export const refreshCard: Job = {
  name: 'refresh-card',
  async run(runtime, id) {
    const channel = await queueCard(runtime.db, Number(id), runtime.clock.now());
    if (channel) wakeSending(runtime, channel);
    return { queued: channel ? 1 : 0 };
  },
};
