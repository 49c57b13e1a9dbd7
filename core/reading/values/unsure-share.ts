import { STOP } from './answer.js';
import { readAsked } from './asked.js';
import { wordsOf } from './marked-words.js';
import { tagsOf } from './phrase-list.js';
import { relations } from './words/phrases.js';

/** Words before a share that make it one of another day, of the rest, or none yet, unless the title asks for such. */
const OTHERWISE = 'maybe unsure ahead then plan must absent undone left change'.split(' ');
const LOOSE = /^(?:gan|hon|tren|duoi|xin|uoc|phai|dau|nearly|almost|over|under|about)$/;

/** `dự kiến 12/15`, `còn 3/15 hộ chưa tiêm`, `gần 90%`: a share, and not the one that is asked for. */
export function isUnsureShare(note: string, title: string): boolean {
  const words = wordsOf(note);
  const { tokens } = words;
  const asked = readAsked({ type: 'number' }, title).relations;
  const tags = tagsOf(words, relations);
  const at = tokens.findIndex(({ kind }) => /^(?:ratio|percent|number)$/.test(kind));
  if (at < 0) return false;
  const isStop = (raw: string) => STOP.test(raw) || raw === ':';
  const from = tokens.slice(0, at).findLastIndex(({ raw }) => isStop(raw)) + 1;
  const isOther = (place: number) =>
    OTHERWISE.some(
      (tag) => tags[place]!.includes(tag) && !asked.has(tag) && !(tag === 'left' && asked.has('undone')),
    );
  const isLed = tokens
    .slice(from, at)
    .some(({ fold }, step) => isOther(from + step) || (LOOSE.test(fold) && !asked.has('plan')));
  const behind = tokens.slice(at + 1, at + 4);
  const stop = behind.findIndex(({ raw, kind }) => STOP.test(raw) || kind === 'number');
  const isDenied = behind
    .slice(0, stop < 0 ? undefined : stop)
    .some((_, step) => tags[at + 1 + step]!.includes('undone') && !asked.has('undone'));
  return isLed || isDenied || tokens.some(({ raw }, place) => raw === '?' || tags[place]!.includes('unsure'));
}
