import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { organise } from '../harness/organisation.js';
import { lastOf, openStage, type Actor, type Stage } from '../harness/stage.js';
import { startWorld, type World } from '../harness/world.js';

/**
 * The office on Telegram, units in groups of an Official Account, which makes them itself and is written to in private.
 * Steps go on from one another.
 */
describe.each(backends)('an Official Account, on %s', (backend) => {
  let world: World;
  let stage: Stage;
  let hanh: Actor;
  const oa = () => world.oa!;
  beforeAll(async () => {
    world = await startWorld(backend, { platforms: ['telegram', 'zalo-oa'], rate: 'off' });
    stage = openStage(world, 'telegram');
    const people = organise(stage);
    hanh = await people.owner();
    await people.addUnits(hanh, [
      'HUYEN UBND huyện',
      'XA01 Xã An Bình under HUYEN',
      'XA02 Xã Bình Minh under HUYEN',
    ]);
    oa().addAsset();
  });
  afterAll(() => world.stop());
  const asks = async (text: string, who = hanh) => {
    await stage.says(who, who, text);
    return lastOf(stage, who).text;
  };
  const groupIds = () => [...oa().world.chats.keys()];
  const made = { minh: '', hoa: '' };
  let account: Stage;
  let there: Actor;

  test('none at first, which is said with what to do', async () => {
    expect(await asks('/nhom danhsach')).toMatch(/^Tài khoản Zalo OA chưa tạo nhóm nào\.\n.*\/nhom tao XA07/);
    expect(await asks('/nhom tao XA01')).toContain('Hãy gõ /nhom danhsach');
    expect(await asks('/nhom tao XA01 lan')).toContain('Mã thành viên là một dãy số.');
    expect(await asks('/nhom tao XA01 4000000000000000001')).toContain('Yêu cầu bị từ chối.');
  });

  test('one is made for a unit with its members, bound, and gets what is open', async () => {
    await organise(stage).give(hanh, hanh, '/giao XA01 hạn 17:00 26/11/2026\nKiểm tra kho vật tư');
    made.minh = oa().addUser({ name: 'Minh', isOaAdmin: true }).id;
    made.hoa = oa().addUser({ name: 'Hoa' }).id;
    const said = await asks(`/nhom tao XA01 ${made.minh}, ${made.hoa}`);
    expect(said).toMatch(
      /^Đã tạo nhóm “Xã An Bình” với 2 thành viên và gắn với XA01 – Xã An Bình\.\n.*https:/,
    );
    const [id = ''] = groupIds();
    const texts = oa()
      .shown(id)
      .map(({ text }) => text.split('\n')[0]);
    expect(texts).toEqual([expect.stringMatching(/^Nhóm này đã gắn với XA01/), '#1 · Việc cần làm']);
    oa().says({ chat: id, from: made.hoa, text: '#1 xong' });
    await world.settle();
    expect(await asks('/tiendo 1')).toContain('1/1 đã hoàn thành');
  });

  test('they are listed with their units, and their members with the ids for the next one', async () => {
    expect(await asks('/nhom danhsach')).toMatch(
      /^Nhóm do tài khoản Zalo OA tạo \(1\):\nXã An Bình: XA01 Xã An Bình – https:/,
    );
    const members = await asks('/nhom thanhvien XA01');
    expect(members).toContain('Thành viên nhóm “Xã An Bình” (3)');
    expect(members).toContain(`Hoa: ${made.hoa}`);
    expect(await asks('/nhom thanhvien an bình')).toContain(`Minh: ${made.minh}`);
    expect(await asks('/nhom thanhvien Xã Lạ')).toContain('Không có nhóm “Xã Lạ”');
  });

  test('a second for the same unit, one without a right, and one that nobody knows of are told apart', async () => {
    expect(await asks(`/nhom tao XA01 ${made.minh}`)).toContain('XA01 đã có nhóm “Xã An Bình” trên Zalo OA.');
    expect(await asks(`/nhom tao XA02 ${made.minh}`)).toContain('không còn suất tạo nhóm');
    oa().addAsset();
    oa().fault({ method: 'group/creategroupwithoa', kind: 'reset-after', times: 1 });
    expect(await asks(`/nhom tao XA02 ${made.minh}`)).toContain('Không rõ nhóm đã được tạo chưa.');
    expect(await asks('/nhom danhsach')).toContain('Xã Bình Minh: chưa gắn với đơn vị nào');
    oa().fault({ method: 'group/getgroupsofoa', kind: '502', times: 1 });
    expect(await asks('/nhom danhsach')).toContain('Chưa liên lạc được với ứng dụng.');
  });

  test('only who may invite groups makes or looks into them', async () => {
    const lan = await stage.person('Lan');
    await asks(`/start ${await organise(stage).inviteCode(hanh, 'viewer')}`, lan);
    for (const words of ['danhsach', 'thanhvien XA01', `tao XA02 ${made.minh}`])
      expect(await asks(`/nhom ${words}`, lan)).toContain('chưa được phân quyền');
    expect(await asks('/nhom', lan)).toContain('XA01');
    expect(groupIds()).toHaveLength(2);
  });

  test('who writes to it in private is the same person there, by a one-time code, and works there', async () => {
    account = openStage(world, 'zalo-oa');
    there = await account.person('Hạnh Nguyễn');
    const code = /\b[2-9A-HJ-NP-Z]{10}\b/.exec(await asks('/lienket'))![0];
    await account.says(there, there, '/tiendo');
    expect(lastOf(account, there).text).toContain('chưa được phân quyền');
    await account.says(there, there, `dangky ${code}`);
    expect(lastOf(account, there).text).toContain('1. Đúng, nối\n2. Không nối');
    await account.says(there, there, '1');
    expect(lastOf(account, there).text.split('\n')).toEqual([
      'Đã nối với Hạnh (Telegram).',
      'Quyền: quản trị chính.',
      'Ở Zalo OA, bot chỉ nhắn riêng được trong 7 ngày sau lần anh/chị nhắn gần nhất.',
      'Muốn tách tài khoản kia ra, gõ /lienket tach.',
    ]);
    await account.says(there, there, `/lienket ${code}`);
    expect(lastOf(account, there).text).toContain('đã dùng rồi');
    const number = await organise(account).give(
      there,
      there,
      '/giao XA01 hạn 17:00 03/12/2026\nDọn kênh mương',
    );
    const cards = account.shown(there).filter(({ text }) => text.includes('1 nhóm = 1 đã gửi'));
    expect(cards).toHaveLength(1);
    const [id = ''] = groupIds();
    expect(lastOf(account, id).text).toContain(`#${number} · Việc cần làm\nDọn kênh mương`);
  });

  test('what was on its way when the chat closed comes when its person writes again, once', async () => {
    await world.until('2026-11-30T06:30');
    const [id = ''] = groupIds();
    oa().fault({ method: 'message/cs', kind: '502', times: 'always' });
    await account.says({ id: made.hoa, name: 'Hoa' }, id, '#2 nộp bản giấy hay bản chụp ạ?');
    await world.until('2026-11-30T10:00'); // a week after their last word
    oa().clearFaults();
    const told = () =>
      account.shown(there).filter(({ text }) => text.includes('bản giấy hay bản chụp')).length;
    expect(told()).toBe(0);
    await account.says(there, there, '/trogiup');
    await world.fastForward('10m'); // one that was just being tried waits for its next try
    expect(told()).toBe(1);
    await account.says(there, there, '/trogiup');
    await world.fastForward('10m');
    expect(told()).toBe(1);
  });

  test('after a week of silence it cannot reach the person: what is theirs goes where it can', async () => {
    await world.until('2026-12-08T09:00');
    const before = account.shown(there).length;
    const [id = ''] = groupIds();
    await account.says({ id: made.hoa, name: 'Hoa' }, id, '#2 xin gia hạn thêm 2 ngày');
    expect(lastOf(stage, hanh).text).toContain('XA01 Xã An Bình xin gia hạn #2 Dọn kênh mương');
    expect(account.shown(there)).toHaveLength(before);
    await account.says(there, there, '/tiendo 2');
    expect(lastOf(account, there).text).toContain('Dọn kênh mương');
    await account.says({ id: made.hoa, name: 'Hoa' }, id, '#2 nộp theo mẫu nào ạ?');
    expect(lastOf(account, there).text).toContain('hỏi về #2');
  });
});
