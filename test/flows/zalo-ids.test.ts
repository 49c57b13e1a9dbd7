import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { organise } from '../harness/organisation.js';
import { lastOf, openStage, type Actor, type Stage } from '../harness/stage.js';
import { startWorld, type World } from '../harness/world.js';

/** Whether Zalo gives a person one id everywhere is not known. Here each group has another one for them. */
describe.each(backends)('a person with another id in every group, on %s', (backend) => {
  let world: World;
  let stage: Stage;
  let hanh: Actor;
  let office: string;
  beforeAll(async () => {
    world = await startWorld(backend, { platforms: ['zalo'] });
    world.zalo!.behave({ personIds: 'per-chat' });
    stage = openStage(world, 'zalo');
    const people = organise(stage);
    hanh = await people.owner();
    await people.addUnits(hanh, ['XA01 Xã An Bình']);
    office = await people.bind('Văn phòng', [hanh], await people.inviteCode(hanh, 'office'));
    const lan = await stage.person('Lan');
    const group = await people.bind('Xã An Bình', [lan], await people.inviteCode(hanh, 'XA01'));
    await people.give(hanh, hanh, '/giao XA01 hạn 17:00 26/11/2026\nKiểm tra kho vật tư');
    await stage.says(lan, group, '#1 xong');
  });
  afterAll(() => world.stop());
  const asks = async (text: string, where: Actor | string = office) => {
    await stage.says(hanh, where, text);
    return lastOf(stage, where).text;
  };
  const persons = () => world.app.runtime.db.person.findMany({ include: { accounts: true } });

  test('answers for the unit all the same, but has no role in the office group', async () => {
    expect(await asks('/tiendo 1', hanh)).toContain('1/1 đã hoàn thành');
    expect(await asks('/tiendo')).toContain('chưa được phân quyền');
  });

  test('links the one in the group by a code from the private chat', async () => {
    const code = /\/lienket (\w+)/.exec(await asks('/lienket', hanh))?.[1];
    expect(await asks(`/lienket ${code}`)).toContain('Mã này do Hạnh lấy.');
    expect(await asks('1')).toContain('Đã nối với Hạnh.');
    expect(await asks('/tiendo')).toContain('#1 Kiểm tra kho vật tư');
    expect((await persons()).filter(({ accounts }) => accounts.length === 2)).toHaveLength(1);
  });

  test('and parts it again', async () => {
    expect(await asks('/lienket tach', hanh)).toContain('Đã tách tài khoản Hạnh.');
    expect(await asks('/tiendo')).toContain('chưa được phân quyền');
    expect(await asks('/tiendo 1', hanh)).toContain('1/1 đã hoàn thành');
  });
});
