import type { SandboxMessage } from '../../channels/sandbox/history.js';
import type { Content } from '../../core/message.js';
import type { Translate } from '../../locales/texts.js';
import { Rich } from '../admin/parts/rich.js';
import type { Language } from './language.js';
import type { viewChat, viewChats } from './view.js';

type Overview = Awaited<ReturnType<typeof viewChats>>;
type Chat = NonNullable<Awaited<ReturnType<typeof viewChat>>>;

/** So many of the newest: who reads without script reads what just happened. */
const stillMessages = 50;

/** The list of chats for a browser without script: each opens as a page of its own. */
export function StillList({
  language,
  overview,
  open,
}: {
  language: Language;
  overview: Overview;
  open: string | undefined;
}) {
  return (
    <ul class="still-list">
      {overview.chats.map(({ id, title, unitCode }) => (
        <li>
          <a
            class="chat"
            href={`/sandbox?lang=${language.locale}&chat=${encodeURIComponent(id)}`}
            {...(id === open ? { 'aria-current': 'page' } : {})}
          >
            <span class="chat-names">
              <span class="chat-name">{title}</span>
              {unitCode === null ? null : <span class="chat-code">{unitCode}</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** One chat for a browser without script: to be read, not written in. */
export function StillChat({ t, chat }: { t: Translate; chat: Chat }) {
  const { title, messages } = chat;
  return (
    <section class="pane is-current" aria-label={title}>
      <header class="pane-head">
        <div class="names">
          <h2>{title}</h2>
        </div>
      </header>
      <div class="messages">
        <ol class="talk">
          {messages.length === 0 ? <li class="empty">{t('sandbox.page.stillEmpty')}</li> : null}
          {messages.slice(-stillMessages).map((message) => (
            <StillMessage t={t} message={message} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function StillMessage({ t, message }: { t: Translate; message: SandboxMessage }) {
  const { authorId, author, content, isBot } = message;
  if (authorId === '') return <li class="line">{sayEvent(t, author, content)}</li>;
  const { attachment, buttons = [] } = content;
  return (
    <li class={`message ${isBot ? 'bot' : 'other'}`}>
      <div class="body">
        <div class="bubble">
          <div class="author">{author}</div>
          {attachment ? (
            <div class="file">{attachment.name ?? t(`sandbox.page.${attachment.kind}`)}</div>
          ) : null}
          <div class="text" dir="auto">
            <Rich text={content.text} />
          </div>
        </div>
        {buttons.length === 0 ? null : (
          <div class="keyboard">
            {buttons.map((row) => (
              <div class="row">
                {row.map(({ label }) => (
                  <span class="key">{label}</span>
                ))}
              </div>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

/** The chat's own life: its first word names the text (channels/sandbox/people.ts). */
function sayEvent(t: Translate, name: string, { text: [event, title] }: Content): string {
  return t(`sandbox.page.${event?.text ?? ''}`, { name, title: title?.text ?? '' });
}
