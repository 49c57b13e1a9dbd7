import { foldText } from '../text/fold.js';
import { tokenise, type Token } from '../text/tokens.js';

// Words of address that may stand before the code: `Dạ em báo cáo #12 đã xong`.
const POLITE = new Set(
  'da vang em bao cao viec cv bc ma so ve va voi kinh gui xin thua anh chi sep chi dao phan task re dear report on for la ok a e nhiem vu cong van ca hai ba tat muc so dau cau'.split(
    ' ',
  ),
);
const SEPARATORS = /^[\s:.,;–—|>)\]-]+/;
/** `#12 -3` is a figure below zero, `#12 - 3` and `#12-3` are not. */
const MINUS = /^\s+-\d/;

/** Takes the directive's code (`#12`, `# 12:`) and a mention of the bot before it off a text. */
export function splitCode(text: string): { code: number | null; note: string } {
  if (!/[#＃@]/.test(text)) return { code: null, note: text.trim() };
  const tokens = tokenise(text);
  let first = 0;
  while (tokens[first]?.kind === 'mention') first += 1;
  const start = tokens[first]?.start ?? text.length;
  const at = findCode(tokens, first);
  const token = tokens[at];
  if (!token) return { code: null, note: text.slice(start).trim() };
  const before = text.slice(start, token.start).trim();
  const rest = text.slice(token.end);
  const after = (MINUS.test(rest) ? rest : rest.replace(SEPARATORS, '')).trim();
  const note = [before, after].filter((part) => part !== '').join(' ');
  return { code: codeOf(token), note: withoutMention(note) };
}

/** Cuts a message that answers several directives (`#12 xong, #13 70%`) into one text per code. */
export function splitDirectives(text: string): string[] {
  if (!/[#＃]/.test(text)) return [text];
  const tokens = tokenise(text);
  const codes = tokens.filter((token) => token.kind === 'code');
  const at = findCode(
    tokens,
    tokens.findIndex((token) => token.kind !== 'mention'),
  );
  if (codes.length < 2 || tokens[at] !== codes[0]) return [text];
  const pieces = codes.map((token, index) => ({
    code: token.raw,
    words: text
      .slice(token.end, codes[index + 1]?.start ?? text.length)
      .replace(SEPARATORS, '')
      .replace(/[\s,;]+$/, ''),
  }));
  // `#12, #13 và #14 xong`: codes with nothing of their own share what follows.
  for (let index = pieces.length - 2; index >= 0; index -= 1) {
    const [piece, next] = [pieces[index]!, pieces[index + 1]!];
    if (['', 'va', 'and', 'voi', '&', '+'].includes(foldText(piece.words))) piece.words = next.words;
  }
  return pieces.map((piece) => `${piece.code} ${piece.words}`);
}

function findCode(tokens: readonly Token[], first: number): number {
  let at = first;
  while (tokens[at] && (tokens[at]!.kind === 'mention' || isPolite(tokens[at]!))) at += 1;
  if (tokens[at]?.kind === 'code') return at;
  const last = tokens.length - 1;
  const only = tokens.filter((token) => token.kind === 'code').length === 1;
  return only && tokens[last]?.kind === 'code' ? last : -1;
}

function isPolite(token: Token): boolean {
  return (
    (token.kind === 'word' && POLITE.has(token.fold)) ||
    (token.kind === 'punct' && /^[,:.([]$/.test(token.raw))
  );
}

function codeOf(token: Token): number | null {
  const code = Number(token.raw.replace(/\D/g, ''));
  return code > 0 ? code : null;
}

function withoutMention(note: string): string {
  return note.replace(/^@[\p{L}\d_]{1,64}\s*/u, '');
}
