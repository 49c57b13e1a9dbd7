import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = [
  'HUYEN Huyện Mẫu Sơn',
  'XA01 Xã An Bình under HUYEN #xa',
  'TH01 Trường Tiểu học An Bình under XA01',
];

const malformed = [
  ['/units add', 'Hãy gõ mã, tên'],
  ['/units add XÃ01 Xã An Bình', 'không hợp lệ'],
  ['/units add ALL Tất cả', 'dành cho việc khác'],
  ['/units add XA01 Xã khác', 'đã dùng cho Xã An Bình'],
  ['/units make XA01', 'Hãy dùng thêm'],
  ['/units NHA', 'Không có đơn vị nào mang mã NHA'],
  ['/invite', 'ví dụ: /moi XA07'],
  ['/invite NHA', 'Không có đơn vị nào mang mã NHA'],
  ['/invite lead', 'ví dụ: /moi XA07'],
  ['/invite admin XA01', 'ví dụ: /moi XA07'],
  ['/invite XA01 XA02', 'ví dụ: /moi XA07'],
  ['/roles grant', 'ví dụ: /phanquyen'],
  ['/roles grant king @lan', 'ví dụ: /phanquyen'],
  ['/roles grant lead @lan', 'ví dụ: /phanquyen'],
  ['/roles grant lead XA01', 'ví dụ: /phanquyen'],
  ['/language fr', 'ví dụ: /ngonngu vi'],
  [
    '/bind ABC',
    'không dùng trong tin nhắn riêng. Hãy gõ lệnh này trong nhóm của đơn vị hoặc trong nhóm văn phòng.',
  ],
  ['/neuten co', 'không dùng trong tin nhắn riêng. Hãy gõ lệnh này trong nhóm của đơn vị.'],
] as const;

/** One world; each test begins with Hạnh as the only one who has a role. */
describe.each(backends)('roles, units and languages on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let lan: Person;
  let chi: Person;
  beforeAll(async () => {
    world = await startWorld(backend, { rate: 'off' });
    hanh = await world.owner();
    await world.says(hanh, hanh, `/units add ${tree.join('\n')}`);
    [lan, chi] = [world.person('Lan'), world.person('Chi')];
    for (const one of [lan, chi]) await world.says(one, one, '/start');
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    const { db } = world.app.runtime;
    const { id } = await db.person.findFirstOrThrow({ where: { name: 'Hạnh' } });
    await db.role.deleteMany();
    await db.role.create({ data: { personId: id, kind: 'owner' } });
  });

  const asks = async (who: Person, text: string) => {
    await world.says(who, who, text);
    return world.last(who).text;
  };

  test('a role code works once, for the one who has it', async () => {
    const said = await asks(hanh, '/moi phutrach xa01');
    expect(said).toContain('phụ trách XA01 – Xã An Bình');
    const code = /\/start (\S+)/.exec(said)![1]!;
    expect(await asks(lan, `/start ${code}`)).toContain('phụ trách XA01 – Xã An Bình');
    expect(await asks(chi, `/start ${code}`)).toContain('không còn dùng được');
    expect(await asks(lan, '/units')).toMatch(/^2 đơn vị/);
    expect(await asks(lan, '/units add XA09 Xã mới')).toContain('chưa được phân quyền');
  });

  test('the last owner stays, and only an owner makes owners', async () => {
    expect(await asks(hanh, '/roles revoke owner @hanh')).toContain('quản trị chính duy nhất');
    expect(await asks(hanh, '/roles grant admin @lan')).toBe('Đã cấp quyền quản trị cho Lan.');
    expect(await asks(hanh, '/roles grant admin @LAN')).toBe('Lan đã có quyền quản trị.');
    expect(await asks(lan, '/roles grant owner @lan')).toContain('chưa được phân quyền');
    await asks(hanh, '/roles grant owner @lan');
    expect(await asks(lan, '/roles thu hồi quản trị chính @hanh')).toContain('Đã thu hồi');
    expect(await asks(hanh, '/units')).toContain('chưa được phân quyền');
  });

  test('two owners who revoke each other at once leave one', async () => {
    await asks(hanh, '/roles grant owner @lan');
    world.telegram.says({ chat: hanh.id, from: hanh.id, text: '/roles revoke owner @lan' });
    world.telegram.says({ chat: lan.id, from: lan.id, text: '/roles revoke owner @hanh' });
    await world.settle();
    expect(await world.app.runtime.db.role.count({ where: { kind: 'owner' } })).toBe(1);
  });

  test('an issuer makes leads in the own branch only', async () => {
    await asks(hanh, '/roles grant issuer XA01 @lan');
    expect(await asks(lan, '/roles grant lead TH01 @chi')).toContain('Đã cấp quyền phụ trách TH01');
    expect(await asks(lan, '/roles grant lead HUYEN @chi')).toContain('chưa được phân quyền');
    expect(await asks(lan, '/roles grant viewer TH01 @chi')).toContain('chưa được phân quyền');
    expect(await asks(lan, '/roles')).not.toContain('quản trị chính');
  });

  test('a role is given in answer to a message; a stranger gets a code', async () => {
    const office = await world.bindOffice(hanh, [chi]);
    const { messageId } = world.telegram.says({
      chat: office,
      from: chi.id,
      text: 'Tôi phụ trách xã An Bình',
    });
    await world.says(hanh, office, '/roles grant lead XA01', { replyTo: messageId });
    expect(world.last(office).text).toBe('Đã cấp quyền phụ trách XA01 – Xã An Bình cho Chi.');
    expect(await asks(hanh, '/roles grant lead XA01 @binh')).toContain('/moi phutrach XA01');
  });

  test('taking a role takes the codes handed out with it', async () => {
    await asks(hanh, '/roles grant admin @lan');
    const code = /\/start (\S+)/.exec(await asks(lan, '/invite admin'))![1]!;
    await asks(hanh, '/roles revoke admin @lan');
    expect(await asks(chi, `/start ${code}`)).toContain('không còn dùng được');
  });

  const bindXa01 = async () => {
    const group = world.group('Xã An Bình', [chi]);
    const code = /\/gan (\S+)/.exec(await asks(hanh, '/moi XA01'))![1]!;
    await world.says(chi, group, `/gan ${code}`);
    return group;
  };

  test('what waits for its time does not go out for whoever lost the right', async () => {
    const group = await bindXa01();
    await asks(hanh, '/roles grant issuer XA01 @lan');
    const before = world.shown(group).length;
    await asks(lan, '/thongbao XA01\nLịch trực bão');
    await world.presses(lan, lan, 'Hẹn giờ');
    await world.says(lan, lan, 'sáng mai');
    expect(world.last(lan).text).toContain('Đã hẹn gửi “Lịch trực bão”');
    await asks(lan, '/thongbao XA01\nLịch họp');
    await asks(hanh, '/roles revoke issuer XA01 @lan');
    await world.presses(lan, lan, 'Hẹn giờ');
    expect(await asks(lan, 'sáng mai')).toContain('chưa được phân quyền');
    await world.fastForward('1d');
    expect(world.shown(group)).toHaveLength(before);
    expect(world.last(lan).text).toContain('Chưa gửi “Lịch trực bão”');
  });

  test('a group that is bound to another says whose it is no more', async () => {
    const group = await bindXa01();
    const code = /\/gan (\S+)/.exec(await asks(hanh, '/moi HUYEN'))![1]!;
    await world.says(chi, group, `/gan ${code}`);
    expect(world.last(group).text).toContain('không còn là nhóm của XA01 – Xã An Bình');
  });

  test('a command in the wrong form is answered with the right one', async () => {
    const before = await world.app.runtime.db.auditLog.count();
    for (const [text, sentence] of malformed)
      expect([text, await asks(hanh, text)]).toEqual([text, expect.stringContaining(sentence)]);
    expect(await world.app.runtime.db.auditLog.count()).toBe(before);
  });

  test('help shows what the speaker may do here and no more', async () => {
    expect(await asks(lan, '/trogiup')).not.toContain('/donvi');
    expect(await asks(hanh, '/trogiup')).toMatch(/\/donvi – .*\n/);
    expect(await asks(hanh, '/trogiup')).not.toContain('/gan –');
  });

  test('a person and a group each have their language', async () => {
    expect(await asks(lan, '/ngonngu en')).toBe('From now on the bot speaks English here.');
    expect(await asks(lan, '/help')).toContain('This is the briefing bot.');
    const office = await world.bindOffice(hanh, [lan]);
    await world.says(lan, office, '/language en');
    expect(world.last(office).text).toContain('chưa được phân quyền');
    await world.says(hanh, office, '/language en');
    await world.says(lan, office, '/help');
    expect(world.last(office).text).toContain('This is the office group.');
  });

  test('units are renamed, moved, tagged and removed', async () => {
    expect(await asks(hanh, '/donvi đổi tên XA01 Xã An Bình Đông')).toContain('XA01 – Xã An Bình Đông');
    expect(await asks(hanh, '/donvi chuyển TH01 thuộc HUYEN')).toContain('thuộc HUYEN');
    expect(await asks(hanh, '/donvi chuyển HUYEN thuộc XA01')).toContain('không thể thuộc chính mình');
    expect(await asks(hanh, '/donvi nhãn TH01 #truonghoc #bien')).toContain('#truonghoc, #bien');
    expect(await asks(hanh, '/donvi nhãn TH01 -#bien')).not.toContain('#bien');
    expect(await asks(hanh, '/donvi xóa HUYEN')).toContain('còn đơn vị trực thuộc');
    expect(await asks(hanh, '/donvi xóa TH01')).toBe('Đã xóa TH01.');
    expect(await asks(hanh, '/units add A One\nB Two under NHA')).toBe(
      'Dòng 2: Không có đơn vị cấp trên nào mang mã NHA. Hãy sửa mã, hoặc thêm đơn vị đó.',
    );
    expect(await asks(hanh, '/units')).toMatch(/^2 đơn vị/);
  });
});
