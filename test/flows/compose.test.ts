import { afterEach, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = [
  'HUYEN UBND huyện',
  'XA01 Xã An Bình under HUYEN #xa',
  'TH01 Trường An Bình under XA01 #truonghoc',
  'XA02 Xã Bình Minh under HUYEN #xa',
];
const flood =
  '/giao all hạn 17:00 30/11/2026\nKiểm tra phương án phòng chống lụt bão\nCác đơn vị rà soát kho, xe.';

describe.each(backends)('a directive in one message on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let groups: Record<string, number>;
  const open = async (lines = tree) => {
    world = await startWorld(backend, { rate: 'off' });
    hanh = await world.owner();
    groups = await world.bindUnits(hanh, lines);
  };
  const directives = () => world.app.runtime.db.directive.findMany({ orderBy: { id: 'asc' } });
  const received = (code: string) => world.shown(groups[code]!).filter(({ text }) => text.includes('#1 ·'));
  const says = (text: string) => world.says(hanh, hanh, text);
  const last = () => world.last(hanh).text;
  afterEach(() => world.stop());

  test('is shown as the groups will see it, and leaves on the tap alone', async () => {
    await open();
    await says('/units add XA03 Xã Cát under HUYEN #xa');
    world.telegram.kicksBot({ chat: groups['XA02']!, from: hanh.id });
    await world.settle();
    await says('/giao all -TH01 khẩn hạn 17:00 28/11/2026\nKiểm tra kho vật tư\nRà soát <b>kho</b> & *xe*.');
    const preview = last();
    for (const part of [
      'XEM TRƯỚC – chưa gửi',
      'KHẨN · #1 · Việc cần làm\nKiểm tra kho vật tư\n\nRà soát <b>kho</b> & *xe*.',
      '4 đơn vị, 2 nhóm nhận được ngay',
      'Chưa gửi được tới 2 nơi',
      'XA03 Xã Cát: chưa có nhóm',
      'XA02 Xã Bình Minh: không liên lạc được với nhóm từ 08:00 thứ Hai 23/11/2026',
      'Hạn: 17:00 thứ Bảy 28/11/2026 (ngày nghỉ)',
      '15:00 thứ Bảy 28/11/2026; 17:00 thứ Bảy 28/11/2026; sau đó 08:00 mỗi ngày làm việc',
      'Thời gian gửi',
    ])
      expect(preview).toContain(part);
    expect(received('XA01')).toEqual([]);
    expect(await world.presses(hanh, hanh, 'Gửi ngay')).toBe('Đang gửi #1');
    expect(received('XA01').map(({ text }) => text.split('\n')[1])).toEqual(['Kiểm tra kho vật tư']);
    expect(received('TH01')).toEqual([]);
    expect(
      world.shown(hanh).some(({ buttons }) => buttons.flat().some(({ text }) => text === 'Gửi ngay')),
    ).toBe(false);
  });

  test('is sent once by two quick presses, and by one press told twice', async () => {
    await open();
    await says(flood);
    const preview = world.last(hanh);
    const press = () =>
      world.telegram.presses({ chat: hanh.id, from: hanh.id, message: preview.id, label: 'Gửi ngay' });
    world.telegram.duplicateNextUpdate();
    const answers = await Promise.all([press(), press()]);
    await world.settle();
    expect(answers.map((answer) => answer?.text).sort()).toEqual([
      'Tin này đã được gửi rồi: #1.',
      'Đang gửi #1',
    ]);
    expect(received('XA01')).toHaveLength(1);
    expect((await directives()).map(({ state, number }) => [state, number])).toEqual([['open', 1]]);
  });

  test('is one draft when its update comes twice', async () => {
    await open();
    world.telegram.duplicateNextUpdate();
    await says(flood);
    expect(await directives()).toHaveLength(1);
  });

  test('that is wrong gets one sentence, stores nothing and sends nothing', async () => {
    await open();
    const before = world.telegram.shown(groups['XA01']!).length;
    const body = (length: number) => 'x'.repeat(length);
    const cases: [string, string][] = [
      ['/giao\n', 'Gửi tới đâu?'],
      ['/giao all hạn 17:00 30/11/2026', 'Chưa có tên việc'],
      ['/giao all\n\u202E\u2066', 'Chưa có tên việc'],
      ['/giao hạn 17:00 30/11/2026\nViệc', 'Chưa có nơi nhận'],
      ['/giao XA1 XA02\nViệc', 'XA1 (ý anh/chị là XA01?)'],
      ['/giao #truonghok\nViệc', '#truonghok (ý anh/chị là #truonghoc?)'],
      ['/giao Họp giao ban\nViệc', 'Không có đơn vị hoặc nhãn: Họp giao ban.'],
      ['/giao all -HUYEN+\nViệc', 'Không còn đơn vị nào'],
      ['/giao -XA01\nViệc', 'mới chỉ có đơn vị được loại ra'],
      ['/giao all hạn\nViệc', 'Sau chữ “hạn” chưa có thời gian'],
      ['/giao all hạn 17:00 20/11/2026\nViệc', 'Hạn “17:00 20/11/2026” đã qua'],
      ['/giao all hạn 31/2/2027\nViệc', 'Không có ngày giờ nào như “31/2/2027”'],
      ['/giao all hạn 3h hoặc 4h chiều mai\nViệc', 'có thể hiểu theo nhiều cách'],
      ['/giao all hạn khi nào xong\nViệc', 'Chưa đọc được hạn “khi nào xong”'],
      [`/giao all\n${body(201)}`, 'Tên việc dài 201 ký tự, tối đa là 200'],
      [`/giao all\nViệc\n${body(10_000)}`, 'Nội dung dài 10000 ký tự, tối đa là 8000'],
    ];
    for (const [text, expected] of cases) {
      await says(text);
      expect(last()).toContain(expected);
    }
    expect(await directives()).toEqual([]);
    expect(world.telegram.shown(groups['XA01']!)).toHaveLength(before);
  });

  test('is refused to members, to anonymous admins and in a unit group', async () => {
    await open();
    const office = await world.bindOffice(hanh);
    const lan = world.person('Lan');
    await world.says(lan, lan, flood);
    expect(world.last(lan).text).toContain('chưa được phân quyền');
    await world.says(hanh, groups['XA01']!, flood);
    expect(world.last(groups['XA01']!).text).toContain(
      'không dùng trong nhóm đơn vị. Hãy gõ lệnh này khi nhắn riêng cho bot hoặc trong nhóm văn phòng.',
    );
    world.telegram.setAdmin({ chat: office, from: hanh.id, user: hanh.id, admin: true, anonymous: true });
    await world.says(hanh, office, flood, { anonymous: true });
    expect(world.last(office).text).toContain('ẩn danh');
    expect(await directives()).toEqual([]);
  });

  test('of an issuer stays within the branch', async () => {
    await open();
    const minh = world.person('Minh');
    await world.says(minh, minh, '/start');
    await says('/roles grant issuer XA01 @minh');
    await world.says(minh, minh, '/giao XA01 XA02\nViệc');
    expect(world.last(minh).text).toContain('không được phân quyền gửi tới: XA02');
    await world.says(minh, minh, '/thongbao all\nLịch tiêm chủng');
    expect(world.last(minh).text).toContain('2 đơn vị, 2 nhóm');
    await world.presses(minh, minh, 'Gửi ngay');
    expect([received('XA01').length, received('TH01').length, received('XA02').length]).toEqual([1, 1, 0]);
  });

  test('keeps signs, emoji and direction marks; the preview of a long text is split, its buttons last', async () => {
    await open(tree.slice(0, 2));
    const title = '<i>Đường</i> *số 3* [x](y) 🚧 \u200Fabc';
    const body = `_gạch_ \`mã\` & "trích" </b> 👩‍🏫 \u202Eabc\n${'Rà soát từng cống. '.repeat(410)}`;
    await says(`/thongbao all\n${title}\u202E\n${body}`);
    const parts = world.shown(hanh).slice(-2);
    expect(parts.map(({ buttons }) => buttons.length)).toEqual([0, 2]);
    await world.presses(hanh, hanh, 'Gửi ngay');
    const text = world
      .shown(groups['XA01']!)
      .map((message) => message.text)
      .join('\n');
    expect(text).toContain(`#1 · Thông báo\n${title}\n\n_gạch_ \`mã\` & "trích" </b> 👩‍🏫 \u202Eabc`);
    expect((await directives())[0]!.body).toBe(body.trimEnd());
  });

  test('takes the photo along whose caption it is', async () => {
    await open(tree.slice(0, 2));
    await world.says(hanh, hanh, '/thongbao XA01\nSơ đồ cống thoát nước', { photo: true });
    expect(world.last(hanh).attachments).toHaveLength(1);
    await world.presses(hanh, hanh, 'Gửi ngay');
    expect(received('XA01')[0]!.attachments.map(({ kind }) => kind)).toEqual(['photo']);
  });

  test('asks for figures as the line says, for a number when none does', async () => {
    await open(tree.slice(0, 2));
    await says('/solieu all hạn 17:00 30/11/2026\nhỏi số lớp 0..50\nSố lớp phải nghỉ học\nBáo trước 10h.');
    expect(last()).toContain('Cần báo: một con số (lớp), từ 0 đến 50');
    await says('/solieu all hạn 17:00 30/11/2026\nhỏi kinh phí 0..5000000\nKinh phí đã chi');
    expect(last()).toBe(
      'Dòng “hỏi kinh phí 0..5000000” chưa rõ hỏi gì, và không dùng làm tên việc. Sau chữ “hỏi” hãy ghi số, tỷ lệ, chọn hoặc chữ, ví dụ: hỏi số lớp 0..50.',
    );
    await says('/solieu all\nSố học sinh có mặt');
    const asked = (await directives()).map(({ title, answer }) => [title, answer]);
    expect(asked).toEqual([
      ['Số lớp phải nghỉ học', { type: 'number', unit: 'lớp', min: 0, max: 50 }],
      ['Số học sinh có mặt', { type: 'number' }],
    ]);
  });

  test('warns of a look-alike of the last two days, not of older ones or other units', async () => {
    await open();
    await says(flood);
    await world.presses(hanh, hanh, 'Gửi ngay');
    const again =
      '/giao XA01 hạn 17:00 30/11/2026\nKIỂM TRA phương án phòng, chống lụt bão\nCác đơn vị rà soát kho và xe.';
    await says(again);
    expect(last()).toContain(
      'giống #1 “Kiểm tra phương án phòng chống lụt bão” đã gửi lúc 08:00 thứ Hai 23/11/2026',
    );
    await world.fastForward('49h');
    await says(again);
    expect(last()).toContain('XEM TRƯỚC');
    expect(last()).not.toContain('Lưu ý');
  });

  test('speaks English in English', async () => {
    await open(tree.slice(0, 2));
    await says('/language en');
    await says('/acknowledge all due 17:00 30/11/2026 urgent\nFlood drill\nPlease confirm.');
    for (const part of [
      'PREVIEW – not sent yet',
      '2 units, 2 groups',
      'Deadline: 17:00 on Monday 30 November 2026',
      'a working day',
    ])
      expect(last()).toContain(part);
    expect(await world.presses(hanh, hanh, 'Send now')).toBe('Sending #1');
  });
});
