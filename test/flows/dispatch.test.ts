import { afterEach, describe, expect, test, vi } from 'vitest';
import { runTick } from '../../jobs/run-tick.js';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = [
  'HUYEN UBND huyện',
  'XA01 Xã An Bình under HUYEN',
  'XA02 Xã Bình Minh under HUYEN',
  'XA03 Xã Cát Sơn under HUYEN',
];
const flood =
  '/giao all -HUYEN hạn 17:00 30/11/2026\nKiểm tra phương án phòng chống lụt bão\nCác đơn vị rà soát kho, xe.';
const certificate = /(\d+) nhóm = (\d+) đã gửi \+ (\d+) lỗi \+ (\d+) chưa chắc · (\d+) gửi trùng · (\d+) sót/;

// A whole program starts in each test, maybe on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe.each(backends)('a directive on its way on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let groups: Record<string, number>;
  const open = async () => {
    world = await startWorld(backend);
    hanh = await world.owner();
    groups = await world.bindUnits(hanh, tree);
  };
  const send = async (text = flood) => {
    await world.says(hanh, hanh, text);
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.fastForward('20s');
  };
  const received = (code: string) =>
    world.shown(groups[code]!).filter(({ text }) => /#\d+ · /.test(text.split('\n')[0]!));
  const card = () => world.shown(hanh).findLast(({ text }) => certificate.test(text) || text.includes('▓'));
  const counts = () =>
    certificate
      .exec(card()?.text ?? '')
      ?.slice(1)
      .map(Number);
  const deliveries = (code: string) =>
    world.app.runtime.db.delivery.findMany({
      where: { kind: 'directive', chat: { externalId: String(groups[code]) } },
      orderBy: { id: 'asc' },
    });
  afterEach(() => world.stop());

  test('reaches every group once and ends with a certificate', async () => {
    await open();
    await send();
    const [message] = received('XA01');
    expect(message?.text).toContain('#1 · Việc cần làm\nKiểm tra phương án phòng chống lụt bão');
    expect(message?.text).toContain('Hạn: 17:00 thứ Hai 30/11/2026\nNơi gửi: UBND huyện Mẫu Sơn');
    expect(message?.text).toContain(
      'bấm nút bên dưới, trả lời (reply) tin này hoặc gõ /baocao 1 đã làm 70%.',
    );
    expect(message?.buttons.flat().map(({ text }) => text)).toEqual(['Đã nhận', 'Đang làm', 'Vướng', 'Xong']);
    for (const code of ['XA01', 'XA02', 'XA03']) expect(received(code)).toHaveLength(1);
    expect(received('HUYEN')).toEqual([]);
    expect(counts()).toEqual([3, 3, 0, 0, 0, 0]);
    expect(world.shown(hanh).filter(({ text }) => text.startsWith('#1 Kiểm tra'))).toHaveLength(1);
  });

  test('waits as long as a 429 says, without burning an attempt', async () => {
    await open();
    world.telegram.fault({ method: 'sendMessage', chatId: groups['XA02']!, kind: '429', retryAfter: 45 });
    await send();
    expect(received('XA02')).toEqual([]);
    await world.fastForward('1m');
    expect(received('XA02')).toHaveLength(1);
    expect((await deliveries('XA02'))[0]).toMatchObject({ state: 'sent', attempts: 1 });
    expect(counts()).toEqual([3, 3, 0, 0, 0, 0]);
  });

  test('names a group that refuses it, and goes there again on the tap, once', async () => {
    await open();
    world.telegram.fault({
      method: 'sendMessage',
      chatId: groups['XA02']!,
      kind: '400',
      description: 'Bad Request: refused',
    });
    await send();
    expect(counts()).toEqual([3, 2, 1, 0, 0, 0]);
    expect(card()?.text).toContain('• XA02 Xã Bình Minh: nhóm từ chối tin này');
    const taps = [1, 2].map(() => world.presses(hanh, hanh, 'Gửi lại cho 1 nhóm lỗi'));
    expect((await Promise.all(taps)).sort()).toEqual([
      'Không còn nhóm lỗi nào cần gửi lại.',
      'Đang gửi lại cho 1 nhóm.',
    ]);
    await world.fastForward('20s');
    expect(received('XA02').map(({ text }) => text.includes('gửi lại'))).toEqual([false]);
    expect(counts()).toEqual([3, 3, 0, 0, 0, 0]);
  });

  test('names a group that threw the bot out in plain words, and a tap finds it again', async () => {
    await open();
    world.telegram.fault({ method: 'sendMessage', chatId: groups['XA03']!, kind: '403' });
    await send();
    expect(counts()).toEqual([3, 2, 1, 0, 0, 0]);
    expect(card()?.text).toContain('• XA03 Xã Cát Sơn: bot đã bị đưa ra khỏi nhóm');
    await send('/giao XA03 hạn 17:00 30/11/2026\nKiểm kê vật tư');
    expect(received('XA03')).toEqual([]);
    await world.fastForward('20s');
    const first = world
      .shown(hanh)
      .find(({ buttons }) => buttons.flat().some(({ text }) => /Gửi lại/.test(text)))!;
    await world.telegram.presses({
      chat: hanh.id,
      from: hanh.id,
      message: first.id,
      label: 'Gửi lại cho 1 nhóm lỗi',
    });
    await world.fastForward('1m');
    expect(received('XA03').map(({ text }) => text.split('\n')[1])).toEqual([
      'Kiểm tra phương án phòng chống lụt bão',
      'Kiểm kê vật tư',
    ]);
  });

  test('follows a group that became a supergroup meanwhile', async () => {
    await open();
    await world.says(hanh, hanh, '/units add XA04 Xã Đông under HUYEN');
    const group = world.group('Xã Đông', [hanh], 'group');
    await world.says(hanh, hanh, '/invite XA04');
    const code = /\b[2-9A-HJ-NP-Z]{10}\b/.exec(world.last(hanh).text)![0];
    await world.says(hanh, group, `/bind ${code}`);
    await world.says(hanh, hanh, flood);
    const pressed = world.presses(hanh, hanh, 'Gửi ngay');
    groups['XA04'] = world.telegram.upgrades({ chat: group, from: hanh.id }).id;
    await pressed;
    await world.fastForward('20s');
    expect(received('XA04')).toHaveLength(1);
    expect(counts()).toEqual([4, 4, 0, 0, 0, 0]);
  });

  test('is tried again when the server was out of order', async () => {
    await open();
    world.telegram.fault({ method: 'sendMessage', chatId: groups['XA01']!, kind: '502' });
    world.telegram.fault({ method: 'sendMessage', chatId: groups['XA02']!, kind: '500-html' });
    await send();
    await world.fastForward('30s');
    for (const code of ['XA01', 'XA02']) expect(received(code)).toHaveLength(1);
    expect(counts()).toEqual([3, 3, 0, 0, 0, 0]);
  });

  test('is uncertain when the answer was lost, and settled by a press in that group', async () => {
    await open();
    world.telegram.fault({ method: 'sendMessage', chatId: groups['XA01']!, kind: 'reset-after' });
    await send();
    expect(received('XA01')).toHaveLength(1);
    expect(counts()).toEqual([3, 2, 0, 1, 0, 0]);
    await world.presses(hanh, groups['XA01']!, 'Đã nhận');
    await world.fastForward('20s');
    expect(counts()).toEqual([3, 3, 0, 0, 0, 0]);
    await world.says(hanh, hanh, '/sua 1 Kiểm tra kho vật tư');
    await world.presses(hanh, hanh, 'Sửa ngay');
    await world.fastForward('20s');
    expect(received('XA01').map(({ text }) => text.split('\n')[1])).toEqual(['Kiểm tra kho vật tư']);
  });

  test('is uncertain when the connection broke before, and sent again on the tap, marked, once', async () => {
    await open();
    world.telegram.fault({ method: 'sendMessage', chatId: groups['XA01']!, kind: 'reset-before' });
    await send();
    expect(counts()).toEqual([3, 2, 0, 1, 0, 0]);
    expect(card()?.text).toContain('• XA01 Xã An Bình');
    const taps = [1, 2].map(() => world.presses(hanh, hanh, 'XA01: gửi lại'));
    expect((await Promise.all(taps)).sort()).toEqual([
      'Nhóm này đã được xử lý rồi.',
      'Đang gửi lại cho XA01.',
    ]);
    await world.fastForward('20s');
    expect(received('XA01').map(({ text }) => text.split('\n')[0])).toEqual([
      '#1 · Việc cần làm · (gửi lại)',
    ]);
    expect(counts()).toEqual([3, 3, 0, 0, 0, 0]);
  });

  test('is uncertain after its process died while sending, and settled by "it is there"', async () => {
    await open();
    await send();
    const [row] = await deliveries('XA02');
    const { db } = world.app.runtime;
    await db.delivery.update({ where: { id: row!.id }, data: { state: 'sending', messageIds: [] } });
    await world.restart();
    await world.app.runtime.db.card.updateMany({ data: { dirtyAt: world.clock.now() } });
    world.clock.moveTo(new Date(world.clock.now().getTime() + 70_000));
    await runTick(world.app.runtime);
    await world.fastForward('20s');
    expect(counts()).toEqual([3, 2, 0, 1, 0, 0]);
    await world.presses(hanh, hanh, 'XA02: đã có');
    await world.fastForward('20s');
    expect(counts()).toEqual([3, 3, 0, 0, 0, 0]);
    expect(received('XA02')).toHaveLength(1);
  });

  test("keeps a forged and an outsider's tap from settling anything", async () => {
    await open();
    world.telegram.fault({ method: 'sendMessage', chatId: groups['XA01']!, kind: 'reset-after' });
    await send();
    const lan = world.person('Lan');
    await world.says(lan, lan, '/help');
    const forged = card()!
      .buttons.flat()
      .find(({ text }) => text === 'XA01: gửi lại')!.data!;
    const last = world.last(lan);
    const answer = await world.telegram.presses({
      chat: lan.id,
      from: lan.id,
      message: last.id,
      data: forged,
      forged: true,
    });
    await world.settle();
    expect(answer?.text).toContain('chưa được phân quyền');
    expect(counts()).toEqual([3, 2, 0, 1, 0, 0]);
  });
});
