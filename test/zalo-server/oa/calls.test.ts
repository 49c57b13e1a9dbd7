import { afterEach, describe, expect, it } from 'vitest';
import { closeFixtures, startFixture } from './fixture.js';
import type { OaFaultRule } from './world.js';

afterEach(closeFixtures);

describe('tokens', () => {
  it('are renewed by a refresh token that works once', async () => {
    const { pair, refresh, refreshRaw, call } = await startFixture();
    const next = await refresh(pair.refreshToken);
    expect(next).toEqual({
      access_token: expect.any(String) as string,
      refresh_token: expect.any(String) as string,
      expires_in: '90000',
    });
    const access_token = next.access_token ?? '';
    expect(await call('group/getgroupsofoa', undefined, { access_token })).toMatchObject({ error: 0 });
    const reused = await refreshRaw(pair.refreshToken);
    expect([reused.status, await reused.json()]).toMatchObject([
      200,
      { error: -14020, error_name: 'Invalid refresh token' },
    ]);
    expect(await refresh(next.refresh_token ?? '')).toHaveProperty('access_token');
  });

  it('let one of two racing refreshes win', async () => {
    const { pair, refresh } = await startFixture();
    const answers = await Promise.all([refresh(pair.refreshToken), refresh(pair.refreshToken)]);
    expect(answers.map(({ error }) => error ?? 0).sort()).toEqual([-14020, 0]);
  });

  it('are lost with an answer that the wire drops', async () => {
    const { server, pair, refresh } = await startFixture();
    server.fault({ kind: '502', times: 1 });
    server.fault({ method: 'access_token', kind: 'reset-after' });
    await expect(refresh(pair.refreshToken)).rejects.toThrow();
    expect(await refresh(pair.refreshToken)).toMatchObject({ error: -14020 });
    expect(await refresh(server.grant().refreshToken)).toHaveProperty('access_token');
  });

  it('need the right app and secret, and end', async () => {
    let now = Date.parse('2026-11-23T08:00:00+07:00');
    const { server, pair, refresh, refreshRaw, send } = await startFixture({ clock: () => now });
    expect(await refresh(pair.refreshToken, { secret: 'no' })).toHaveProperty('error');
    expect(await refresh(pair.refreshToken, { app_id: '1' })).toHaveProperty('error');
    expect(await send('Kiểm kê kho')).toMatchObject({ error: 0 });
    now += 26 * 3_600_000;
    expect(await send('Kiểm kê kho')).toEqual({ error: -216, message: 'Access token is invalid' });
    server.behave({ oauthErrorStatus: 400, expiresInType: 'number', refreshEndsAccess: true });
    expect(await refresh(pair.refreshToken)).toMatchObject({ expires_in: 90_000 });
    now += 91 * 86_400_000;
    expect((await refreshRaw(server.grant().refreshToken)).status).toBe(200);
    expect((await refreshRaw(pair.refreshToken)).status).toBe(400);
  });

  it('are asked for in their own header, and refused with HTTP 200 or 401', async () => {
    const { server, pair, raw } = await startFixture();
    const bearer = await raw('group/getgroupsofoa', undefined, {
      authorization: `Bearer ${pair.accessToken}`,
    });
    expect([bearer.status, await bearer.json()]).toMatchObject([200, { error: -216 }]);
    server.expireAccess();
    server.behave({ tokenErrorStatus: 401 });
    const ended = await raw('group/getgroupsofoa');
    expect([ended.status, await ended.json()]).toMatchObject([401, { error: -216 }]);
  });
});

describe('group messages', () => {
  it('show, with the members they call', async () => {
    const { server, group, binh, send } = await startFixture();
    const text = `[@${binh.id}] gửi báo cáo sĩ số, [@${group.id}] xem`;
    expect(await send(text)).toEqual({
      data: { message_id: expect.stringMatching(/^[0-9a-f]{20}$/) as string, group_id: group.id },
      error: 0,
      message: 'Success',
    });
    expect(await server.waitForShown(group.id, (shown) => shown.length === 1)).toMatchObject([
      { text, fromBot: true, from: { name: 'UBND huyện Mẫu Sơn' }, mentions: [binh.id, group.id] },
    ]);
  });

  it('carry pictures and files', async () => {
    const { server, group, call } = await startFixture();
    const elements = [{ media_type: 'image', url: 'https://xa.vn/de.jpg' }];
    const template = { type: 'template', payload: { template_type: 'media', elements } };
    for (const attachment of [template, { type: 'file', payload: { token: 'abc' } }]) {
      const answer = await call('group/message', {
        recipient: { group_id: group.id },
        message: { text: 'Đê', attachment },
      });
      expect(answer.error).toBe(0);
    }
    expect(server.shown(group.id)).toMatchObject([
      { kind: 'image', attachments: [{ url: 'https://xa.vn/de.jpg' }] },
      { kind: 'file', attachments: [{ url: 'abc' }] },
    ]);
  });

  it('are refused for a wrong place, no text, no package, or a group that has ended', async () => {
    const { server, group, call, send, pair } = await startFixture();
    const wrong = { group_id: group.id, message: { text: 'x' } };
    expect(await call('group/message', wrong)).toMatchObject({ error: -201 });
    expect(await send('x', 'no-such')).toEqual({ error: -201, message: 'Invalid group' });
    expect(await send('')).toMatchObject({ error: -201 });
    expect(await send('ă'.repeat(2_001))).toMatchObject({ error: -201 });
    server.behave({ packageHasGroups: false });
    expect(await send('x')).toMatchObject({ error: -224 });
    server.behave({ packageHasGroups: true });
    server.disablesGroup({ chat: group.id });
    expect(await send('x')).toMatchObject({ error: -237 });
    server.disablesGroup({ chat: group.id, on: false });
    server.behave({ accessTtlMs: 400 * 86_400_000 });
    const access_token = server.grant().accessToken;
    server.advance({ ms: 366 * 86_400_000 });
    const body = { recipient: { group_id: group.id }, message: { text: 'x' } };
    expect(await call('group/message', body, { access_token })).toMatchObject({ error: -237 });
    expect(await call('group/message', body, { access_token: pair.accessToken })).toMatchObject({
      error: -216,
    });
    expect(server.shown(group.id)).toEqual([]);
  });

  it.each<[OaFaultRule, string, number]>([
    [{ kind: 'error', code: -237, description: 'x' }, '200 -237', 0],
    [{ kind: '429' }, '429 -32', 0],
    [{ kind: '502' }, '502', 0],
    [{ kind: 'reset-before' }, 'no answer', 0],
    [{ kind: 'reset-after' }, 'no answer', 1],
    [{ kind: 'slow', ms: 20 }, '200 0', 1],
  ])('meet the fault %j', async (rule, outcome, count) => {
    const { server, group, raw, send } = await startFixture();
    server.fault({ method: 'group/*', chatId: group.id, ...rule });
    const body = { recipient: { group_id: group.id }, message: { text: 'Họp giao ban' } };
    const answer = await raw('group/message', body).then(
      async (got) => `${got.status} ${/"error":(-?\d+)/.exec(await got.text())?.[1] ?? ''}`.trim(),
      () => 'no answer',
    );
    expect(answer).toBe(outcome);
    expect(server.shown(group.id)).toHaveLength(count);
    expect(await send('Họp giao ban')).toMatchObject({ error: 0 });
    expect(server.callCounts()).toEqual({ 'group/message': 2 });
  });
});

describe('private messages', () => {
  it('reach who wrote within seven days, and nobody else', async () => {
    let now = Date.parse('2026-11-23T08:00:00+07:00');
    const { server, an, call } = await startFixture({ clock: () => now, behaviour: { accessTtlMs: 1e12 } });
    const write = (user_id: string, text = 'Đã nối.') =>
      call('message/cs', { recipient: { user_id }, message: { text } });
    const profile = () => call(`user/detail?data=${encodeURIComponent(JSON.stringify({ user_id: an.id }))}`);
    expect([await write(an.id), await profile()]).toMatchObject([{ error: -230 }, { error: -201 }]);
    server.says({ chat: an.id, from: an.id, text: 'xin chào' });
    expect(await write(an.id)).toMatchObject({ error: 0, data: { user_id: an.id } });
    expect((await profile()).data).toMatchObject({ display_name: 'An' });
    expect((await call('group/getgroupsofoa')).data).toMatchObject({ total: 1 });
    server.restricts({ user: an.id });
    expect(await write(an.id)).toMatchObject({ error: -244 });
    server.restricts({ user: an.id, on: false });
    server.behave({ profilesOpen: false, windowError: -232 });
    expect(await profile()).toMatchObject({ error: -223 });
    now += 7 * 86_400_000 + 1;
    expect(await write(an.id)).toMatchObject({ error: -232 });
    server.says({ chat: an.id, from: an.id, text: 'xin chào' });
    expect(await write(an.id)).toMatchObject({ error: 0 });
    expect(server.shown(an.id).filter(({ fromBot }) => fromBot)).toHaveLength(2);
  });
});

describe('groups', () => {
  it('are listed page by page, with their members', async () => {
    const { server, an, binh, group, call } = await startFixture();
    server.addGroups({ count: 3 });
    expect((await call('group/getgroupsofoa?offset=0&count=1')).data).toMatchObject({
      total: 4,
      groups: [{ group_id: group.id, name: 'Xã Hòa Bình', status: 'enabled', total_member: 3 }],
    });
    expect((await call('group/getgroupsofoa?offset=3&count=50')).data?.groups).toHaveLength(1);
    expect(await call('group/getgroupsofoa?count=51')).toMatchObject({ error: -201 });
    server.behave({ groupList: 'array' });
    expect((await call('group/getgroupsofoa')).data).toHaveLength(4);
    expect(
      (await call(`group/listmember?group_id=${group.id}&offset=0&count=5`)).data?.members,
    ).toMatchObject([
      { oa_id: server.credentials.oaId },
      { user_id: an.id, name: 'An' },
      { user_id: binh.id, name: 'Bình' },
    ]);
    expect((await call(`group/getgroup?group_id=${group.id}`)).data).toMatchObject({
      group_info: { name: 'Xã Hòa Bình' },
    });
    expect(await call('group/getgroup?group_id=x')).toMatchObject({ error: -201 });
    expect(await call('group/no-such')).toMatchObject({ error: 404 });
  });

  it('are created on a free asset with an admin of the account among the members', async () => {
    const { server, an, binh, call, send } = await startFixture();
    const { id: asset_id } = server.addAsset({ productType: 'gmf50' });
    const quota = () =>
      call('quota/group', { quota_owner: 'OA', product_type: 'gmf50', quota_type: 'purchase_quota' });
    expect((await quota()).data).toMatchObject([{ asset_id, status: 'available', used_id: '' }]);
    const wanted = { group_name: 'Trạm y tế', group_description: 'Tiêm chủng', asset_id };
    const create = (member_user_ids: string[]) =>
      call('group/creategroupwithoa', { ...wanted, member_user_ids });
    expect(await create([])).toMatchObject({ error: -201 });
    expect(await create([binh.id])).toMatchObject({ error: -201 });
    const { data } = await create([an.id, binh.id]);
    expect(data).toMatchObject({ group_link: expect.stringContaining('https://zalo.me/g/') as string });
    expect(await send('Lịch tiêm chủng', String(data?.group_id))).toMatchObject({ error: 0 });
    expect((await quota()).data).toMatchObject([{ status: 'used', used_id: data?.group_id }]);
    expect(await create([an.id])).toMatchObject({ error: -201 });
  });
});
