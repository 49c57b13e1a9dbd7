import { ask, h, icon, plainText, shorten, word } from './dom.js';

/** The lower part of a pane: who speaks, suggestions, the input. `onSpeaker` hears who speaks now, `onSent` that a message went. */
export function createComposer({ id, title, onSpeaker, onSent }) {
  const state = { mode: null, file: null, suggestions: '', members: '' };
  const part = createParts(id, title);
  const send = async () => {
    if (await submit(id, part, state)) onSent();
    part.input.focus();
  };
  part.form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  part.input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && (state.mode || state.file)) return reset(part, state);
    // While a Vietnamese input method composes a syllable, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  part.input.addEventListener('input', () => fit(part.input));
  part.speaker.addEventListener('change', () => onSpeaker(part.speaker.value));
  part.file.addEventListener('change', () => attach(part, state));
  return {
    element: part.element,
    speakerId: () => part.speaker.value,
    focus: () => part.input.focus(),
    reply: (message) => begin(part, state, { kind: 'reply', message }),
    edit: (message) => {
      begin(part, state, { kind: 'edit', message });
      fill(part.input, plainText(message.content));
    },
    update: (view) => update(part, state, view),
  };
}

function createParts(id, title) {
  const speaker = h('select', { id: `speaker-${id}`, class: 'speaker' });
  const input = h('textarea', {
    rows: '1',
    'aria-label': word('message', { title }),
    placeholder: word('placeholder'),
    maxlength: '20000',
  });
  const file = h('input', { type: 'file', id: `file-${id}`, class: 'visually-hidden' });
  const attachLabel = h(
    'label',
    { for: `file-${id}`, class: 'icon-button', title: word('attach') },
    icon('attach'),
    h('span', { class: 'visually-hidden' }, word('attach')),
  );
  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': word('suggestions') });
  const note = h('div', { class: 'note', hidden: true });
  const send = h('button', { class: 'send', type: 'submit', 'aria-label': word('send') }, icon('send'));
  const who = h('div', { class: 'who' }, h('label', { for: `speaker-${id}` }, word('speaker')), speaker);
  const form = h(
    'form',
    { class: 'compose' },
    note,
    who,
    h('div', { class: 'line-in' }, file, attachLabel, input, send),
  );
  return { element: h('div', { class: 'composer' }, chips, form), form, speaker, input, file, chips, note };
}

async function submit(id, part, state) {
  const text = part.input.value;
  const { mode, file } = state;
  if (text.trim() === '' && !file) return false;
  const memberId = part.speaker.value;
  const path = `chats/${encodeURIComponent(id)}`;
  const replyTo = mode?.kind === 'reply' ? { replyTo: mode.message.id } : {};
  const isDone =
    mode?.kind === 'edit'
      ? await ask(`${path}/edit`, { memberId, messageId: mode.message.id, text })
      : await ask(`${path}/write`, { memberId, text, ...replyTo, ...(file ? { file } : {}) });
  if (isDone) reset(part, state);
  return isDone !== null;
}

function begin(part, state, mode) {
  state.mode = mode;
  drawNote(part, state);
  part.input.focus();
}

/** Only the file's name and size go along; its content never leaves the browser. */
function attach(part, state) {
  const [chosen] = part.file.files;
  part.file.value = '';
  if (!chosen) return;
  const kind = chosen.type.startsWith('image/') ? 'photo' : 'document';
  state.file = { kind, name: chosen.name.slice(0, 200), size: chosen.size };
  drawNote(part, state);
  part.input.focus();
}

function reset(part, state) {
  const wasEdit = state.mode?.kind === 'edit';
  state.mode = null;
  state.file = null;
  fill(part.input, '');
  drawNote(part, state);
  if (wasEdit) part.input.focus();
}

/** What the input is about: a reply, an edit, a file. */
function drawNote(part, state) {
  const { mode, file } = state;
  const lines = [];
  if (mode) lines.push(renderNote(describeMode(mode), word('cancel'), () => reset(part, state)));
  if (file) {
    const remove = () => {
      state.file = null;
      drawNote(part, state);
    };
    lines.push(renderNote(`${word(file.kind)}: ${file.name}`, word('detach', file), remove));
  }
  part.note.replaceChildren(...lines);
  part.note.hidden = lines.length === 0;
}

function describeMode({ kind, message }) {
  if (kind === 'edit') return word('editing');
  return word('replyTo', { name: message.author, text: shorten(plainText(message.content), 60) });
}

function renderNote(text, label, onDrop) {
  const props = { class: 'icon-button', type: 'button', 'aria-label': label, title: label, onclick: onDrop };
  return h('div', { class: 'note-line' }, h('span', {}, text), h('button', props, icon('close')));
}

function update(part, state, { members, suggestions }) {
  const people = JSON.stringify(members);
  if (people !== state.members) {
    state.members = people;
    const chosen = part.speaker.value;
    part.speaker.replaceChildren(...members.map(({ id, name }) => h('option', { value: id }, name)));
    if (members.some(({ id }) => id === chosen)) part.speaker.value = chosen;
    part.speaker.parentElement.hidden = members.length < 2;
  }
  const lines = JSON.stringify(suggestions);
  if (lines === state.suggestions) return;
  state.suggestions = lines;
  const choose = (text) => {
    fill(part.input, text);
    part.input.focus();
  };
  part.chips.replaceChildren(
    ...suggestions.map(({ label, text }) =>
      h('button', { class: 'chip', type: 'button', title: text, onclick: () => choose(text) }, label),
    ),
  );
}

function fill(input, text) {
  input.value = text;
  fit(input);
}

/** The input grows with its text up to the limit the style sheet sets. */
function fit(input) {
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight + 2}px`;
}
