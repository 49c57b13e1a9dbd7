// Moves a unit by dragging its line onto another: a dialog names what goes along before anything is sent. Without this
// script, and from the keyboard, the form above the tree does the same; a handle that is pressed fills it in.
const tree = document.querySelector('[data-tree]');
const dialog = document.querySelector('[data-move]');
const top = document.querySelector('[data-top]');
const form = document.querySelector('[data-move-form]');

/** @type {HTMLElement | null} */
let held = null;

const lines = () => [...tree.querySelectorAll('li[data-code]')];
const lineOf = (event) => event.target.closest('li[data-code], [data-top]');

/** What is dragged can't go below itself, and is where it is. */
function mayTake(target) {
  if (!held || !target || target === held) return false;
  if (target === top) return held.dataset.parent !== '';
  const above = (target.dataset.above ?? '').split(' ');
  return !above.includes(held.dataset.code) && target.dataset.code !== held.dataset.parent;
}

function mark(target) {
  for (const line of [...lines(), top]) line.classList.toggle('over', line === target);
}

function release() {
  held?.classList.remove('held');
  held = null;
  top.hidden = true;
  mark(null);
}

/** The words of the dialog are the page's; only codes and names are filled in, as text. */
function ask(line, target) {
  const { code, name, below } = line.dataset;
  const isTop = target === top;
  const words = dialog.dataset[isTop ? 'toTop' : 'under'];
  const parent = isTop ? '' : `${target.dataset.code} ${target.dataset.name}`;
  const count = Number(below) > 0 ? dialog.dataset.along.replace('{count}', () => below) : '';
  dialog.querySelector('[data-question]').textContent = words
    .replace('{unit}', () => `${code} ${name}`)
    .replace('{parent}', () => parent);
  dialog.querySelector('[data-along-line]').textContent = count;
  dialog.querySelector('[name=code]').value = code;
  dialog.querySelector('[name=parent]').value = isTop ? '' : target.dataset.code;
  dialog.showModal();
}

/** A handle: dragged with a mouse, pressed from the keyboard or with a thumb. */
function addHandle(line) {
  const handle = document.createElement('button');
  handle.type = 'button';
  handle.className = 'handle';
  handle.draggable = true;
  handle.setAttribute('aria-label', `${tree.dataset.handle} ${line.dataset.code}`);
  handle.addEventListener('click', () => {
    form.open = true;
    form.querySelector('[name=code]').value = line.dataset.code;
    form.querySelector('[name=parent]').focus();
  });
  line.prepend(handle);
}

if (tree && dialog && top && form) {
  lines().forEach(addHandle);
  tree.addEventListener('dragstart', (event) => {
    if (!event.target.closest('.handle')) return;
    held = event.target.closest('li[data-code]');
    event.dataTransfer.setData('text/plain', held.dataset.code);
    event.dataTransfer.effectAllowed = 'move';
    held.classList.add('held');
    top.hidden = held.dataset.parent === '';
  });
  tree.addEventListener('dragover', (event) => {
    const target = lineOf(event);
    const isFit = mayTake(target);
    mark(isFit ? target : null);
    if (isFit) event.preventDefault();
  });
  tree.addEventListener('drop', (event) => {
    const target = lineOf(event);
    const line = held;
    const isFit = mayTake(target);
    release();
    if (!isFit) return;
    event.preventDefault();
    ask(line, target);
  });
  tree.addEventListener('dragend', release);
}
