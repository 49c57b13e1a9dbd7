import { createComposer } from './composer.js';
import { ask, avatar, h, icon, showToast, word } from './dom.js';
import { renderMessage } from './message.js';

/** One chat on the desk. `update` draws what the server knows of it now. */
export function createPane(chat, { onClose }) {
  const { id } = chat;
  const pane = {
    id,
    view: null,
    drawn: new Map(),
    pressed: new Set(),
    head: h('header', { class: 'pane-head' }),
    list: h('ol', { class: 'talk' }),
    answers: h('div', { class: 'answers', role: 'status', 'aria-live': 'polite' }),
    isFollowing: true,
    absent: h('div', { class: 'absent', hidden: true }),
    onClose,
  };
  pane.wall = h(
    'div',
    { class: 'messages', role: 'log', tabindex: '0', 'aria-label': word('messages', chat) },
    pane.list,
  );
  pane.latest = createLatest(pane);
  pane.composer = openComposer(pane, chat);
  pane.wall.addEventListener('scroll', () => follow(pane, isAtEnd(pane.wall)));
  pane.element = h(
    'section',
    { class: 'pane', 'aria-label': chat.title, 'data-chat': id },
    pane.head,
    pane.wall,
    h('div', { class: 'over' }, pane.latest, pane.answers),
    pane.absent,
    pane.composer.element,
  );
  return {
    id,
    element: pane.element,
    focus: () => pane.composer.focus(),
    update: (view) => update(pane, view),
  };
}

function openComposer(pane, { id, title, members }) {
  const composer = createComposer({
    id,
    title,
    onSpeaker: () => redraw(pane),
    onSent: () => goToEnd(pane),
  });
  composer.update({ members, suggestions: [] }); // so that one can write at once
  return composer;
}

function update(pane, view) {
  const before = pane.view;
  pane.view = view;
  if (before?.title !== view.title || before.hasBot !== view.hasBot || before.role !== view.role)
    drawHead(pane);
  pane.composer.update(view);
  drawMessages(pane);
  pane.absent.hidden = view.hasBot;
  showAnswers(pane);
}

function drawHead(pane) {
  const { id, title, role, unitCode, isGroup } = pane.view;
  const about = { private: 'rolePrivate', office: 'roleOffice', unit: 'roleUnit', none: 'roleNone' }[role];
  const close = word('close', { title });
  pane.element.setAttribute('aria-label', title);
  pane.head.replaceChildren(
    avatar(id, title, isGroup ? 'group' : ''),
    h('div', { class: 'names' }, h('h2', {}, title), h('p', {}, word(about, { code: unitCode ?? '' }))),
    ...(isGroup ? [createMenu(pane)] : []),
    h(
      'button',
      {
        class: 'icon-button close',
        type: 'button',
        'aria-label': close,
        title: close,
        onclick: () => pane.onClose(id),
      },
      icon('close'),
    ),
  );
  pane.absent.replaceChildren(
    h('span', {}, word('noBot')),
    h('button', { class: 'button', type: 'button', onclick: () => setBot(pane, true) }, word('addBot')),
  );
}

function createMenu(pane) {
  const { title, hasBot } = pane.view;
  const field = h('input', {
    id: `title-${pane.id}`,
    value: title,
    maxlength: '128',
    required: true,
    autocomplete: 'off',
  });
  const form = h(
    'form',
    {
      onsubmit: async (event) => {
        event.preventDefault();
        await act(pane, 'rename', { title: field.value });
      },
    },
    h('label', { for: `title-${pane.id}` }, word('newTitle')),
    field,
    h('button', { class: 'button', type: 'submit' }, word('save')),
  );
  const toggle = h(
    'button',
    { class: 'button', type: 'button', onclick: () => setBot(pane, !hasBot) },
    word(hasBot ? 'removeBot' : 'addBot'),
  );
  const label = word('menu', { title });
  const menu = h(
    'details',
    { class: 'menu' },
    h('summary', { class: 'icon-button', 'aria-label': label, title: label }, icon('more')),
    h('div', { class: 'menu-body' }, form, toggle),
  );
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.firstElementChild.focus();
  });
  return menu;
}

const setBot = (pane, isThere) => act(pane, 'bot', { isThere });

function act(pane, name, body) {
  const memberId = pane.composer.speakerId();
  return ask(`chats/${encodeURIComponent(pane.id)}/${name}`, { memberId, ...body });
}

function redraw(pane) {
  if (!pane.view) return; // still on its way
  pane.drawn.clear();
  pane.list.replaceChildren();
  drawMessages(pane);
}

/** Who reads further up is not torn away by a new message. */
function isAtEnd(list) {
  return list.scrollHeight - list.scrollTop - list.clientHeight < 60;
}

/** Further up one does not see what comes in: a button says so and leads there. */
function createLatest(pane) {
  const label = word('latest');
  const go = () => {
    goToEnd(pane);
    pane.wall.focus();
  };
  return h(
    'button',
    { class: 'latest', type: 'button', 'aria-label': label, title: label, hidden: true, onclick: go },
    icon('down'),
  );
}

function goToEnd(pane) {
  pane.wall.scrollTop = pane.wall.scrollHeight;
  follow(pane, true);
}

function follow(pane, isFollowing) {
  pane.isFollowing = isFollowing;
  pane.latest.hidden = isFollowing;
}

/** Draws anew only what changed, so that the focus and the place in the list stay. */
function drawMessages(pane) {
  const { list, drawn, view } = pane;
  const scene = createScene(pane);
  if (view.messages.length > 0) list.querySelector('.empty')?.remove();
  else list.replaceChildren(h('li', { class: 'empty' }, word('empty')));
  for (const message of view.messages) {
    const facts = JSON.stringify(message);
    const known = drawn.get(message.id);
    if (known?.facts === facts) continue;
    const element = renderMessage(message, scene);
    if (known) replaceMessage(known.element, element, pane.wall);
    else list.append(element);
    drawn.set(message.id, { facts, element });
  }
  const kept = new Set(view.messages.map(({ id }) => id));
  for (const [id, { element }] of drawn)
    if (!kept.has(id)) {
      element.remove();
      drawn.delete(id);
    }
  if (pane.isFollowing) goToEnd(pane);
}

/** Who stood on a button of it stands on the same one after; where it is gone, in the chat. */
function replaceMessage(before, after, wall) {
  const at = [...before.querySelectorAll('button, a')].indexOf(document.activeElement);
  before.replaceWith(after);
  if (at >= 0) (after.querySelectorAll('button, a')[at] ?? wall).focus({ preventScroll: true });
}

function createScene(pane) {
  return {
    messages: new Map(pane.view.messages.map((message) => [message.id, message])),
    speakerId: pane.composer.speakerId(),
    onReply: pane.composer.reply,
    onEdit: pane.composer.edit,
    onPress: async (message, action) => {
      const answer = await act(pane, 'press', { messageId: message.id, action });
      if (answer) pane.pressed.add(answer.pressId);
      showAnswers(pane);
    },
  };
}

/** What the bot says to a press belongs to the one who pressed. */
function showAnswers(pane) {
  for (const { pressId, text } of pane.view.toasts)
    if (pane.pressed.delete(pressId) && text) showToast(text, { where: pane.answers });
}
