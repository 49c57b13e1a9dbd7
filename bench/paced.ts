import { countSent, sendDirective, startOrganisation, until } from './organisation.js';
import { startBotServer, type Backends } from './servers.js';

const groups = 1_000;
const allowedPerSecond = 30;

export interface Paced {
  share: number;
  refused: number;
}

/** A directive to 1,000 groups at Telegram's limits: how much of the allowed rate is used, and how often it says 429. */
export async function measurePaced(backends: Backends): Promise<Paced> {
  const server = await startBotServer('real');
  const organisation = await startOrganisation(backends, server, groups, {});
  const id = await sendDirective(organisation);
  await until(async () => (await countSent(organisation, id)) === groups, 100);
  const { db } = organisation.app.runtime;
  const { _min, _max } = await db.delivery.aggregate({
    where: { directiveId: id, kind: 'directive' },
    _min: { claimedAt: true },
    _max: { claimedAt: true },
  });
  const seconds = ((_max.claimedAt?.getTime() ?? 0) - (_min.claimedAt?.getTime() ?? 0)) / 1000;
  const { refusals } = await server.control<{ refusals: Record<string, number> }>('stats');
  await organisation.app.stop();
  await server.stop();
  const refused = Object.values(refusals).reduce((sum, count) => sum + count, 0);
  return { share: (groups - 1) / seconds / allowedPerSecond, refused };
}
