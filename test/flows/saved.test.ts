import { afterEach, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

describe.each(backends)('templates and saved audiences on %s', (backend) => {
  let of: Communes;
  afterEach(() => of.world.stop());

  test('are saved, used, changed and deleted', async () => {
    of = await openCommunes(backend);
    const { world, hanh, xa01, xa02 } = of;
    const says = (text: string) => world.says(hanh, hanh, text);
    const last = () => world.last(hanh).text;
    await says('/nhomnhan lưu xa01 all');
    expect(last()).toContain('đang là mã của một đơn vị');
    await says('/nhomnhan lưu vungtrung #xa -XA02');
    expect(last()).toBe('Đã lưu nhóm nhận vungtrung: #xa -XA02 – hiện gồm 1 đơn vị.');
    await says('/nhomnhan lưu hai vungtrung XA02');
    expect(last()).toContain('không ghi tên nhóm đã lưu khác');
    await of.give('/giao vùngtrũng khẩn hạn 17h thứ 6', 'Kiểm kê vật tư');
    expect(of.last(xa01)).toContain('#1 · Việc cần làm\nKiểm kê vật tư');
    expect(world.shown(xa02).some(({ text }) => text.includes('#1'))).toBe(false);

    await says('/mau lưu 1 kiemke');
    expect(last()).toBe('Đã lưu #1 thành mẫu kiemke. Gõ /mau kiemke để dùng.');
    await says('/nhomnhan lưu vungtrung XA02');
    await says('/mau kiemke');
    expect(last()).toContain('Kiểm kê vật tư');
    expect(last()).toContain('Hạn: 17:00 thứ Sáu 27/11/2026');
    await world.presses(hanh, hanh, 'Gửi ngay');
    expect(of.last(xa02)).toContain('KHẨN · #2');
    await says('/mau sửa kiemke\nKiểm kê vật tư quý IV\nBáo số còn dùng được.');
    await says('/mau kiemke XA01 hạn 17:00 30/11/2026');
    expect(last()).toContain(
      'Kiểm kê vật tư quý IV\n\nBáo số còn dùng được.\n\nHạn: 17:00 thứ Hai 30/11/2026',
    );
    await world.presses(hanh, hanh, 'Bỏ');
    await says('/mau');
    expect(last()).toContain('kiemke – Việc cần làm: Kiểm kê vật tư quý IV – vùngtrũng');
    await says('/mau xóa kiemke');
    await says('/mau kiemke');
    expect(last()).toContain('Không có mẫu “kiemke”');

    await says('/units add VUNGTRUNG Xã Vùng Trũng under HUYEN');
    await says('/thongbao vungtrung\nLịch trực');
    expect(last()).toContain('vừa là nhóm nhận đã lưu, vừa là mã đơn vị');
    await says('/nhomnhan xóa vungtrung');
    await says('/nhomnhan');
    expect(last()).toContain('Chưa có nhóm nhận nào');
  });
});
