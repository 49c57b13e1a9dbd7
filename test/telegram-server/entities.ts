import { badRequest } from './errors.js';
import { parseHtml } from './html.js';
import { parseMarkdown } from './markdown.js';
import type { Params } from '../chat-server/params.js';
import type { Entity } from './types.js';

export interface FormattedText {
  text: string;
  entities: Entity[];
}

const KNOWN = new Set(
  (
    'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler ' +
    'blockquote expandable_blockquote code pre text_link text_mention custom_emoji'
  ).split(' '),
);

/** What a bot writes: formatting parsed, spaces at both ends cut, links and commands found. */
export function formattedText(params: Params, field: string, list: string): FormattedText {
  const raw = params.text(field).replaceAll('\r', '');
  const mode = params.text('parse_mode').toLowerCase();
  let parsed: FormattedText;
  if (mode === '' || mode === 'none')
    parsed = { text: raw, entities: checkEntities(params.json(list, 'entities'), raw) };
  else if (mode === 'html') parsed = parseHtml(raw);
  else if (mode === 'markdown' || mode === 'markdownv2') parsed = parseMarkdown(raw, mode === 'markdownv2');
  else throw badRequest('unsupported parse_mode');
  return withDetected(trim(parsed));
}

function checkEntities(value: unknown, text: string): Entity[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw badRequest("can't parse entities JSON object");
  const found = (value as Entity[]).filter((entity) => {
    if (!KNOWN.has(entity.type)) throw badRequest("can't parse MessageEntity: Unsupported type specified");
    if (!Number.isInteger(entity.offset) || !Number.isInteger(entity.length)) {
      throw badRequest('can\'t parse MessageEntity: Field "offset" must be of type Number');
    }
    return entity.offset >= 0 && entity.length > 0;
  });
  for (const { offset, length } of found) checkRange(text, offset, offset + length);
  return found.sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function checkRange(text: string, start: number, end: number): void {
  if (start >= text.length || end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${start} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
  if (splitsPair(text, start)) {
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at UTF-16 offset ${start}`);
  }
  if (splitsPair(text, end)) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${start} ends in a middle of a UTF-16 symbol at UTF-16 offset ${end}`,
    );
  }
}

function splitsPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}

function trim({ text, entities }: FormattedText): FormattedText {
  const end = text.trimEnd().length;
  const start = end === 0 ? 0 : text.length - text.trimStart().length;
  if (start === 0 && end === text.length) return { text, entities };
  const moved = entities.map((entity) => {
    const from = Math.max(entity.offset, start) - start;
    const to = Math.min(entity.offset + entity.length, end) - start;
    return { ...entity, offset: from, length: to - from };
  });
  return { text: text.slice(start, end), entities: moved.filter((entity) => entity.length > 0) };
}

const FORMATTING = new Set(['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'blockquote']);

const DETECTED: [string, RegExp][] = [
  ['bot_command', /(?<![\p{L}\p{N}_/<])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/])/gu],
  ['mention', /(?<![\p{L}\p{N}_@/])@[A-Za-z][A-Za-z0-9_]{2,31}\b/gu],
  ['hashtag', /(?<![\p{L}\p{N}_#])#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu],
  ['url', /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/gu],
];

/** Commands, mentions, hashtags and links are entities without anybody asking, for people and bots alike. */
export function withDetected({ text, entities }: FormattedText): FormattedText {
  if (!/[/@#]/.test(text)) return { text, entities };
  const taken = [...entities];
  for (const [type, pattern] of DETECTED) {
    for (const match of text.matchAll(pattern)) {
      const [offset, length] = [match.index, match[0].length];
      const isBlocked = taken.some(
        (other) =>
          !FORMATTING.has(other.type) &&
          offset < other.offset + other.length &&
          other.offset < offset + length,
      );
      if (!isBlocked) taken.push({ type, offset, length });
    }
  }
  return { text, entities: taken.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}
