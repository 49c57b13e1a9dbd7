import { badRequest } from './errors.js';
import type { FormattedText } from './entities.js';
import type { Entity } from './types.js';

const V2_MARKS: [string, string][] = [
  ['```', 'pre'],
  ['__', 'underline'],
  ['||', 'spoiler'],
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strikethrough'],
  ['`', 'code'],
  ['[', 'text_link'],
];
const V1_MARKS = V2_MARKS.filter(([, type]) => ['pre', 'bold', 'italic', 'code', 'text_link'].includes(type));
const V2_RESERVED = new Set('_*[]()~`>#+-=|{}.!');

interface Open {
  mark: string;
  type: string;
  start: number;
  at: number;
}

interface State {
  source: string;
  text: string;
  open: Open[];
  entities: Entity[];
  isV2: boolean;
}

/** parse_mode=Markdown and MarkdownV2: the marks, the escapes and the two common refusals. */
export function parseMarkdown(source: string, isV2: boolean): FormattedText {
  const state: State = { source, text: '', open: [], entities: [], isV2 };
  for (let at = 0; at < source.length;) at = step(state, at);
  const left = state.open.at(-1);
  if (left) {
    const name = isV2 ? `${left.type.replace('text_link', 'a')} entity` : 'the entity starting';
    throw wrong(`Can't find end of ${name} at byte offset ${byteOffset(source, left.at)}`);
  }
  return {
    text: state.text,
    entities: state.entities.sort((a, b) => a.offset - b.offset || b.length - a.length),
  };
}

function step(state: State, at: number): number {
  const { source, isV2 } = state;
  const char = source[at] ?? '';
  const next = source[at + 1];
  if (char === '\\' && next !== undefined && (isV2 || '_*`['.includes(next))) {
    state.text += next;
    return at + 2;
  }
  const top = state.open.at(-1);
  const isRaw = top?.type === 'pre' || top?.type === 'code';
  if (top && source.startsWith(top.type === 'text_link' ? '](' : top.mark, at)) return close(state, top, at);
  const mark = isRaw ? undefined : (isV2 ? V2_MARKS : V1_MARKS).find(([text]) => source.startsWith(text, at));
  if (mark && (isV2 || !top)) {
    state.open.push({ mark: mark[0], type: mark[1], start: state.text.length, at });
    return at + mark[0].length;
  }
  if (isV2 && !isRaw && V2_RESERVED.has(char) && !(char === '>' && /(^|\n)$/.test(source.slice(0, at)))) {
    throw wrong(`Character '${char}' is reserved and must be escaped with the preceding '\\'`);
  }
  state.text += char;
  return at + 1;
}

function close(state: State, top: Open, at: number): number {
  state.open.pop();
  const entity: Entity = { type: top.type, offset: top.start, length: state.text.length - top.start };
  let end = at + top.mark.length;
  if (top.type === 'text_link') {
    const stop = state.source.indexOf(')', at);
    if (stop < 0) throw wrong(`Can't find end of a URL at byte offset ${byteOffset(state.source, at + 1)}`);
    entity.url = state.source.slice(at + 2, stop).replaceAll('\\', '');
    end = stop + 1;
  }
  if (entity.length > 0) state.entities.push(entity);
  return end;
}

const byteOffset = (source: string, at: number): number => Buffer.byteLength(source.slice(0, at));
const wrong = (text: string): Error => badRequest(`can't parse entities: ${text}`);
