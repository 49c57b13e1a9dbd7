import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { organise } from '../harness/organisation.js';
import { lastOf, openStage, type Actor, type Stage } from '../harness/stage.js';
import { startWorld, type World } from '../harness/world.js';

/** Lan leads a commune on Telegram and sits in its Zalo group under another name. Each step goes on from the one before. */
describe.each(backends)('one person with accounts on two platforms on %s', (backend) => {
  let world: World;
  let here: Stage;
  let there: Stage;
  let hanh: Actor;
  let lan: Actor;
  let lanThere: Actor;
  let group: string;
  beforeAll(async () => {
    world = await startWorld(backend, { platforms: ['telegram', 'zalo'], rate: 'off' });
    [here, there] = [openStage(world, 'telegram'), openStage(world, 'zalo')];
    const people = organise(here);
    hanh = await people.owner();
    [lan, lanThere] = [await here.person('Lan'), await there.person('Trần Lan')];
    await people.addUnits(hanh, ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN']);
    await asks(here, lan, `/start ${await people.inviteCode(hanh, 'lead XA01')}`);
    group = await organise(there).bind('Xã An Bình', [lanThere], await people.inviteCode(hanh, 'XA01'));
  });
  afterAll(() => world.stop());

  const asks = async (stage: Stage, who: Actor, text: string, where: Actor | string = who) => {
    await stage.says(who, where, text);
    return lastOf(stage, where).text;
  };
  const codeIn = (text: string) => /\b[2-9A-HJ-NP-Z]{10}\b/.exec(text)?.[0] ?? `no code in: ${text}`;
  const newCode = async (stage = here, who = lan) => codeIn(await asks(stage, who, '/lienket'));
  const people = () => world.app.runtime.db.person.findMany({ include: { accounts: true, roles: true } });
  const nameOf = async (channel: string, { id: externalId }: Actor) =>
    (await people()).find(({ accounts }) =>
      accounts.some((one) => one.channel === channel && one.externalId === externalId),
    )?.name;

  test('a code is given in private only, with what it does', async () => {
    const said = await asks(here, lan, '/lienket');
    expect(said).toMatch(
      /^Mã nối tài khoản trên Zalo, dùng một lần trong 15 phút\. .* \/lienket [2-9A-HJ-NP-Z]{10}\n/,
    );
    expect(said).toContain('Chỉ nhập mã này bằng tài khoản của chính anh/chị.');
    expect(await asks(there, lanThere, '/lienket', group)).toContain('Hãy nhắn riêng cho bot /lienket');
  });

  test('who says the code is told whose it is, and may decline: then it is spent', async () => {
    const code = await newCode();
    const question = await asks(there, lanThere, `/lienket ${code}`);
    expect(question).toContain('Mã này do Lan (Telegram) lấy.');
    expect(question).toContain('Quyền: phụ trách XA01 – Xã An Bình.\n1. Đúng, nối\n2. Không nối');
    expect(await asks(there, lanThere, '2')).toBe('Không nối. Mã này không còn dùng được.');
    expect(await asks(there, lanThere, `/lienket ${code}`)).toContain('Mã nối tài khoản này đã dùng rồi.');
    expect(await asks(there, lanThere, '/donvi')).toContain('chưa được phân quyền');
  });

  test('codes that are old, of another kind, or one’s own are refused each with its reason', async () => {
    const old = await newCode();
    await world.fastForward('16m');
    expect(await asks(there, lanThere, `/lienket ${old}`)).toContain('Mã nối tài khoản này đã hết hạn.');
    const code = await newCode();
    expect(await asks(here, lan, `/lienket ${code}`)).toContain('Mã này do chính anh/chị lấy.');
    expect(await asks(here, hanh, `/lienket ${code}`)).toBe('Mỗi người chỉ nối được một tài khoản Telegram.');
    const ofGroup = await organise(here).inviteCode(hanh, 'XA01');
    const ofRole = await organise(here).inviteCode(hanh, 'viewer');
    expect(await asks(there, lanThere, `/lienket ${ofGroup}`)).toContain('Mã này dành cho một nhóm.');
    expect(await asks(there, lanThere, `/lienket ${ofRole}`)).toContain('Mã này dành cho một người.');
    expect(await asks(there, lanThere, '/lienket ABCDEFGHJK')).toBe(
      'Mã này không đúng hoặc không còn dùng được. Hãy gõ /lienket ở tài khoản kia để lấy mã mới.',
    );
    expect(await asks(there, lanThere, `/start ${ofRole}`)).toContain('theo dõi');
  });

  test('both accounts are one person with one name and the roles of both', async () => {
    expect(await asks(there, lanThere, `dangky ${await newCode()}`)).toContain(
      'Mã này do Lan (Telegram) lấy.',
    );
    const done = await asks(there, lanThere, '1');
    expect(done.split('\n').slice(0, 2)).toEqual([
      'Đã nối với Lan (Telegram).',
      'Quyền: phụ trách XA01 – Xã An Bình, theo dõi.',
    ]);
    expect(lastOf(here, lan).text).toBe(
      'Tài khoản Trần Lan (Zalo) đã được nối với tài khoản này.\nNếu không phải anh/chị nối, hãy gõ ngay /lienket tach.',
    );
    expect(await nameOf('zalo', lanThere)).toBe('Lan');
    expect(await asks(there, lanThere, '/donvi')).toContain('XA01');
    const linked = await asks(here, lan, '/lienket');
    expect(linked).toMatch(/^Tài khoản của anh\/chị: Lan \(Telegram\), Trần Lan \(Zalo\)\.\n/);
    expect(linked).toMatch(/\nMuốn tách tài khoản kia ra, gõ \/lienket tach\.$/);
    const zaloOther = await there.person('Mai');
    const question = await asks(there, zaloOther, `/lienket ${await newCode(here, hanh)}`);
    expect(question).toContain('Hạnh (Telegram)');
  });

  test('what is given to or taken from the person holds on both, and they are told once', async () => {
    await organise(here).give(hanh, hanh, '/giao XA01 hạn 17:00 26/11/2026\nKiểm tra kho vật tư');
    expect(await asks(there, lanThere, '#1 xong')).toContain('#1');
    const [reply] = await world.app.runtime.db.reply.findMany({ include: { person: true } });
    expect(reply?.person?.name).toBe('Lan');
    await asks(here, hanh, '/phanquyen thuhoi theodoi @lan');
    expect((await people()).find(({ name }) => name === 'Lan')?.roles).toHaveLength(1);
    await world.fastForward('11m');
    await asks(there, lanThere, '/viec');
    const count = () => here.shown(lan).length + there.shown(lanThere).length;
    const before = count();
    await there.kicksBot(lanThere, group);
    await asks(here, hanh, '/nhac 1');
    await organise(here).give(hanh, hanh, '/giao XA01 hạn 17:00 26/11/2026\nDọn kênh mương');
    await world.fastForward('1m');
    expect(count()).toBe(before + 1);
    expect(lastOf(there, lanThere).text).toContain('Bot không còn gửi được vào nhóm');
  });

  test('parted, each account has what it brought, and both are told', async () => {
    expect(await asks(here, lan, '/lienket tach')).toBe(
      'Đã tách tài khoản Trần Lan (Zalo).\nQuyền: phụ trách XA01 – Xã An Bình.',
    );
    expect(lastOf(there, lanThere).text).toBe(
      'Tài khoản này đã được tách ra thành một người riêng.\nQuyền: chưa có.',
    );
    expect(await nameOf('zalo', lanThere)).toBe('Trần Lan');
    expect(await asks(there, lanThere, '/donvi')).toContain('chưa được phân quyền');
    expect(await asks(here, lan, '/donvi')).toContain('XA01');
    expect(await asks(here, lan, '/lienket tach')).toContain('Tài khoản này chưa nối với tài khoản nào.');
    await asks(here, hanh, `/lienket ${await newCode(there, lanThere)}`);
    await here.chooses(hanh, hanh, 'Không nối');
    expect(here.shown(hanh).at(-1)).toMatchObject({
      text: 'Không nối. Mã này không còn dùng được.',
      buttons: [],
    });
  });

  test('two who say yes to each other at the same moment are linked once', async () => {
    const [ofLan, ofLanThere] = [await newCode(), await newCode(there, lanThere)];
    await asks(here, lan, `/lienket ${ofLanThere}`);
    await asks(there, lanThere, `/lienket ${ofLan}`);
    world.zalo?.says({ chat: lanThere.id, from: lanThere.id, text: '1' });
    await here.chooses(lan, lan, 'Đúng, nối');
    await world.settle();
    const linked = (await people()).filter(({ accounts }) => accounts.length > 1);
    expect(linked).toHaveLength(1);
    expect(linked[0]?.roles).toMatchObject([{ kind: 'lead' }]);
    expect(await world.app.runtime.db.inbox.count({ where: { state: 'failed' } })).toBe(0);
  });
});
