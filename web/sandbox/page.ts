import { html } from 'hono/html';
import type { Runtime } from '../../config/runtime.js';
import { locales, readLocale } from '../../locales/texts.js';
import type { Language } from './language.js';
import { StillChat, StillList } from './still.js';
import type { viewChat, viewChats } from './view.js';

type Html = ReturnType<typeof html>;

/** What the script says, by language: it travels in the page as data. */
const scriptWords = Object.fromEntries(
  locales.map((locale) => {
    const { page } = readLocale(locale)['sandbox'] as { page: Record<string, string> };
    return [locale, JSON.stringify(page)];
  }),
);

/** What a browser without script is shown. */
interface Still {
  overview: Awaited<ReturnType<typeof viewChats>>;
  chat: Awaited<ReturnType<typeof viewChat>>;
}

/**
 * The page's frame. Chats are drawn by web/public/sandbox.js from data, so that no message can become markup; without
 * script they can be read, a chat at a time.
 */
export function renderPage({ settings }: Pick<Runtime, 'settings'>, language: Language, still: Still): Html {
  const { locale, t } = language;
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${t('sandbox.page.title')}</title>
        <link rel="icon" href="/sandbox/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/sandbox/assets/base.css" />
        <link rel="stylesheet" href="/sandbox/assets/sandbox.css" />
        <link rel="stylesheet" href="/sandbox/assets/messages.css" />
        <script type="module" src="/sandbox/assets/sandbox.js"></script>
      </head>
      <body
        data-words="${scriptWords[locale] ?? '{}'}"
        data-locale="${locale}"
        data-zone="${settings.ORG_TIME_ZONE}"
      >
        <a class="skip" href="#panes">${t('sandbox.page.skip')}</a>
        ${renderHeader(locale, settings.ORG_NAME, t)} ${renderDesk(language, still)}
        <template id="welcome">${renderWelcome(t, renderLoad(t))}</template>
        <div id="toasts" class="toasts" role="status" aria-live="polite"></div>
      </body>
    </html>`;
}

function renderDesk(language: Language, { overview, chat }: Still): Html {
  const { t } = language;
  return html`<div class="desk">
    <nav class="chats" aria-label="${t('sandbox.page.chats')}">
      <div id="chat-list" class="chat-list">
        <noscript>${StillList({ language, overview, open: chat?.id })}</noscript>
      </div>
      ${renderNewChat(t)}
    </nav>
    <main id="panes" class="panes" tabindex="-1">
      <noscript>
        <div class="still">
          <p class="notice">${t('sandbox.page.needsScript')}</p>
          ${chat ? StillChat({ t, chat }) : renderWelcome(t, '')}
        </div>
      </noscript>
    </main>
  </div>`;
}

function renderHeader(locale: string, orgName: string, t: Language['t']): Html {
  const link = (code: string, label: string) =>
    html`<a
      href="/sandbox?lang=${code}"
      lang="${code}"
      hreflang="${code}"
      ${code === locale ? html`aria-current="true"` : ''}
      >${label}</a
    >`;
  return html`<header class="top">
    <img class="logo" src="/sandbox/assets/icon.svg" alt="" width="32" height="32" />
    <h1>Giaoban<span class="tagline">${t('sandbox.page.tagline')}</span></h1>
    <span class="org">${orgName === 'Giaoban' ? '' : orgName}</span>
    <span id="link" class="link" role="status"></span>
    <a class="button quiet" href="/admin">${t('sandbox.page.admin')}</a>
    <button id="load-small" class="button quiet" type="button" hidden>${t('sandbox.page.loadShort')}</button>
    <nav class="languages" aria-label="${t('sandbox.page.language')}">
      ${link('vi', 'Tiếng Việt')} ${link('en', 'English')}
    </nav>
  </header>`;
}

function renderLoad(t: Language['t']): Html {
  return html`<button id="load-example" class="button primary" type="button">
    ${t('sandbox.page.load')}
  </button>`;
}

/** Shown while there is no chat at all, with the way on. */
function renderWelcome(t: Language['t'], button: Html | ''): Html {
  const step = (name: string) =>
    html`<li>
      <strong>${t(`sandbox.page.${name}Title`)}</strong><span>${t(`sandbox.page.${name}Text`)}</span>
    </li>`;
  return html`<section class="welcome" aria-labelledby="welcome-title">
    <h2 id="welcome-title">${t('sandbox.page.welcomeTitle')}</h2>
    <p class="lead">${t('sandbox.page.welcomeText')}</p>
    <ol class="steps">
      ${step('stepSend')}${step('stepAnswer')}${step('stepWatch')}
    </ol>
    ${button}
    <p class="fine">${t('sandbox.page.loadHint')}</p>
    <p class="fine">${t('sandbox.page.localOnly')}</p>
  </section>`;
}

function renderNewChat(t: Language['t']): Html {
  return html`<details class="new-chat">
    <summary>${t('sandbox.page.newChat')}</summary>
    <form id="new-chat">
      <label for="new-name">${t('sandbox.page.newName')}</label>
      <input id="new-name" name="name" required maxlength="128" autocomplete="off" />
      <fieldset>
        <legend>${t('sandbox.page.newKind')}</legend>
        <label><input type="radio" name="kind" value="group" checked />${t('sandbox.page.newGroup')}</label>
        <label><input type="radio" name="kind" value="private" />${t('sandbox.page.newPrivate')}</label>
      </fieldset>
      <button class="button" type="submit">${t('sandbox.page.create')}</button>
    </form>
  </details>`;
}
