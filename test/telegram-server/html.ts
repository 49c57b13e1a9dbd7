import { badRequest } from './errors.js';
import type { FormattedText } from './entities.js';
import type { Entity } from './types.js';

const TAGS: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-emoji': 'custom_emoji',
};

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

interface Open {
  tag: string;
  start: number;
  attributes: string;
}

/** parse_mode=HTML with the refusals of the official server. */
export function parseHtml(source: string): FormattedText {
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = '';
  for (let at = 0; at < source.length;) {
    if (source[at] !== '<') {
      const end = nextTag(source, at);
      text += unescape(source.slice(at, end));
      at = end;
      continue;
    }
    const close = source.indexOf('>', at);
    if (source[at + 1] === '/') {
      if (close < 0) throw wrong(`Unclosed end tag at byte offset ${byteOffset(source, at)}`);
      endTag(source.slice(at + 2, close), byteOffset(source, at), {
        open,
        entities,
        text,
      });
    } else open.push(startTag(source, at, close, text.length));
    at = close + 1;
  }
  const left = open.at(-1);
  if (left) throw wrong(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function startTag(source: string, at: number, close: number, start: number): Open {
  const tag = (/^[^\s>]*/.exec(source.slice(at + 1))?.[0] ?? '').toLowerCase();
  const offset = byteOffset(source, at);
  if (!Object.hasOwn(TAGS, tag)) throw wrong(`Unsupported start tag "${tag}" at byte offset ${offset}`);
  if (close < 0) throw wrong(`Unclosed start tag at byte offset ${offset}`);
  const attributes = source.slice(at + 1 + tag.length, close);
  if (tag === 'span' && !/class=["']?tg-spoiler/.test(attributes)) {
    throw wrong(`Tag "span" must have class "tg-spoiler" at byte offset ${offset}`);
  }
  return { tag, start, attributes };
}

function endTag(
  name: string,
  offset: number,
  state: { open: Open[]; entities: Entity[]; text: string },
): void {
  const top = state.open.pop();
  if (!top) throw wrong(`Unexpected end tag at byte offset ${offset}`);
  const tag = name.trim().toLowerCase();
  if (tag !== '' && tag !== top.tag) {
    throw wrong(`Unmatched end tag at byte offset ${offset}, expected "</${top.tag}>", found "</${tag}>"`);
  }
  const length = state.text.length - top.start;
  if (length > 0) state.entities.push(...entityOf(top, length, state.text));
}

function entityOf(open: Open, length: number, text: string): Entity[] {
  const entity: Entity = { type: TAGS[open.tag] ?? open.tag, offset: open.start, length };
  const attribute = (name: string): string | undefined => {
    const match = new RegExp(`${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(open.attributes);
    return match ? unescape(match[1] ?? match[2] ?? match[3] ?? '') : undefined;
  };
  if (open.tag === 'a') {
    const url = attribute('href') ?? text.slice(open.start);
    const user = /^tg:\/\/user\?id=(\d+)/.exec(url)?.[1];
    if (user)
      return [{ ...entity, type: 'text_mention', user: { id: Number(user), is_bot: false, first_name: '' } }];
    // A link the server cannot read is dropped in silence; its text stays.
    return /^(https?:\/\/|tg:\/\/)?[^\s]+\.[^\s]+|^tg:\/\//i.test(url) ? [{ ...entity, url }] : [];
  }
  const language = open.tag === 'code' ? attribute('class')?.replace(/^language-/, '') : undefined;
  if (open.tag === 'blockquote' && /\bexpandable\b/.test(open.attributes))
    entity.type = 'expandable_blockquote';
  return [language === undefined ? entity : { ...entity, language }];
}

function nextTag(source: string, from: number): number {
  const at = source.indexOf('<', from);
  return at < 0 ? source.length : at;
}

function unescape(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|amp|quot));?/gi, (all, dec, hex, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? String(all);
    const code = dec ? Number(dec) : parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : String(all);
  });
}

const byteOffset = (source: string, at: number): number => Buffer.byteLength(source.slice(0, at));
const wrong = (text: string): Error => badRequest(`can't parse entities: ${text}`);
