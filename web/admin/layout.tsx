import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { isAllowedSomewhere } from '../../core/authorise.js';
import { locales, type Locale, type Translate } from '../../locales/texts.js';
import type { Page, Visit } from './page.js';
import { Icon } from './parts/icon.js';

interface Frame {
  locale: Locale;
  t: Translate;
  title: string;
  children: Child;
}

/** htmx must put no style of its own into the page and evaluate no text: the policy would not let it. */
const htmxConfig = JSON.stringify({
  includeIndicatorStyles: false,
  allowEval: false,
  selfRequestsOnly: true,
});

/** What every page of ours begins with, signed in or not. */
export function Document({ locale, t, title, children }: Frame) {
  return html`<!doctype html>${(
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <meta name="htmx-config" content={htmxConfig} />
          <title>{`${title} · Giaoban`}</title>
          <link rel="icon" href="/admin/assets/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/admin/assets/base.css" />
          <link rel="stylesheet" href="/admin/assets/admin.css" />
          <script src="/admin/assets/htmx.min.js" defer></script>
        </head>
        <body>
          <a class="skip" href="#main">
            {t('admin.frame.skip')}
          </a>
          {children}
        </body>
      </html>
    )}`;
}

interface Whole {
  visit: Visit;
  pages: readonly Page[];
  current: string;
  title: string;
  notice: Notice | null;
  children: Child;
}

/** What the last act came to: `done` of one that stands, `fault` of one that could not be taken. */
export interface Notice {
  kind: 'done' | 'fault';
  text: string;
}

/** The frame of every page: menu, who is signed in, what the last act came to, and the page itself. */
export function Layout({ visit, pages, current, title, notice, children }: Whole) {
  const { locale, t, runtime } = visit;
  const { ORG_NAME } = runtime.settings;
  return (
    <Document locale={locale} t={t} title={title}>
      <div class="frame">
        <header class="side">
          <a class="brand" href="/admin">
            <img src="/admin/assets/icon.svg" alt="" width="32" height="32" />
            <span>
              Giaoban
              {ORG_NAME === 'Giaoban' ? null : <small>{ORG_NAME}</small>}
            </span>
          </a>
          <Menu visit={visit} pages={pages} current={current} />
          <Account visit={visit} />
        </header>
        <main id="main" tabindex={-1}>
          {notice ? (
            <p class={`notice ${notice.kind}`} role={notice.kind === 'fault' ? 'alert' : 'status'}>
              {notice.text}
            </p>
          ) : null}
          {children}
        </main>
      </div>
    </Document>
  );
}

/** At the side where there is room; on a phone behind its button, which says where one is. */
function Menu({ visit, pages, current }: Pick<Whole, 'visit' | 'pages' | 'current'>) {
  const { t } = visit;
  const here = pages.find(({ path }) => path === current);
  return (
    <>
      <Ways visit={visit} pages={pages} current={current} />
      <details class="small-menu">
        <summary>
          <Icon name="menu" />
          <span>{here && 'label' in here.nav ? t(here.nav.label) : t('admin.frame.menu')}</span>
        </summary>
        <Ways visit={visit} pages={pages} current={current} />
      </details>
    </>
  );
}

function Ways({ visit, pages, current }: Pick<Whole, 'visit' | 'pages' | 'current'>) {
  const { t, speaker } = visit;
  return (
    <nav class="menu" aria-label={t('admin.frame.menu')}>
      {pages.map(({ nav, path, right }) =>
        'label' in nav && isAllowedSomewhere(speaker.roles, right) ? (
          <a href={`/admin${path}`} {...(path === current ? { 'aria-current': 'page' } : {})}>
            <Icon name={nav.icon} />
            {t(nav.label)}
          </a>
        ) : null,
      )}
    </nav>
  );
}

/** Who is signed in, the language, and the ways out. */
function Account({ visit }: Pick<Whole, 'visit'>) {
  const { t, speaker, locale } = visit;
  const others = locales.filter((one) => one !== locale);
  return (
    <details class="account">
      <summary>
        <Icon name="person" />
        <span>{speaker.name}</span>
      </summary>
      <form method="post" action="/admin/account" class="stack">
        {others.map((one) => (
          <button name="locale" value={one} lang={one} class="quiet">
            {t(`admin.frame.language.${one}`)}
          </button>
        ))}
        <button name="leave" value="here" class="quiet">
          {t('admin.frame.signOut')}
        </button>
        <button name="leave" value="everywhere" class="quiet">
          {t('admin.frame.signOutEverywhere')}
        </button>
      </form>
    </details>
  );
}
