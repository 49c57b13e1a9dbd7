import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendDeliveries } from '../../jobs/send-deliveries.js';
import type { Browser } from '../harness/browser.js';
import { backends } from '../harness/database.js';
import { browserOf } from '../harness/district.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const codes = ['XA01', 'XA02', 'XA03', 'XA04', 'XA05', 'XA06'];
const pdf = (words: string) => new File([`%PDF-1.7 ${words}`], 'Kế hoạch.pdf');

/** A file that is brought to the page for many groups of one platform. */
describe.each(backends)('a file for many groups on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let page: Browser;
  let groups: Record<string, number>;
  beforeAll(async () => {
    world = await startWorld(backend, { rate: 'off' });
    hanh = await world.owner();
    groups = await world.bindUnits(
      hanh,
      codes.map((code) => `${code} Xã ${code.slice(2)} #xa`),
    );
    ({ browser: page } = await browserOf(world, String(hanh.id)));
  });
  afterAll(() => world.stop());

  const db = () => world.app.runtime.db;
  /** Writes a directive with a file: the address of its draft. */
  const write = async (title: string, file: File, body = 'Xem tệp.') => {
    const form = new FormData();
    const fields = { act: 'review', kind: 'task', to: '#xa', title, body, due: '17h thứ 6' };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', file);
    return (await page.post('/admin/compose', form)).to!;
  };
  const send = async (draft: string) => {
    await page.post(draft, { act: 'send' });
    await world.settle();
  };
  /** What the groups show of a directive: one message each. */
  const shown = (title: string) =>
    Object.values(groups).map((group) => world.shown(group).filter(({ text }) => text.includes(title)));
  const filesOf = (title: string) =>
    shown(title).map((messages) => messages.flatMap(({ attachments }) => attachments));
  /** Runs `work`; the calls that brought a file meanwhile, with what came of them. */
  const uploadsOf = async (work: () => Promise<void>) => {
    const uploads = () => world.telegram.calls().filter(({ uploaded = 0 }) => uploaded > 0);
    const before = uploads().length;
    await work();
    return uploads()
      .slice(before)
      .map(({ method, status }) => [method, status]);
  };
  const deliveriesOf = (title: string) =>
    db().delivery.findMany({
      where: { kind: 'directive', directive: { title } },
      select: { state: true, attempts: true },
      orderBy: [{ state: 'asc' }, { attempts: 'asc' }],
    });
  const once = (length: number) => Array.from({ length }, () => ({ state: 'sent', attempts: 1 }));
  const theirs = (title: string) => new Set(filesOf(title).map(([file]) => file?.fileId));

  test('goes over the line once, and is the same file everywhere', async () => {
    const draft = await write('Kế hoạch tuần 48', pdf('một'));
    expect(await uploadsOf(() => send(draft))).toEqual([['sendDocument', 200]]);
    expect(theirs('Kế hoạch tuần 48').size).toBe(1);
    expect(filesOf('Kế hoạch tuần 48').map((files) => files.map(({ fileName }) => fileName))).toEqual(
      codes.map(() => ['Kế hoạch.pdf']),
    );
    expect(await deliveriesOf('Kế hoạch tuần 48')).toEqual(once(codes.length));
  });

  test('a photo is named by its largest size', async () => {
    const jpeg = new File([Buffer.from('\xff\xd8\xff\xe0 con đê', 'latin1')], 'de.jpg');
    const draft = await write('Ảnh con đê', jpeg);
    expect(await uploadsOf(() => send(draft))).toEqual([['sendPhoto', 200]]);
    const { ref } = await db().heldFile.findFirstOrThrow({ orderBy: { uploadId: 'desc' } });
    expect([...theirs('Ảnh con đê')]).toEqual([ref]);
  });

  test('stands before a long text, in every group once', async () => {
    const draft = await write('Quy chế', pdf('hai'), 'Điều khoản của quy chế làm việc. '.repeat(60));
    world.telegram.fault({ method: 'sendMessage', kind: '502', nth: 2 });
    await uploadsOf(() => send(draft));
    await world.fastForward('1m');
    for (const group of Object.values(groups)) {
      const files = world.shown(group).filter(({ attachments }) => attachments.length > 0);
      expect(files).toHaveLength(3);
    }
    expect(shown('Quy chế').map((messages) => messages.length)).toEqual(codes.map(() => 1));
  });

  test('is brought anew where the platform no longer knows it, and nobody gets it twice', async () => {
    const draft = await write('Lịch trực', pdf('ba'));
    const { id: uploadId } = await db().upload.findFirstOrThrow({ orderBy: { id: 'desc' } });
    // As another bot's platform named it, before the token was changed.
    const old = { uploadId, channel: 'telegram', ref: 'BQACAgUAAxk999999999999', heldAt: new Date() };
    await db().heldFile.create({ data: old });
    expect(await uploadsOf(() => send(draft))).toEqual([['sendDocument', 200]]);
    const refused = world.telegram
      .calls('sendDocument')
      .filter(({ description = '' }) => description.includes('wrong file identifier'));
    expect(refused.length).toBeGreaterThan(0);
    expect(shown('Lịch trực').map((messages) => messages.length)).toEqual(codes.map(() => 1));
    expect(theirs('Lịch trực').size).toBe(1);
    expect(await deliveriesOf('Lịch trực')).toEqual(once(codes.length));
    expect(await db().heldFile.count({ where: { ref: old.ref } })).toBe(0);
  });

  test('is brought by the next one where the first could not', async () => {
    const draft = await write('Kiểm kê', pdf('bốn'));
    world.telegram.fault({ method: 'sendDocument', kind: 'reset-after' });
    expect(await uploadsOf(() => send(draft))).toHaveLength(2);
    expect(shown('Kiểm kê').map((messages) => messages.length)).toEqual(codes.map(() => 1));
    expect(await deliveriesOf('Kiểm kê')).toEqual([
      ...once(codes.length - 1),
      { state: 'uncertain', attempts: 1 },
    ]);
  });

  test('is brought once though two jobs send at the same time', async () => {
    const draft = await write('Diễn tập', pdf('năm'));
    world.telegram.fault({ method: 'sendDocument', kind: 'slow', ms: 200 });
    const { runtime } = world.app;
    const sendTwice = async () => {
      await page.post(draft, { act: 'send' });
      await Promise.all([sendDeliveries(runtime, 'telegram'), sendDeliveries(runtime, 'telegram')]);
      await world.settle();
    };
    expect(await uploadsOf(sendTwice)).toHaveLength(1);
    expect(shown('Diễn tập').map((messages) => messages.length)).toEqual(codes.map(() => 1));
    expect(await deliveriesOf('Diễn tập')).toEqual(once(codes.length));
  });
});
