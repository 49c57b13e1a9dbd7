const words = JSON.parse(document.body.dataset.words);
export const locale = document.body.dataset.locale;
const clock = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: document.body.dataset.zone,
});
const calendar = new Intl.DateTimeFormat(locale, {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: document.body.dataset.zone,
});

/** A text of the page with its values put in. */
export function word(name, values = {}) {
  return words[name].replace(/\{\{(\w+)\}\}/g, (_, key) => String(values[key] ?? ''));
}

/** An element. Children that are strings become text and nothing else: what people wrote can't become markup. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const drawings = {
  send: 'M3 11.5 20 4l-5.5 16-3-6.5zM11.5 13.5 20 4',
  attach: 'm8 12.5 5.5-5.5a3 3 0 0 1 4.2 4.2L10 19a5 5 0 0 1-7-7l7.5-7.5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'm6 6 12 12M18 6 6 18',
  down: 'm6 9 6 6 6-6',
};

export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${name}`);
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', drawings[name]);
  svg.append(path);
  return svg;
}

/** A round mark with the initials of a person or group, in a colour of its own. */
export function avatar(id, name, kind = '') {
  const parts = name.split(/\s+/).filter(Boolean);
  const letters = [parts.at(-2), parts.at(-1)].map((part) => Array.from(part ?? '')[0] ?? '').join('');
  const hue = Array.from(id).reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)) % 6, 7);
  return h('span', { class: `avatar hue-${hue} ${kind}`, 'aria-hidden': 'true' }, letters.toUpperCase());
}

export const timeOf = (iso) => clock.format(new Date(iso));
export const dateOf = (iso) => calendar.format(new Date(iso));
export const plainText = (content) => content.text.map((span) => span.text).join('');

/** One line of a long text. */
export function shorten(text, length = 90) {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

const toasts = document.getElementById('toasts');

/** A short notice that goes away by itself: over the whole page, or where it belongs. */
export function showToast(text, { kind = '', where = toasts } = {}) {
  const toast = h('div', { class: `toast ${kind}` }, text);
  where.append(toast);
  setTimeout(() => toast.remove(), 5000);
}

/** Asks the server. Without `body` it reads, else it acts. A refusal is shown and comes back as null. */
export async function ask(path, body) {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const response = await fetch(`/sandbox/${path}?lang=${locale}`, init);
    if (response.ok) return await response.json();
    const refusal = await response.json().catch(() => null);
    showToast(refusal?.error ?? word('failed'), { kind: 'bad' });
  } catch {
    if (body !== undefined) showToast(word('failed'), { kind: 'bad' });
  }
  return null;
}
