import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wakeWebhooks } from '../../jobs/wake.js';
import { openBrowser, type Browser } from '../../test/harness/browser.js';
import { browserOf } from '../../test/harness/district.js';
import { startWorld, type World } from '../../test/harness/world.js';

const path = '/admin/operations/queues';

describe.each(['servers', 'embedded'] as const)('the queues’ page on %s', (backend) => {
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    world = await startWorld(backend, { rate: 'off' });
    const hanh = await world.owner();
    ({ browser: owner } = await browserOf(world, String(hanh.id)));
  });
  afterAll(() => world.stop());

  test('shows every queue to who runs the system', async () => {
    wakeWebhooks(world.app.runtime, 1);
    await world.settle();
    const { status, html, headers } = await owner.get(path);
    expect(status).toBe(200);
    expect(html).not.toMatch(/googleapis|<script>|<script src="http/);
    const policy = headers.get('content-security-policy');
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).toMatch(/style-src 'self' 'unsafe-inline'/);
    expect((await owner.get('/admin/operations')).headers.get('content-security-policy')).not.toContain(
      'unsafe',
    );
    const { queues } = JSON.parse((await owner.get(`${path}/api/queues`)).html) as {
      queues: { name: string; readOnlyMode: boolean }[];
    };
    expect(queues.map(({ name }) => name).sort()).toEqual(['inbox', 'send-telegram', 'webhooks', 'work']);
    expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    const script = /static\/js\/main\.\w+\.js/.exec(html)?.[0];
    expect((await owner.get(`${path}/${script}`)).headers.get('content-type')).toMatch(/javascript/);
    expect((await owner.get(`${path}/api/redis/stats`)).status).toBe(200);
    expect((await owner.get(`${path}/static/../../../../package.json`)).html).not.toContain('bullmq');
  });

  test('changes nothing, and opens to nobody else', async () => {
    for (const act of ['pause', 'clean/failed', 'empty', 'obliterate'])
      expect((await owner.post(`${path}/api/queues/work/${act}`, {})).status).toBe(405);
    const stranger = openBrowser(world.app.runtime);
    for (const at of [path, `${path}/api/queues`, `${path}/static/favicon.ico`])
      expect((await stranger.get(at)).to).toBe('/admin/sign-in');
    await world.app.runtime.db.role.updateMany({ data: { kind: 'admin' } });
    for (const at of [path, `${path}/api/queues`]) expect((await owner.get(at)).to).toBe('/admin/operations');
    expect((await owner.get('/admin/operations')).status).toBe(403);
  });
});
