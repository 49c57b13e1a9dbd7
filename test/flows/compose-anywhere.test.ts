import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onceEach } from '../harness/casts.js';
import { openTown, type Town } from './town.js';

/** A directive that is written with the bot's help: by buttons, or by numbers and words where there are none. */
describe.each(onceEach)('a guided directive on $title', (cast) => {
  let on: Town;
  beforeAll(async () => {
    on = await openTown(cast);
  });
  afterAll(() => on.world.stop());

  const says = (text: string) => on.asks(on.hanh, on.hanh, text);
  const takes = async (label: string) => {
    await on.stage.chooses(on.hanh, on.hanh, label);
    return on.last(on.hanh);
  };
  const received = (group: string, words: string) => on.texts(group).filter((text) => text.includes(words));
  const states = async () =>
    (await on.db().directive.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state);

  test('asks one thing at a time, and goes on after a restart', async () => {
    expect(await says('/giao')).toContain('Gửi tới đâu?');
    expect(await takes('#xa')).toContain('Tên việc là gì?');
    await on.world.restart();
    expect(await says('Kiểm kê vật tư')).toContain('Nội dung thế nào?');
    await takes('Không có nội dung');
    expect(await says('hôm qua')).toContain('đã qua');
    const preview = await takes('17:00 thứ Ba 24/11/2026');
    expect(preview).toContain('#1 · Việc cần làm\nKiểm kê vật tư\n\nHạn: 17:00 thứ Ba 24/11/2026');
    expect(received(on.xa01, 'Kiểm kê vật tư')).toEqual([]);
    await takes('Gửi ngay');
    for (const group of [on.xa01, on.xa02]) expect(received(group, 'Kiểm kê vật tư')).toHaveLength(1);
  });

  test('asks what is to be reported', async () => {
    await says('/solieu');
    await says('XA01 hạn mai');
    await says('Sĩ số học sinh');
    expect(await says('Tính đến 8h.')).toContain('Cần các đơn vị báo gì?');
    expect(await says('không rõ')).toContain('Chưa rõ cần báo số liệu gì');
    const preview = await takes('Đã làm / tổng số');
    expect(preview).toContain('Cần báo: số đã làm trên tổng số');
    expect(preview).toContain('Hạn: 17:00 thứ Ba 24/11/2026');
    expect(await takes('Bỏ')).toContain('Đã bỏ');
  });

  test('is changed in a part, and dropped', async () => {
    await says('/giao XA01 hạn 17:00 27/11/2026\nSửa cống\nĐoạn qua chợ.');
    await takes('Sửa');
    expect(await takes('Tên việc')).toContain('Tên việc là gì?');
    expect(await says('Sửa cống thoát nước')).toContain('Sửa cống thoát nước\n\nĐoạn qua chợ.');
    expect(await takes('Bỏ')).toContain('Đã bỏ');
    expect(received(on.xa01, 'Sửa cống')).toEqual([]);
    expect((await states()).slice(-2)).toEqual(['discarded', 'discarded']);
  });

  test('ends by its own choice, by /cancel, and after an hour', async () => {
    const before = (await states()).length;
    await says('/giao');
    expect(await takes('Dừng soạn')).toBe('Đã dừng soạn, chưa gửi gì.');
    await says('/thongbao');
    await says('all');
    expect(await says('/huy')).toBe('Đã dừng soạn, chưa gửi gì.');
    await says('/thongbao');
    await on.world.fastForward('61m');
    expect(await says('all')).toContain('Đã quá một giờ');
    expect(await states()).toHaveLength(before);
  });

  test('is sent once, however often that is said', async () => {
    await says('/thongbao all\nLịch tiêm chủng tháng 12');
    await takes('Gửi ngay');
    await says('gửi ngay').catch(() => undefined);
    await on.world.restart();
    await on.world.fastForward('1m');
    for (const group of [on.xa01, on.xa02]) expect(received(group, 'Lịch tiêm chủng')).toHaveLength(1);
  });
});
