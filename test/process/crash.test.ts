import { expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { groups, prepareBroadcast } from './broadcast.js';
import { startProgram } from './program.js';

test.each(backends)(
  'on %s, a process killed while it sends leaves nothing twice and nothing unnamed',
  async (backend) => {
    const { db, settings, directiveId, ids, shownIn, untilSent, untilSettled, close } =
      await prepareBroadcast(backend);
    for (let kills = 0; kills < 3; kills += 1) {
      const victim = await startProgram(settings);
      await untilSent(1 + kills * 15);
      await victim.end('SIGKILL');
      // Nobody will finish what the killed process had under way: an hour later it counts as abandoned.
      await db.$executeRaw`update "Delivery" set "claimedAt" = "claimedAt" - interval '1 hour' where state = 'sending'`;
    }
    const program = await startProgram(settings);
    await untilSettled();
    await program.end('SIGTERM');
    const rows = await db.delivery.findMany({
      where: { directiveId, kind: 'directive' },
      include: { chat: true },
    });
    expect(rows).toHaveLength(groups);
    for (const { state, chat } of rows) {
      const count = shownIn(Number(chat.externalId));
      if (state === 'sent') expect(count).toBe(1);
      else expect([state, count <= 1]).toEqual(['uncertain', true]);
    }
    expect(ids.map(shownIn).every((count) => count <= 1)).toBe(true);
    expect(rows.filter(({ state }) => state === 'sent').length).toBeGreaterThan(groups / 2);
    await close();
  },
);
