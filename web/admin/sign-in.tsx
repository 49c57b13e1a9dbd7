import { Hono, type Context } from 'hono';
import type { Child } from 'hono/jsx';
import { z } from 'zod';
import type { Runtime } from '../../config/runtime.js';
import { isAllowedSomewhere } from '../../core/authorise.js';
import { texts, type Locale } from '../../locales/texts.js';
import { recordAudit } from '../../store/audit.js';
import { transact } from '../../store/db.js';
import { findSpeakerById } from '../../store/people.js';
import { findWebLink, takeWebLink } from '../../store/web-links.js';
import { createWebSession } from '../../store/web-sessions.js';
import { writeSessionKey } from './cookie.js';
import { countAsks } from './count-asks.js';
import { Document } from './layout.js';
import { remoteAddress } from './remote-address.js';

/** Nobody opens more links by hand; a key cannot be guessed, and this keeps the trying from costing us anything. */
const opensAMinute = 20;

const keySchema = z.string().regex(/^[\w-]{43}$/);

/**
 * A link from the chat opens a page with one button, and only the button uses the link up: chats fetch what people send
 * each other, to show a preview. The key stands behind the `?`, where our own log of failed requests does not look.
 */
export function signInRoutes(runtime: Runtime): Hono {
  const app = new Hono();
  const countOpen = countAsks(opensAMinute);
  app.use('/sign-in', async (c: Context, next) => {
    const wait = await countOpen(remoteAddress(c, runtime.settings));
    if (wait === null) return next();
    c.header('retry-after', String(wait));
    return show(c, runtime, 'tooOften', 429);
  });
  app.get('/sign-in', (c: Context) =>
    c.req.query('key') === undefined ? show(c, runtime, 'how') : ask(c, runtime),
  );
  app.post('/sign-in', (c: Context) => enter(c, runtime));
  return app;
}

type Outcome = 'how' | 'tooOften' | 'expired' | 'noOwner' | 'noRight';

async function ask(c: Context, runtime: Runtime): Promise<Response> {
  const key = keySchema.safeParse(c.req.query('key')).data ?? null;
  const found = key === null ? 'expired' : await findEntry(runtime, key);
  if (typeof found === 'string') return show(c, runtime, found, found === 'expired' ? 410 : 403);
  const { t } = choose(found.locale, runtime);
  return render(
    c,
    runtime,
    found.locale,
    <form method="post" action="/admin/sign-in" class="stack">
      <p>{t('admin.signIn.as', { name: found.name })}</p>
      <input type="hidden" name="key" value={key!} />
      <button class="primary">{t('admin.signIn.enter')}</button>
      <p class="fine">{t('admin.signIn.notYou')}</p>
    </form>,
  );
}

/** Who would be let in; why nobody. */
async function findEntry({ db, clock }: Runtime, key: string) {
  const link = await findWebLink(db, key, clock.now());
  if (!link) return 'expired';
  const speaker = link.accountId === null ? null : await findSpeakerById(db, link.accountId);
  if (!speaker) return 'noOwner';
  return isAllowedSomewhere(speaker.roles, 'watch') ? speaker : 'noRight';
}

async function enter(c: Context, runtime: Runtime): Promise<Response> {
  const { db, clock, settings } = runtime;
  const now = clock.now();
  const key = keySchema.safeParse((await c.req.parseBody())['key']).data;
  const found = key === undefined ? 'expired' : await findEntry(runtime, key);
  if (typeof found === 'string') return show(c, runtime, found, found === 'expired' ? 410 : 403);
  const { accountId, personId } = found;
  const session = await transact(db, async (tx) => {
    if (!(await takeWebLink(tx, key!, now))) return null;
    await recordAudit(tx, { at: now, personId, action: 'sign-in', target: `person:${personId}` });
    return createWebSession(tx, accountId, now);
  });
  if (session === null) return show(c, runtime, 'expired', 410);
  writeSessionKey(c, settings, session);
  return c.redirect('/admin', 303);
}

function show(
  c: Context,
  runtime: Runtime,
  outcome: Outcome,
  status: 200 | 403 | 410 | 429 = 200,
): Promise<Response> {
  const { t } = choose(c.req.query('lang') ?? null, runtime);
  const hasSandbox = runtime.channels.has('sandbox');
  c.status(status);
  return render(
    c,
    runtime,
    c.req.query('lang') ?? null,
    <>
      <p>{t(`admin.signIn.${outcome}`)}</p>
      {outcome === 'tooOften' || outcome === 'noOwner' ? null : <p>{t('admin.signIn.getLink')}</p>}
      {hasSandbox && outcome !== 'tooOften' ? (
        <p>
          <a href="/sandbox">{t('admin.signIn.sandbox')}</a>
        </p>
      ) : null}
    </>,
  );
}

function choose(wanted: string | null, { settings }: Runtime) {
  const locale: Locale = wanted === 'vi' || wanted === 'en' ? wanted : settings.ORG_LOCALE;
  return { locale, t: texts[locale] };
}

async function render(c: Context, runtime: Runtime, wanted: string | null, body: Child): Promise<Response> {
  const { locale, t } = choose(wanted, runtime);
  const { ORG_NAME } = runtime.settings;
  return c.html(
    <Document locale={locale} t={t} title={t('admin.signIn.title')}>
      <main id="main" class="door" tabindex={-1}>
        <img src="/admin/assets/icon.svg" alt="" width="48" height="48" />
        <h1>{ORG_NAME}</h1>
        {body}
      </main>
    </Document>,
  );
}
