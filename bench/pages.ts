import { startApp } from '../app.js';
import { systemClock } from '../config/clock.js';
import { parseSettings } from '../config/settings.js';
import { createWebSession } from '../store/web-sessions.js';
import { applyMigrations } from '../store/migrations.js';
import { openBrowser } from '../test/harness/browser.js';
import { fillPages, openNow } from './fill-pages.js';
import { median } from './median.js';
import type { Backends } from './servers.js';

const units = 1_000;
const directives = 50;
const passes = 15;

export interface PageRun {
  path: string;
  medianMs: number;
  worstMs: number;
  kilobytes: number;
}

const paths = [
  '/admin/today',
  '/admin/directives',
  '/admin/directives/20',
  '/admin/directives/20?sort=late&show=blocked',
  '/admin/directives/20/XA501',
  '/admin/matrix',
  '/admin/matrix?sort=overdue&page=5',
  '/admin/matrix/XA501',
  '/admin/compose',
  '/admin/organisation?page=5',
  '/admin/organisation?show=people',
  '/admin/organisation?show=log',
  '/admin/organisation/units/XA501',
];

/** What the server takes for each page of an organisation of 1,000 units with 50 open directives: from request to last byte. */
export async function measurePages(backends: Backends): Promise<PageRun[]> {
  const url = await backends.createDatabase();
  await applyMigrations(url);
  await fillPages(url, units, directives);
  const settings = parseSettings({
    ...{ DATABASE_URL: url, REDIS_URL: backends.redis, QUEUE_PREFIX: url.split('/').at(-1) },
    ...{ ROLE: 'web', SANDBOX: 'off', PORT: '0', LOG_LEVEL: 'error' },
  });
  const app = await startApp(settings, { clock: { ...systemClock, now: () => openNow }, ticks: false });
  try {
    const browser = openBrowser(app.runtime);
    browser.cookies.set('giaoban', await createWebSession(app.runtime.db, 1, openNow));
    const runs: PageRun[] = [];
    for (const path of paths) runs.push(await measure(browser, path));
    return runs;
  } finally {
    await app.stop();
  }
}

async function measure(browser: ReturnType<typeof openBrowser>, path: string): Promise<PageRun> {
  const times: number[] = [];
  let length = 0;
  for (let pass = 0; pass <= passes; pass += 1) {
    const before = performance.now();
    const { status, html } = await browser.get(path);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    if (pass > 0) times.push(performance.now() - before); // the first one warms the caches
    length = html.length;
  }
  return { path, medianMs: median(times), worstMs: Math.max(...times), kilobytes: Math.round(length / 1024) };
}
