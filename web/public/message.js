import { avatar, dateOf, h, plainText, shorten, timeOf, word } from './dom.js';

/**
 * One message as its chat shows it. `scene` knows the chat's messages by id, who speaks, and what to do on a click:
 * onReply, onEdit, onPress.
 */
export function renderMessage(message, scene) {
  if (message.authorId === '') return renderLine(message);
  const isOwn = message.authorId === scene.speakerId;
  const kind = message.isBot ? 'bot' : isOwn ? 'own' : 'other';
  return h(
    'li',
    { class: `message ${kind}`, 'data-id': message.id },
    message.isBot
      ? h('img', { class: 'avatar', src: '/sandbox/assets/icon.svg', alt: '' })
      : avatar(message.authorId, message.author),
    h(
      'div',
      { class: 'body' },
      h('div', { class: 'bubble' }, ...renderBubble(message, scene)),
      renderReaction(message),
      renderButtons(message, scene),
      renderTools(message, scene, isOwn),
    ),
  );
}

/** The chat's own life: the bot was added, the title changed. */
function renderLine(message) {
  const [name, title] = message.content.text.map((span) => span.text);
  return h('li', { class: 'line' }, word(name, { name: message.author, title }));
}

function renderBubble(message, scene) {
  const { content } = message;
  return [
    h('div', { class: 'author' }, message.author),
    renderQuote(message, scene),
    content.attachment ? renderFile(content.attachment) : null,
    h('div', { class: 'text', dir: 'auto' }, ...content.text.map(renderSpan)),
    h(
      'div',
      { class: 'meta' },
      message.editedAt ? h('span', { class: 'edited' }, word('edited')) : null,
      h('time', { datetime: message.createdAt, title: dateOf(message.createdAt) }, timeOf(message.createdAt)),
    ),
  ].filter(Boolean);
}

function renderQuote(message, scene) {
  const answered = message.replyTo === null ? undefined : scene.messages.get(message.replyTo);
  if (!answered) return null;
  const jump = () => {
    const target = document.querySelector(`.message[data-id="${answered.id}"]`);
    target?.scrollIntoView({ block: 'nearest' });
    target?.classList.add('found');
    setTimeout(() => target?.classList.remove('found'), 1500);
  };
  return h(
    'button',
    { class: 'quote', type: 'button', onclick: jump },
    h('strong', {}, answered.author),
    h('span', {}, shorten(plainText(answered.content) || (answered.content.attachment?.name ?? ''))),
  );
}

/** What the message itself holds is shown or offered; of a file that is elsewhere only the name is known. */
function renderFile({ kind, name, ref }) {
  const isHere = /^data:(image\/png|application\/octet-stream);base64,/.test(ref ?? '');
  if (isHere && kind === 'photo') return h('img', { class: 'picture', src: ref, alt: name ?? word(kind) });
  if (isHere) return h('a', { class: `file ${kind}`, href: ref, download: name ?? '' }, name ?? word(kind));
  return h(
    'div',
    { class: `file ${kind}` },
    h('span', { class: 'file-kind' }, word(kind)),
    h('span', { class: 'file-name' }, name ?? ''),
  );
}

const tags = { bold: 'strong', italic: 'em', code: 'code' };

/** Spans are data: they become elements by their style, their words text. */
function renderSpan({ text, style, link }) {
  const words = isWebAddress(link) ? [renderLink(link, text)] : renderWords(text);
  return tags[style] ? h(tags[style], {}, ...words) : h('span', {}, ...words);
}

/** A web address in the text, without the signs that end the sentence it stands in. */
const webAddress = /(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]])/i;

/** Addresses open with a click, as every chat application lets them. */
function renderWords(text) {
  return text.split(webAddress).map((part, at) => (at % 2 === 1 ? renderLink(part, part) : part));
}

const renderLink = (address, text) =>
  h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text);

function isWebAddress(link) {
  return typeof link === 'string' && /^https?:\/\//i.test(link);
}

function renderReaction({ reaction }) {
  if (!reaction) return null;
  return h(
    'span',
    { class: 'reaction', role: 'img', 'aria-label': word('reacted', { emoji: reaction }) },
    reaction,
  );
}

function renderButtons(message, scene) {
  const rows = message.content.buttons?.filter((row) => row.length > 0) ?? [];
  if (rows.length === 0) return null;
  return h(
    'div',
    { class: 'keyboard' },
    ...rows.map((row) =>
      h('div', { class: 'row' }, ...row.map((button) => renderButton(button, message, scene))),
    ),
  );
}

function renderButton(button, message, scene) {
  if ('url' in button)
    return isWebAddress(button.url)
      ? h(
          'a',
          { class: 'key', href: button.url, target: '_blank', rel: 'noopener noreferrer' },
          `${button.label} ↗`,
        )
      : h('span', { class: 'key' }, button.label);
  const press = async (event) => {
    const key = event.currentTarget;
    if (key.getAttribute('aria-busy') === 'true') return;
    key.setAttribute('aria-busy', 'true');
    await scene.onPress(message, button.action);
    key.removeAttribute('aria-busy');
  };
  return h('button', { class: 'key', type: 'button', onclick: press }, button.label);
}

function renderTools(message, scene, isOwn) {
  const tool = (name, run) => h('button', { class: 'tool', type: 'button', onclick: run }, word(name));
  return h(
    'div',
    { class: 'tools' },
    tool('reply', () => scene.onReply(message)),
    isOwn ? tool('edit', () => scene.onEdit(message)) : null,
  );
}
