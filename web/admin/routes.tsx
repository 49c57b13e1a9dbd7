import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { Runtime } from '../../config/runtime.js';
import { isAllowedSomewhere } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { makeStorable } from '../../core/text/storable.js';
import { runDeed } from '../../services/run-deed.js';
import { setNotice } from '../../store/web-sessions.js';
import { asDownload } from '../disposition.js';
import { accountRoutes } from './account.js';
import { assetRoutes } from './assets.js';
import { boardRoutes } from './board/board-routes.js';
import { guardForms, guardPages, isPartial, keepNothing } from './guard.js';
import { Layout, type Notice } from './layout.js';
import type { Download, Form, Page, Shown, Visit } from './page.js';
import { downloads, pages } from './pages.js';
import { Missing } from './parts/missing.js';
import { signInRoutes } from './sign-in.js';
import { findVisit } from './visit.js';

/** What people type into a form; a page whose forms bring files says how much itself. */
const usualBytes = 256 * 1024;

/** The admin's page: sign-in, and each page behind it. */
export function adminRoutes(runtime: Runtime): Hono {
  const app = new Hono();
  const { settings } = runtime;
  app.get('/', (c) => c.redirect('/admin', 302));
  const guards = [guardPages(settings), keepNothing, guardForms(settings)];
  app.use('/admin/*', compress(), ...guards, limitForms(runtime));
  app.use('/admin', ...guards);
  app.get('/admin', (c) => c.redirect(`/admin${pages[0]!.path}`, 302));
  app.route('/', boardRoutes(runtime));
  app.route('/admin', assetRoutes());
  app.route('/admin', signInRoutes(runtime));
  app.route('/admin', accountRoutes(runtime));
  for (const page of pages) {
    app.get(`/admin${page.path}`, (c) => showPage(c, runtime, page));
    if (page.acts) app.post(`/admin${page.path}`, (c) => act(c, runtime, page));
  }
  for (const file of downloads) app.get(`/admin${file.path}`, (c) => bringFile(c, runtime, file));
  app.get('/admin/*', (c) => showPage(c, runtime, nowhere));
  return app;
}

/** A form that is too large is read no further; the page is shown again and says so. */
function limitForms(runtime: Runtime): MiddlewareHandler {
  return (c, next) => {
    const page = pages.find(({ path }) => c.req.path === `/admin${path}`);
    const maxSize = page?.mostBytes ?? usualBytes;
    const onError = async () => {
      const found = await findVisit(c, runtime);
      if (!found) return sendToSignIn(c);
      const { visit } = found;
      c.status(413);
      const limit = Math.floor(maxSize / 1024 / 1024);
      const text = visit.t(limit > 0 ? 'admin.fault.tooLarge' : 'admin.fault.form', { limit });
      return render(c, visit, page ?? nowhere, { kind: 'fault', text });
    };
    return bodyLimit({ maxSize, onError })(c, next);
  };
}

/** An address that no page has. */
const nowhere: Page = { path: '/', right: 'watch', nav: { under: '' }, show: async () => null };

async function showPage(c: Context, runtime: Runtime, page: Page): Promise<Response> {
  const found = await findVisit(c, runtime);
  if (!found) return sendToSignIn(c);
  const { visit, sessionKey, notice } = found;
  // A part that htmx fetches by itself shows no notice: the next whole page does.
  if (isPartial(c)) return render(c, visit, page, null);
  if (notice !== null) await setNotice(runtime.db, sessionKey, null);
  return render(c, visit, page, notice === null ? null : { kind: 'done', text: notice });
}

/** What cannot be had is told on a page, as for any other address. */
async function bringFile(c: Context, runtime: Runtime, { right, open }: Download): Promise<Response> {
  const found = await findVisit(c, runtime);
  if (!found) return sendToSignIn(c);
  const { visit } = found;
  const isAllowed = isAllowedSomewhere(visit.speaker.roles, right);
  const file = isAllowed ? await open(visit).catch(ifUserError) : null;
  if (!file) return render(c, visit, { ...nowhere, right }, null);
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': file.type,
    'content-disposition': asDownload(file.name),
  });
}

function ifUserError(error: unknown): null {
  if (error instanceof UserError) return null;
  throw error;
}

async function act(c: Context, runtime: Runtime, page: Page): Promise<Response> {
  const form = readForm(await c.req.parseBody({ all: true }));
  const found = await findVisit(c, runtime, form);
  if (!found) return sendToSignIn(c);
  const { visit, sessionKey } = found;
  const name = typeof form['act'] === 'string' ? form['act'] : '';
  const run = Object.hasOwn(page.acts ?? {}, name) ? page.acts?.[name] : undefined;
  try {
    if (!isAllowedSomewhere(visit.speaker.roles, page.right)) throw new UserError('error.notAllowed');
    if (!run) throw new UserError('admin.fault.form');
    const done = await runDeed(runtime, visit, (deed) => run(deed, form, visit));
    if ('stays' in done) return await render(c, visit, page, null);
    if ('shows' in done) return frame(c, visit, page, { shown: done.shows, notice: null });
    const { said, to } = done;
    await setNotice(runtime.db, sessionKey, said);
    return c.redirect(to === undefined ? sameAddress(c) : `/admin${to}`, 303);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    c.status(422);
    return render(c, visit, page, { kind: 'fault', text: visit.t(error.key, error.values) });
  }
}

/** The page itself again, as it was asked for. */
function sameAddress(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
}

/** Texts as the database takes them. */
function readForm(body: Form): Form {
  const read = (value: string | File) => (typeof value === 'string' ? makeStorable(value) : value);
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.map(read) : read(value)]),
  );
}

/** htmx would follow a redirect and look for a part of the page in the sign-in page. */
function sendToSignIn(c: Context): Response {
  if (!isPartial(c)) return c.redirect('/admin/sign-in', 303);
  c.header('hx-redirect', '/admin/sign-in');
  return c.body(null, 401);
}

async function render(c: Context, visit: Visit, page: Page, notice: Notice | null): Promise<Response> {
  if (!isAllowedSomewhere(visit.speaker.roles, page.right))
    return frame(c, visit, page, { missing: 'notAllowed', notice });
  const shown = await page.show(visit);
  return frame(c, visit, page, shown ? { shown, notice } : { missing: 'notFound', notice });
}

type Framed = { notice: Notice | null } & ({ shown: Shown } | { missing: 'notFound' | 'notAllowed' });

function frame(c: Context, visit: Visit, page: Page, framed: Framed): Response | Promise<Response> {
  const { t } = visit;
  const missing = 'missing' in framed ? framed.missing : null;
  if (missing) c.status(missing === 'notFound' ? 404 : 403);
  const current = 'under' in page.nav ? page.nav.under : page.path;
  return c.html(
    <Layout
      visit={visit}
      pages={pages}
      current={current}
      title={'shown' in framed ? framed.shown.title : t(`admin.${framed.missing}.title`)}
      notice={framed.notice}
    >
      {'shown' in framed ? framed.shown.body : <Missing t={t} what={framed.missing} />}
    </Layout>,
  );
}
