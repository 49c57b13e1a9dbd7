import { afterEach, describe, expect, test, vi } from 'vitest';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN', 'XA02 Xã Bình Minh under HUYEN'];
const drill =
  '/giao XA01 XA02 hạn 17:00 27/11/2026\nDiễn tập phòng cháy chữa cháy\nMỗi xã cử 5 người tham gia.';

// A whole program starts in each test, maybe on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Where messages can be edited, and while a group is not reached; the rest is in change-anywhere.test.ts. */
describe.each(backends)('a directive that is changed on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let groups: Record<string, number>;
  const open = async (text = drill) => {
    world = await startWorld(backend);
    hanh = await world.owner();
    groups = await world.bindUnits(hanh, tree);
    await send(text);
  };
  const send = async (text: string) => {
    await world.says(hanh, hanh, text);
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.fastForward('20s');
  };
  const says = async (text: string) => {
    await world.says(hanh, hanh, text);
    const said = world.last(hanh).text;
    await world.fastForward('30s');
    return said;
  };
  /** Says it and presses under the preview. */
  const amends = async (text: string) => {
    await world.says(hanh, hanh, text);
    await world.presses(hanh, hanh, 'Sửa ngay');
    const said = world.last(hanh).text;
    await world.fastForward('30s');
    return said;
  };
  const texts = (code: string) => world.shown(groups[code]!).map(({ text }) => text);
  const edits = () => world.telegram.calls('editMessageText').filter(({ chatId }) => (chatId ?? 0) < 0);
  afterEach(() => world.stop());

  test('onto a day off is told so', async () => {
    await open();
    const moved = 'Hạn mới: 17:00 thứ Bảy 28/11/2026 (trước đây: 17:00 thứ Sáu 27/11/2026)';
    const shown = await says('/sua 1 hạn thứ 7');
    expect(shown).toContain(
      'Sẽ cập nhật 2 nhóm.\nHạn: 17:00 thứ Bảy 28/11/2026 (ngày nghỉ)\nNgày làm việc kế tiếp: 17:00 thứ Hai 30/11/2026.',
    );
    await world.presses(hanh, hanh, 'Sửa ngay');
    expect(world.last(hanh).text).toBe(`Đã sửa #1. Đang cập nhật 2 nhóm.\n${moved}`);
    expect(await amends('/sua 1\nDiễn tập chữa cháy')).toBe('Đã sửa #1. Đang cập nhật 2 nhóm.');
    expect(await says('/giahan 1 XA01 chủ nhật')).toBe(
      'Đã gia hạn #1 cho XA01 Xã An Bình: 17:00 Chủ nhật 29/11/2026.\n17:00 Chủ nhật 29/11/2026 là ngày nghỉ; ngày làm việc kế tiếp là 17:00 thứ Hai 30/11/2026.',
    );
  });

  test('without a deadline any more is told so, and nobody is reminded of it', async () => {
    await open();
    const gone = 'Bỏ hạn 17:00 thứ Sáu 27/11/2026';
    expect(await amends('/sua 1 bỏ hạn')).toBe(`Đã sửa #1. Đang cập nhật 2 nhóm.\n${gone}`);
    const [message, note] = texts('XA01');
    expect(message).not.toContain('Hạn:');
    expect(note).toContain(gone);
    await world.fastForward('6d');
    expect(texts('XA01').filter((text) => !text.startsWith('Tổng hợp'))).toHaveLength(2);
  });

  test('shows the new wording in place and says under it what changed, once a group', async () => {
    await open();
    const answer = await amends('/sua 1\nhạn 17:00 30/11/2026\nDiễn tập chữa cháy\nMỗi xã cử 7 người.');
    const moved = 'Hạn mới: 17:00 thứ Hai 30/11/2026 (trước đây: 17:00 thứ Sáu 27/11/2026)';
    expect(answer).toBe(`Đã sửa #1. Đang cập nhật 2 nhóm.\n${moved}`);
    for (const code of ['XA01', 'XA02']) {
      const [message, note, ...more] = texts(code);
      expect(message).toContain('#1 · Việc cần làm · Sửa lần 1\nDiễn tập chữa cháy\n\nMỗi xã cử 7 người.');
      expect(message).toContain('Hạn: 17:00 thứ Hai 30/11/2026');
      expect(note).toBe(
        [
          'Sửa lần 1 của #1:',
          'Tên việc mới: Diễn tập chữa cháy',
          'Nội dung đã thay đổi, xem tin được trả lời ở trên.',
          moved,
        ].join('\n'),
      );
      expect(more).toEqual([]);
    }
    expect(edits()).toHaveLength(2);
    expect(world.shown(groups['XA01']!)[0]?.buttons.flat()).toHaveLength(4);
  });

  test('is reminded of as it stands when the reminder goes out', async () => {
    await open();
    await amends('/sua 1\nDiễn tập chữa cháy');
    await world.until('2026-11-26T17:05');
    for (const code of ['XA01', 'XA02']) {
      const [title, name, due] = texts(code).at(-1)!.split('\n');
      expect([title, name]).toEqual(['#1 · Nhắc phản hồi', 'Diễn tập chữa cháy']);
      expect(due).toContain('Hạn: 17:00 thứ Sáu 27/11/2026');
    }
  });

  test('is sent anew where a member deleted its message', async () => {
    await open();
    const [first] = world.shown(groups['XA02']!);
    world.telegram.deletes({ chat: groups['XA02']!, message: first!.id });
    await amends('/sua 1 Diễn tập chữa cháy toàn huyện');
    await world.fastForward('1m');
    const anew = texts('XA02').filter((text) => text.includes('Sửa lần 1\nDiễn tập chữa cháy toàn huyện'));
    expect(anew).toHaveLength(1);
    expect(texts('XA01').filter((text) => text.includes('· Sửa lần 1'))).toHaveLength(1);
  });

  test('loses its buttons quietly when it is closed, and takes no change after', async () => {
    await open();
    expect(await says('/dong 1')).toContain('Đã kết thúc #1 ở');
    const [message, ...more] = world.shown(groups['XA01']!);
    expect(message?.buttons).toEqual([]);
    expect(message?.text).toContain('Đã kết thúc, không cần trả lời nữa.');
    expect(more).toEqual([]);
    for (const text of ['/dong 1', '/sua 1 Khác', '/giahan 1 17:00 30/11/2026', '/huy 1', '/nhac 1'])
      expect(await says(text)).toBe('#1 đã kết thúc, không thay đổi được nữa.');
    await world.until('2026-11-27T15:30');
    expect(texts('XA01')).toHaveLength(1);
  });

  test('is taken back in one line a group when it is cancelled, and what waits is not sent', async () => {
    await open();
    world.telegram.fault({ method: 'sendMessage', chatId: groups['XA02']!, kind: '429', retryAfter: 600 });
    await send(drill.replace('/giao', '/giao khẩn').replace('phòng cháy', 'báo cháy'));
    expect(await says('/huy 2 1')).toContain('Hãy ghi số của một việc');
    expect(await says('/huy 2 gửi nhầm')).toBe('Đã hủy #2. Đang báo cho 1 nhóm.');
    await world.fastForward('20m');
    expect(texts('XA01').at(-1)).toBe(
      '#2 Diễn tập báo cháy chữa cháy: đã hủy, không cần làm nữa. Lý do: gửi nhầm',
    );
    expect(texts('XA02').filter((text) => text.includes('#2'))).toEqual([]);
    expect(texts('XA01').find((text) => text.startsWith('KHẨN · #2'))).toContain('Đã hủy');
  });
});
