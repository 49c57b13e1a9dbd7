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

const EXCEPT =
  /(?:^|\s)(?:(?:ngoại |ngoai |chỉ |chi )?(?:trừ|tru)(?: (?:mỗi|moi))?|except|but not)(?: (?:việc|viec|task))?$/iu;

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
  // `mọi việc xong trừ #13`: of this one nothing else is said.
  const excepted = EXCEPT.exec(before)?.[0].trim();
  if (excepted !== undefined) return { code: codeOf(token), note: excepted };
  const after = (MINUS.test(rest) ? rest : rest.replace(SEPARATORS, '')).trim();
  const note = [before, after].filter((part) => part !== '').join(' ');
  return { code: codeOf(token), note: withoutMention(note) };
}

/** Cuts a message that answers several directives (`#12 xong, #13 70%`) into one text per code. */
export function splitDirectives(text: string): string[] {
  if (!/[#＃]/.test(text)) return [text];
  const tokens = tokenise(text);
  const named = tokens.filter((token) => token.kind === 'code');
  const codes = named.filter((token, index) => index === 0 || !isReferredTo(tokens, token));
  if (codes.length < 2) return [text];
  // `#12-#14 xong`: whether those between are done too, nobody said.
  if (named.some((token, index) => index > 0 && isRange(text, named[index - 1]!, token)))
    return named.map(({ raw }) => `${raw} `);
  const at = findCode(
    tokens,
    tokens.findIndex((token) => token.kind !== 'mention'),
  );
  const leads = tokens[at] === codes[0];
  const behind = codes.map((token) => isBehind(tokens, token));
  const pieces = leads ? piecesAfter(text, codes) : behind[0] ? piecesBefore(text, codes, behind) : null;
  return pieces === null ? [text] : share(pieces).map((piece) => `${piece.code} ${piece.words}`);
}

/** `#12 chờ #13 xong mới làm được`, `#12 giống #13`: named in what is said of another. */
function isReferredTo(tokens: readonly Token[], code: Token): boolean {
  const at = tokens.indexOf(code);
  const before = tokens[at - 1]?.fold ?? '';
  const rest = tokens.slice(at + 1, at + 8);
  const end = rest.findIndex(({ kind, raw }) => kind === 'code' || /^[,.;\n]/.test(raw));
  const said = rest.slice(0, end < 0 ? undefined : end);
  if (/^(?:giong|nhu|khi|neu|like|unless|if)$/.test(before)) return true;
  const isAwaited = /^(?:cho|doi|sau|theo|until|after|for|on)$/.test(before);
  return isAwaited && (said.length === 0 || said.some(({ fold }) => fold === 'moi' || fold === 'first'));
}

/** `#12-#14`, `#12 đến #14` */
const isRange = (text: string, from: Token, to: Token): boolean =>
  /^\s*(?:[-–—]|đến|den|tới|toi|to)\s*$/iu.test(text.slice(from.end, to.start)) &&
  (codeOf(to) ?? 0) - (codeOf(from) ?? 0) > 1;

interface Piece {
  code: string;
  words: string;
  /** Joined to what is said before it: `#36 xong và #35`. */
  isJoined: boolean;
}

/** What joins a code to the words before it. A comma does not: of `#36 70%, #35` nothing is said of the second. */
const JOINS = /(?:^|[\s,;(])(?:và|va|với|voi|cùng|cung|cả|ca|lẫn|lan|and|both|&|\+)\s*$/iu;

const ENDS = /^[,;.)\n]/;

/** `đã nhận #55; …`: the code stands behind what is said of it. */
function isBehind(tokens: readonly Token[], code: Token): boolean {
  const next = tokens[tokens.indexOf(code) + 1];
  if (next?.kind === 'code') return true;
  return next === undefined || ENDS.test(next.raw) || /^(?:va|and|voi)$/.test(next.fold);
}

function piecesAfter(text: string, codes: readonly Token[]): Piece[] {
  return codes.map((token, index) => ({
    code: token.raw,
    words: trim(text.slice(token.end, codes[index + 1]?.start ?? text.length)),
    isJoined: JOINS.test(text.slice(0, token.start)),
  }));
}

/** Every code has the words before it; from the first that stands before its words on, those behind it. */
function piecesBefore(text: string, codes: readonly Token[], behind: readonly boolean[]): Piece[] {
  const turn = behind.includes(false) ? behind.indexOf(false) : codes.length;
  const before = codes.slice(0, turn).map((token, index) => ({
    code: token.raw,
    words: trim(text.slice(codes[index - 1]?.end ?? 0, token.start)),
    isJoined: true,
  }));
  // `còn hồ sơ (#8) vướng hóa đơn`
  const rest = turn === codes.length ? text.slice(codes.at(-1)!.end).replace(SEPARATORS, '').trim() : '';
  const last = before.at(-1)!;
  if (rest !== '') last.words = `${last.words} ${rest}`;
  return [...before, ...piecesAfter(text, codes.slice(turn))];
}

/** `#16 xong còn #17 …`: the last word leads to what is behind it. */
const LEADS_ON = /(?:^|[\s,;(]+)(?:còn|con|và|va|riêng|rieng|nhưng|nhung|and|but|while)?[\s,;(]*$/iu;

function trim(words: string): string {
  return words.replace(SEPARATORS, '').replace(LEADS_ON, '');
}

const NO_WORDS = /^(?:|va|and|voi|lan|&|\+|\/|both|,)$/;
const LIKEWISE =
  /^(?:thi )?(?:cung (?:the|vay|rua|xong|nhu vay|nhu the|nhu tren)|tuong tu|y vay|y chang|nhu tren|same|likewise|as well|too)(?: (?:a|nhe|nha|luon))*[.!]*$/;

/** Codes with nothing of their own share what follows, else what precedes: `#12, #13 và #14 xong`, `#10 cũng thế`. */
function share(pieces: Piece[]): Piece[] {
  const isBare = ({ words }: Piece): boolean => NO_WORDS.test(foldText(words));
  for (let index = pieces.length - 2; index >= 0; index -= 1)
    if (isBare(pieces[index]!)) pieces[index]!.words = pieces[index + 1]!.words;
  for (let index = 1; index < pieces.length; index += 1)
    if ((isBare(pieces[index]!) && pieces[index]!.isJoined) || LIKEWISE.test(foldText(pieces[index]!.words)))
      pieces[index]!.words = pieces[index - 1]!.words;
  return pieces;
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
