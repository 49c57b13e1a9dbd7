import { Prisma } from '../store/db.js';
import { measureBareReplies, measureBareSends } from './bare.js';
import { measureCost, type Cost } from './cost.js';
import { countSent, sendDirective, startOrganisation, until, type Organisation } from './organisation.js';
import { startBotServer, type Backends, type BotServer } from './servers.js';

const groups = 2_000;
/** What the bare loop is fastest with, on as many connections as the program has: 200 at once slow it down. */
const bareAtOnce = 100;
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
  /** What an item costs: of the program (with the answer that goes out), and of the bare bot. */
  costs: Record<'delivery' | 'reply' | 'bare send' | 'bare answer', Cost>;
}

/** One pass of the program and of the bare bot, in turn, so that both see the machine as it is now. Per second. */
export async function measureUnpaced(backends: Backends): Promise<Unpaced> {
  const bare = await startBotServer('off');
  const [bareSent, bareSendCost] = await measureCost(bare, null, groups, () =>
    measureBareSends(bare, groups, bareAtOnce),
  );
  const [bareAnswered, bareAnswerCost] = await measureCost(bare, null, groups, () =>
    measureBareReplies(bare, groups),
  );
  await bare.stop();
  const server = await startBotServer('off');
  const organisation = await startOrganisation(backends, server, groups, unlimited);
  const id = await sendDirective(organisation);
  const cost = (work: () => Promise<number>) => measureCost(server, organisation, groups, work);
  const [delivered, deliverCost] = await cost(() => measureDeliveries(organisation, id));
  const [taken, takeCost] = await cost(() => measureReplies(organisation, server));
  await organisation.app.stop();
  await server.stop();
  const costs = {
    delivery: deliverCost,
    'bare send': bareSendCost,
    reply: takeCost,
    'bare answer': bareAnswerCost,
  };
  return { delivered, bareSent, taken, bareAnswered, costs };
}

/** From the commit that makes the deliveries necessary to the last one recorded as sent. */
async function measureDeliveries(organisation: Organisation, id: number): Promise<number> {
  const { db } = organisation.app.runtime;
  const startedAt = performance.now();
  const open = Prisma.sql`select id from "Delivery" where "directiveId" = ${id} and kind = 'directive'
    and state in ('queued', 'sending') limit 1`;
  await until(async () => (await db.$queryRaw<unknown[]>(open)).length === 0, 20);
  const rate = (groups * 1000) / (performance.now() - startedAt);
  if ((await countSent(organisation, id)) !== groups) throw new Error('Not every delivery was sent.');
  return rate;
}

/** From the first reply said in a group to the last one read and stored; the answers go out meanwhile. */
async function measureReplies({ app }: Organisation, server: BotServer): Promise<number> {
  const { db } = app.runtime;
  const startedAt = performance.now();
  const { sent } = await server.control<{ sent: number }>('replies', {
    count: groups,
    texts: ['đã làm 70%'],
  });
  const countReplies = async () => {
    const [row] = await db.$queryRaw<{ count: number }[]>`select count(*)::int as count from "Reply"`;
    return row?.count ?? 0;
  };
  await until(async () => (await countReplies()) >= sent, 20);
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
