import { afterEach, expect, test } from 'vitest';
import { begin, closeAll, type Begun } from '../test/harness/zalo-oa-scene.js';
import { manageGroups } from './groups.js';

afterEach(closeAll);

async function run({ channel }: Pick<Begun, 'channel'>, ...args: string[]) {
  const said: string[] = [];
  const io = { write: (line: string) => said.push(line), writeError: (line: string) => said.push(line) };
  return { code: await manageGroups(args, new Map([[channel.name, channel]]), io), said: said.join('\n') };
}

test('groups are listed, made and looked into from the shell', async () => {
  const scene = await begin();
  const lead = scene.server.addUser({ name: 'Minh', isOaAdmin: true });
  scene.server.addAsset();
  expect((await run(scene)).said).toMatch(new RegExp(`^${scene.group.id}\tXã An Phú\thttps://`));
  const made = await run(scene, 'create', 'Xã Bình Minh', lead.id, scene.hoa.id);
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining('Xã Bình Minh\thttps://') as string });
  const members = await run(scene, 'members', made.said.split('\t')[0]!);
  expect(members.said).toContain(`${scene.hoa.id}\tHoa`);
});

test('what cannot be done is said in one sentence, with a code', async () => {
  const scene = await begin();
  const { id } = scene.hoa;
  expect(await run(scene, 'create', 'Xã Bình Minh')).toMatchObject({ code: 2 });
  expect(await run(scene, 'dissolve', id)).toMatchObject({ code: 2 });
  expect((await run(scene, 'create', 'Xã Bình Minh', id)).said).toContain('no right to one more group left');
  const lead = scene.server.addUser({ name: 'Minh', isOaAdmin: true });
  scene.server.addAsset();
  scene.server.fault({ method: 'group/creategroupwithoa', kind: 'reset-after' });
  const unsure = await run(scene, 'create', 'Xã Bình Minh', lead.id);
  expect(unsure).toMatchObject({ code: 1, said: expect.stringContaining('list the groups') as string });
  const io = { write: () => undefined, writeError: () => undefined };
  expect(await manageGroups([], new Map(), io)).toBe(1);
});
