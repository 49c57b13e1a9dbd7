import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiScopes } from '../../core/api-scope.js';
import type { RoleKind } from '../../core/authorise.js';
import { createApiToken } from '../../store/api-tokens.js';
import { apiOf, openApi, type ApiClient } from '../../test/harness/api.js';
import { openDistrict, type District } from '../../test/harness/district.js';
import type { World } from '../../test/harness/world.js';
import { apiRoutes } from './api.js';

/** The example district with a week's work in it, as in web/admin/pages.test.ts. */
let world: World;
let district: District;
let owner: ApiClient;
const db = () => world.app.runtime.db;

beforeAll(async () => {
  ({ world, district } = await openDistrict());
  owner = (await apiOf(world, district.admin.id, apiScopes)).api;
});
afterAll(() => world.stop());

describe('the description', () => {
  test('is OpenAPI, in both languages, and names every route there is', async () => {
    const app = apiRoutes(world.app.runtime);
    for (const lang of ['vi', 'en']) {
      const text = await (await app.request(`/api/openapi.json?lang=${lang}`)).text();
      expect(await new Validator().validate(JSON.parse(text) as Record<string, unknown>)).toMatchObject({
        valid: true,
      });
      expect(text).not.toMatch(/"api\.\w+|__shared/);
      const { paths } = JSON.parse(text) as { paths: Record<string, object> };
      const described = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} /api/v1${path}`),
      );
      const mounted = app.routes
        .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1'))
        .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\}+)?/g, '{$1}')}`);
      expect(described.length).toBeGreaterThan(40);
      expect(described.sort()).toEqual([...new Set(mounted)].sort());
    }
  });

  test('can be read as a page, without script', async () => {
    const page = await (await apiRoutes(world.app.runtime).request('/api?lang=vi')).text();
    expect(page).toContain('Soạn chỉ đạo; để nháp, gửi ngay hoặc hẹn giờ');
    expect(page).toContain('href="#createDirectiveBody"');
    expect(page).toContain('id="createDirectiveBody"');
  });
});

describe('a token', () => {
  test('opens nothing when it is missing, unknown, over, or its account is no one any more', async () => {
    const stranger = await openApi(world.app.runtime, null);
    const refused = await stranger.get('/today');
    expect(refused).toMatchObject({ status: 401, body: { code: 'token', title: 'Unauthorized' } });
    expect(refused.headers.get('www-authenticate')).toContain('Bearer');
    expect((await (await openApi(world.app.runtime, 'giaoban_x')).get('/today')).status).toBe(401);
    const { accountId } = await apiOf(world, district.admin.id, []);
    const now = world.clock.now();
    const past = { accountId, name: 'cũ', scopes: apiScopes, expiresAt: new Date(now.getTime() - 1) };
    const old = await openApi(world.app.runtime, await createApiToken(db(), past, now));
    expect((await old.get('/today')).status).toBe(401);
  });

  test('does what it was made for and no more', async () => {
    const { api: reader } = await apiOf(world, district.admin.id, ['read']);
    expect((await reader.get('/me')).body).toMatchObject({ scopes: ['read'], roles: [{ kind: 'owner' }] });
    for (const path of ['/directives/2/remind', '/directives', '/reports'])
      expect(await reader.post(path, {})).toMatchObject({ status: 403, body: { code: 'scope' } });
    const { api: writer } = await apiOf(world, district.admin.id, ['write']);
    expect((await writer.get('/today')).status).toBe(403);
  });

  test('stands in the ledger as a hash alone, and notes when it was used', async () => {
    const { api, token } = await apiOf(world, district.admin.id, ['read']);
    await api.get('/me');
    const row = await db().apiToken.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(row.lastUsedAt).toEqual(world.clock.now());
    expect(JSON.stringify(row)).not.toContain(token.slice(8));
  });

  test('is stopped when it asks too often', async () => {
    const { api } = await apiOf(world, district.admin.id, ['read']);
    const answers = await Promise.all(Array.from({ length: 305 }, () => api.get('/drafts/999999')));
    const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
    expect([count(404), count(429)]).toEqual([300, 5]);
    expect((await api.get('/me')).headers.get('retry-after')).toMatch(/^\d+$/);
  });

  test('no cookie is set or read, no other site may read, nothing is kept', async () => {
    const { headers } = await owner.get('/me', { origin: 'https://elsewhere.example' });
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const session = await openApi(world.app.runtime, null);
    expect((await session.get('/me', { cookie: 'giaoban=x' })).status).toBe(401);
  });
});

describe('who sees and does what', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7');
  let quang: ApiClient;
  let personId: number;
  beforeAll(async () => {
    const clerk = { id: 'vd-th01-1', name: 'Lê Thị Mai' };
    await district.stage.says(clerk, district.groupOf('TH01').externalId, '/viec');
    ({ api: quang, personId } = await apiOf(world, clerk.id, apiScopes));
    await db().chat.create({
      data: { channel: 'sandbox', externalId: 'mai', role: 'private', personId, title: 'Mai' },
    });
  });
  const signs: Record<number, string> = { 200: '+', 201: '+', 403: 'x', 404: '.' };

  // today | #1 | #1 TH01 | #2 XA01 | units of XA01 | its groups | matrix | roles | log | operations | audiences
  // remind #1 | correct TH01 | correct XA01 | publish | write to XA01 | move a unit | bring a file
  test.each([
    ['owner', null, '+++++++++++', '+++++++'],
    ['admin', null, '+++++++++x+', '+++++++'],
    ['issuer', 'HUYEN', '++++++++xx+', '+++x+x+'],
    ['issuer', 'TH01', '+++..++' + '+xx+', 'x+xxxx+'],
    ['lead', 'TH01', 'xxxxxxxxxxx', 'xxxxxxx'],
    ['viewer', 'HUYEN', '+++++++xxxx', 'xxxxxxx'],
    ['viewer', 'TH02', '++...++xxxx', 'xxxxxxx'],
    [null, null, 'xxxxxxxxxxx', 'xxxxxxx'],
  ] as const)('%s of %s', async (kind: RoleKind | null, code, shown, done) => {
    await db().role.deleteMany({ where: { personId } });
    const unit = code === null ? null : await db().unit.findUniqueOrThrow({ where: { code } });
    if (kind) await db().role.create({ data: { personId, kind, unitId: unit?.id ?? null } });
    const paths = [
      '/today',
      '/directives/1',
      '/directives/1/parts/TH01',
      '/directives/2/parts/XA01',
      '/units/XA01',
    ];
    const more = ['/groups', '/matrix', '/roles', '/log', '/operations', '/audiences'];
    let seen = '';
    for (const path of [...paths, ...more]) seen += signs[(await quang.get(path)).status];
    expect(seen).toBe(shown);
    const acts: [string, object][] = [
      ['/directives/1/remind', {}],
      ['/directives/1/parts/TH01/correct', { words: 'xong' }],
      ['/directives/2/parts/XA01/correct', { words: '75%' }],
      ['/reports/999/publish', {}],
      ['/directives', { to: 'XA01', title: 'Họp' }],
      ['/units/NOWHERE/move', { parent: '' }],
    ];
    let may = '';
    for (const [path, body] of acts) {
      const { status, body: answer } = await quang.post(path, body);
      // Outside one's branch the words for whom to send to are refused, as on the page.
      may += status === 403 || /phân quyền/.test(answer.detail ?? '') ? 'x' : '+';
    }
    may += signs[(await quang.bring('/files?name=a.pdf', pdf)).status];
    expect(may).toBe(done);
  });

  test('a viewer of one school sees that school alone', async () => {
    await db().role.deleteMany({ where: { personId } });
    const { id: unitId } = await db().unit.findUniqueOrThrow({ where: { code: 'TH03' } });
    await db().role.create({ data: { personId, kind: 'viewer', unitId } });
    for (const path of [
      '/today',
      '/directives/1/parts',
      '/units',
      '/groups',
      '/matrix',
      '/deliveries?state=failed',
    ]) {
      const text = JSON.stringify((await quang.get(path)).body);
      expect(text).not.toMatch(/TH0[^3]|XA|HUYEN/);
      if (path !== '/deliveries?state=failed') expect(text).toContain('TH03');
    }
    const report = (await quang.get('/reports/read')).body;
    expect(report.units.map(({ code }) => code)).toEqual(['TH03']);
  });
});

describe('what is sent', () => {
  test('is refused in a problem when it is not understood', async () => {
    const cases = [
      [await owner.post('/directives', '{'), 400, 'json'],
      [await owner.post('/directives', '{}', { 'content-type': 'text/plain' }), 415, 'content-type'],
      [await owner.post('/directives', { to: 1, extra: true }), 422, 'invalid'],
      [await owner.post('/directives', `{"title":"${'a'.repeat(300_000)}"}`), 413, 'too-large'],
      [await owner.get('/directives?limit=0'), 422, 'invalid'],
      [await owner.get('/directives?nothing=1'), 422, 'invalid'],
      [await owner.get('/directives/999'), 404, 'not-found'],
      [await owner.get('/nowhere'), 404, 'not-found'],
      [await owner.get('/directives/2/parts/%00'), 404, 'not-found'],
      [await owner.post('/directives/2/extend', { due: 'hôm kia' }), 422, 'compose.deadline.past'],
    ] as const;
    expect(cases.map(([{ status, body }]) => [status, body.code])).toEqual(
      cases.map(([, status, code]) => [status, code]),
    );
    for (const [{ headers }] of cases) expect(headers.get('content-type')).toBe('application/problem+json');
    expect(cases[2][0].body.errors.map(({ path }) => path)).toContain('to');
  });

  test('and a fault of ours says nothing of itself', async () => {
    const log = { error: () => undefined };
    const broken = { ...world.app.runtime, db: null, log } as unknown as typeof world.app.runtime;
    const answer = await apiRoutes(broken).request('/api/v1/today', {
      headers: { authorization: 'Bearer x' },
    });
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({
      ...{ type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'internal' },
    });
  });
});
