import { Agent } from 'node:http';
import { Telegraf } from 'telegraf';
import { until } from './organisation.js';
import type { BotServer } from './servers.js';

/** The yardstick: telegraf alone, with the same connection reuse that the program has. */
function createBot(server: BotServer): Telegraf {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  return new Telegraf(server.token, { telegram: { apiRoot: server.url, agent, webhookReply: false } });
}

/** Messages a second of a bare `sendMessage` loop with `atOnce` under way. */
export async function measureBareSends(server: BotServer, count: number, atOnce: number): Promise<number> {
  const { telegram } = createBot(server);
  const { ids } = await server.control<{ ids: number[] }>('addGroups', { count });
  const text =
    '#1 · Nhiệm vụ\nKiểm tra phương án phòng chống lụt bão\n\nCác đơn vị rà soát vật tư, phương tiện, lực lượng tại chỗ và báo cáo kết quả.';
  const startedAt = performance.now();
  const next = async () => {
    for (let id = ids.shift(); id !== undefined; id = ids.shift()) await telegram.sendMessage(id, text);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return (count * 1000) / (performance.now() - startedAt);
}

/** Replies a second of a bare bot that only answers each one. Every group must show a message to reply to. */
export async function measureBareReplies(server: BotServer, count: number): Promise<number> {
  const bot = createBot(server);
  let answered = 0;
  bot.on('message', async (ctx) => {
    await ctx.reply('Đã ghi nhận.');
    answered += 1;
  });
  await new Promise<void>((resolve, reject) => {
    bot.launch(resolve).catch(reject);
  });
  const startedAt = performance.now();
  const { sent } = await server.control<{ sent: number }>('replies', { count, texts: ['đã làm 70%'] });
  await until(() => Promise.resolve(answered >= sent), 2);
  const rate = (sent * 1000) / (performance.now() - startedAt);
  bot.stop();
  return rate;
}
