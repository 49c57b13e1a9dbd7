import { concurrency } from '../jobs/send-deliveries.js';
import { measureBareReplies, measureBareSends } from './bare.js';
import { countSent, sendDirective, startOrganisation, until, type Organisation } from './organisation.js';
import { startBotServer, type Backends, type BotServer } from './servers.js';

const groups = 2_000;
const unlimited = {
  TELEGRAM_RATE_PER_SECOND: '0',
  TELEGRAM_CHAT_RATE_PER_SECOND: '0',
  TELEGRAM_GROUP_RATE_PER_MINUTE: '0',
};

export interface Unpaced {
  delivered: number;
  bareSent: number;
  taken: number;
  bareAnswered: number;
}

/** One pass of the program and of the bare bot, in turn, so that both see the machine as it is now. Per second. */
export async function measureUnpaced(backends: Backends): Promise<Unpaced> {
  const bare = await startBotServer('off');
  const bareSent = await measureBareSends(bare, groups, concurrency);
  const bareAnswered = await measureBareReplies(bare, groups);
  await bare.stop();
  const server = await startBotServer('off');
  const organisation = await startOrganisation(backends, server, groups, unlimited);
  const delivered = await measureDeliveries(organisation);
  const taken = await measureReplies(organisation, server);
  await organisation.app.stop();
  await server.stop();
  return { delivered, bareSent, taken, bareAnswered };
}

/** From the commit that makes the deliveries necessary to the last one recorded as sent. */
async function measureDeliveries(organisation: Organisation): Promise<number> {
  const id = await sendDirective(organisation);
  const startedAt = performance.now();
  await until(async () => (await countSent(organisation, id)) === groups, 20);
  return (groups * 1000) / (performance.now() - startedAt);
}

/** From the first reply said in a group to the last one read and stored; the answers go out meanwhile. */
async function measureReplies({ app }: Organisation, server: BotServer): Promise<number> {
  const { db } = app.runtime;
  const startedAt = performance.now();
  const { sent } = await server.control<{ sent: number }>('replies', {
    count: groups,
    texts: ['đã làm 70%'],
  });
  await until(async () => (await db.reply.count()) >= sent, 20);
  const rate = (sent * 1000) / (performance.now() - startedAt);
  await until(async () => isAnswered(app), 50);
  return rate;
}

async function isAnswered({ runtime }: Organisation['app']): Promise<boolean> {
  const open = await runtime.db.delivery.count({
    where: { state: { in: ['queued', 'sending'] }, kind: 'answer' },
  });
  return open === 0;
}
