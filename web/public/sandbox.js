import { ask, avatar, h, word } from './dom.js';
import { createPane } from './pane.js';

const paneWidth = 340;
const maxPanes = 4;
const pollMs = 2000;
const isPhone = matchMedia('(max-width: 760px)');
const place = {
  panes: document.getElementById('panes'),
  list: document.getElementById('chat-list'),
  link: document.getElementById('link'),
  loadSmall: document.getElementById('load-small'),
  welcome: document.getElementById('welcome'),
};
/** open: panes in the order of the desk; current: the one a phone shows; seen: revisions that were on the screen. */
const state = { chats: [], example: 'free', open: [], current: null, seen: new Map(), listed: '' };

const capacity = () => Math.min(maxPanes, Math.max(1, Math.floor(place.panes.clientWidth / paneWidth)));
const isShown = (id) => (isPhone.matches ? state.current === id : state.open.some((pane) => pane.id === id));

async function refresh() {
  const overview = await ask('chats');
  if (!overview) return;
  state.chats = overview.chats;
  state.example = overview.example;
  if (state.chats.length > 0 && state.open.length === 0 && state.current === null) openFirst();
  await Promise.all(state.open.map(refreshPane));
  draw();
}

/** All that are open: what happens in one chat changes what makes sense to write in another. */
async function refreshPane(pane) {
  const view = await ask(`chats/${encodeURIComponent(pane.id)}`);
  if (view) pane.update(view);
}

/** One refresh at a time; what changes meanwhile leads to one more. */
let running = null;
let isWanted = false;
function wantRefresh() {
  isWanted = true;
  running ??= (async () => {
    while (isWanted) {
      isWanted = false;
      await refresh();
    }
    running = null;
  })();
  return running;
}

function openFirst() {
  place.panes.replaceChildren();
  const count = isPhone.matches ? 1 : Math.min(3, capacity());
  for (const { id } of state.chats.slice(0, count)) addPane(id);
  state.current = state.chats[0].id;
}

function addPane(id) {
  const chat = state.chats.find((candidate) => candidate.id === id);
  const pane = createPane(chat, { onClose: closePane });
  state.open.push(pane);
  place.panes.append(pane.element);
}

function closePane(id) {
  const pane = state.open.find((candidate) => candidate.id === id);
  pane.element.remove();
  state.open = state.open.filter((candidate) => candidate !== pane);
  if (state.current === id) state.current = state.open.at(-1)?.id ?? '';
  draw();
  place.list.querySelector(`[data-chat="${CSS.escape(id)}"]`)?.focus();
}

/** On a desk a full row gives up its last pane: the first ones are the admin's and the office's. */
async function choose(id) {
  if (!state.open.some((pane) => pane.id === id)) {
    const isFull = !isPhone.matches && state.open.length >= capacity();
    if (isFull) state.open.pop().element.remove();
    addPane(id);
  }
  state.current = id;
  draw();
  const pane = state.open.find((candidate) => candidate.id === id);
  pane.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (!isPhone.matches) pane.focus();
  await wantRefresh();
}

function draw() {
  const isEmpty = state.chats.length === 0;
  document.body.classList.toggle('is-empty', isEmpty);
  place.loadSmall.hidden = isEmpty || state.example !== 'free';
  if (isEmpty && !place.panes.querySelector('.welcome')) {
    place.panes.replaceChildren(place.welcome.content.cloneNode(true));
    document.getElementById('load-example').addEventListener('click', loadExample);
  }
  for (const pane of state.open) pane.element.classList.toggle('is-current', pane.id === state.current);
  for (const { id, revision } of state.chats)
    if (isShown(id) || !state.seen.has(id)) state.seen.set(id, revision);
  drawList();
}

function drawList() {
  const rows = state.chats.map((chat) => ({
    ...chat,
    isOpen: isShown(chat.id),
    isNew: chat.revision > state.seen.get(chat.id),
  }));
  const facts = JSON.stringify(rows.map(({ revision: _, ...row }) => row));
  if (facts === state.listed) return;
  state.listed = facts;
  const focused = document.activeElement?.closest('.chat')?.dataset.chat;
  const items = [];
  let head = '';
  for (const row of rows) {
    const name = { private: 'headPrivate', office: 'headOffice', unit: 'headUnit', none: 'headNone' }[
      row.role
    ];
    if (name !== head) items.push(h('h2', {}, word(name)));
    head = name;
    items.push(renderRow(row));
  }
  place.list.replaceChildren(...items);
  if (focused) place.list.querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus();
}

function renderRow({ id, title, isGroup, isOpen, isNew, unitCode, hasBot }) {
  return h(
    'button',
    {
      class: `chat${isNew ? ' is-new' : ''}${hasBot ? '' : ' is-off'}`,
      type: 'button',
      'data-chat': id,
      'aria-pressed': String(isOpen),
      onclick: () => void choose(id),
    },
    avatar(id, title, isGroup ? 'group' : ''),
    h(
      'span',
      { class: 'chat-names' },
      h('span', { class: 'chat-name' }, title),
      unitCode ? h('span', { class: 'chat-code' }, unitCode) : null,
    ),
    isNew ? h('span', { class: 'dot', role: 'img', 'aria-label': word('newMessages') }) : null,
  );
}

async function loadExample(event) {
  const button = event.currentTarget;
  const label = button.textContent;
  const hadChats = state.chats.length > 0; // else the first look at the new chats opens the panes
  button.disabled = true;
  button.textContent = word('loading');
  const answer = await ask('example', {});
  button.disabled = false;
  button.textContent = label;
  if (!answer) return;
  if (hadChats) {
    for (const pane of state.open) pane.element.remove();
    Object.assign(state, { open: [], current: null });
  }
  await wantRefresh();
  if (!isPhone.matches) state.open[0]?.focus();
}

async function createChat(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const fields = new FormData(form);
  const answer = await ask('chats', { isGroup: fields.get('kind') === 'group', name: fields.get('name') });
  if (!answer) return;
  form.reset();
  form.closest('details').open = false;
  if (state.current === null) state.current = '';
  place.panes.querySelector('.welcome')?.remove();
  await wantRefresh();
  await choose(answer.id);
}

/** Changes come by Server-Sent Events; while these are away the page asks every two seconds. */
function listen() {
  let source = null;
  const open = () => {
    source = new EventSource('/sandbox/stream');
    source.addEventListener('revisions', () => void wantRefresh());
    source.addEventListener('open', () => (place.link.textContent = ''));
    source.addEventListener('error', () => (place.link.textContent = word('offline')));
  };
  open();
  setInterval(() => {
    if (source.readyState === EventSource.OPEN) return;
    void wantRefresh();
    if (source.readyState === EventSource.CLOSED) open();
  }, pollMs);
}

place.loadSmall.addEventListener('click', loadExample);
document.getElementById('new-chat').addEventListener('submit', createChat);
isPhone.addEventListener('change', () => {
  if (!state.current) state.current = state.open[0]?.id ?? '';
  draw();
});
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.menu[open]'))
    if (!menu.contains(event.target)) menu.open = false;
});
void wantRefresh();
listen();
