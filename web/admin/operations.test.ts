import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../test/harness/browser.js';
import { openDistrict } from '../../test/harness/district.js';
import type { World } from '../../test/harness/world.js';

let world: World;
let owner: Browser;
const db = () => world.app.runtime.db;

beforeAll(async () => {
  ({ world, owner } = await openDistrict());
});
afterAll(() => world.stop());

const page = async () => (await owner.get('/admin/operations')).html;
/** The words of one row of the channels, or of one line of what comes next. */
const row = (html: string, word: string) =>
  [...html.matchAll(/<(tr|li)>(.*?)<\/\1>/gs)]
    .map(([, , inner]) => inner!.replace(/<[^>]+>/g, '|'))
    .filter((text) => text.includes(word));

test('shows each channel, what is not settled, and what comes next', async () => {
  const { id: chatId } = await db().chat.findFirstOrThrow({ where: { role: 'unit' } });
  const [at, past] = [new Date('2026-12-01T02:00:00Z'), new Date(world.clock.now().getTime() - 60 * 60_000)];
  const delivery = (channel: string, state: 'uncertain' | 'failed') => ({
    channel,
    state,
    chatId,
    kind: 'answer',
  });
  await db().delivery.createMany({
    data: [delivery('zalo', 'failed'), delivery('zalo', 'failed'), delivery('sandbox', 'uncertain')],
  });
  await db().channelPace.upsert({
    where: { channel: 'sandbox' },
    create: { channel: 'sandbox', failingSince: past },
    update: { failingSince: past },
  });
  await db().outage.create({
    data: { kind: 'platform', channel: 'sandbox', startsAt: past, endsAt: world.clock.now() },
  });
  await db().heartbeat.create({ data: { role: 'worker', at: past } });
  const hostile = '<img src=x onerror=alert(1)>';
  const { issuerId, issuerChatId } = await db().directive.findFirstOrThrow();
  await db().directive.create({
    data: {
      number: 90,
      kind: 'task',
      state: 'scheduled',
      audience: '#xa',
      title: hostile,
      body: '',
      sendAt: at,
      issuerId,
      issuerChatId,
    },
  });

  const html = await page();
  expect(html).not.toContain('<img src=x');
  const [sandbox, zalo] = [row(html, 'không trả lời')[0], row(html, 'đã tắt')[0]];
  expect(sandbox).toMatch(/\|1\|/);
  expect(zalo).toMatch(/zalo.*\|2\|/);
  expect(row(html, '#90 &lt;img')[0]).toContain('thứ Ba 01/12/2026');
  const parts = await db().assignment.groupBy({
    by: 'nextReminderAt',
    where: { nextReminderAt: { not: null } },
    _count: true,
    orderBy: { nextReminderAt: 'asc' },
  });
  expect(row(html, 'Nhắc việc')).toHaveLength(Math.min(5, parts.length));
  expect(row(html, 'Nhắc việc')[0]).toContain(`${parts[0]!._count} phần việc`);
  expect(row(html, 'Tổng hợp')[0]).toContain('tuần');
  expect(html).toMatch(/gửi và nhắc<\/dt><dd>.*?không còn chạy/);
  expect(row(html, '1 giờ')[0]).toBeDefined();
});
