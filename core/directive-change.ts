import { sayDeadline } from './deadline/say-deadline.js';
import { readFirstLine } from './compose/first-line.js';
import { cleanBody, cleanTitle } from './compose/request.js';
import { bold, joinLines, plain, type RichText } from './message.js';
import type { Say } from './say.js';
import { OTHER_LINE_END } from './text/fold.js';

/** What a directive says and can be changed in. */
export interface Wording {
  title: string;
  body: string;
  dueAt: Date | null;
}

/** What was typed behind `/amend 12`: null for a part that stays. */
export interface Amendment {
  title: string | null;
  body: string | null;
  deadline: string | null;
  /** The deadline goes: `bỏ hạn`. */
  isFree: boolean;
}

/** `Hạn mặn năm nay`, `Hạn chế túi ni lông` are titles. */
const deadlineLine =
  /^(?:hạn|han|due|deadline)(?=[\s:])(?!\s+(?:chế|che|mặn|man|hán|han|ngạch|ngach|mức|muc|điền|dien|sử|su|dùng|dung)(?!\p{L}))/iu;

const freeLine =
  /^(?:bỏ|bo|xóa|xoá|xoa|không|khong|không có|khong co)(?: thời| thoi)? (?:hạn|han)[.!]?$|^(?:no|remove(?: the)?) (?:due|deadline)[.!]?$/iu;
/** `Rà soát cống, hạn 20/12`: the title ends where the deadline begins. */
const behindTitle = /^(.*\S)\s*[,;]\s*((?:hạn|han|due|deadline)[\s:].*)$/iu;

/**
 * A line that begins with `hạn` or `due` is the new deadline, and so is what begins so behind the title; `bỏ hạn` takes the
 * deadline away. Of the other lines the first is the title, the rest the body. A title alone leaves the body as it is.
 */
export function parseAmendment(text: string): Amendment {
  const all = text.replace(OTHER_LINE_END, '\n').normalize('NFC').split('\n');
  const isFree = all.some((line) => freeLine.test(line.trim()));
  const lines = splitTitle(all.filter((line) => !freeLine.test(line.trim())));
  const at = lines.findIndex((line) => deadlineLine.test(line.trim()));
  const deadline = at < 0 ? null : readFirstLine(lines[at]!.trim()).deadline;
  const words = lines.filter((_, index) => index !== at);
  const start = words.findIndex((line) => line.trim() !== '');
  if (start < 0) return { title: null, body: null, deadline, isFree };
  const body = cleanBody(words.slice(start + 1).join('\n'));
  return { title: cleanTitle(words[start]!), body: body === '' ? null : body, deadline, isFree };
}

function splitTitle(lines: string[]): string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  const [, title, deadline = ''] = behindTitle.exec(lines[start] ?? '') ?? [];
  if (
    title === undefined ||
    !deadlineLine.test(deadline) ||
    lines.some((line) => deadlineLine.test(line.trim()))
  )
    return lines;
  return [title, deadline, ...lines.slice(start + 1)];
}

/** Which parts differ. */
export function findChanges(before: Wording, after: Wording): ('title' | 'body' | 'dueAt')[] {
  const changed: ('title' | 'body' | 'dueAt')[] = [];
  if (before.title !== after.title) changed.push('title');
  if (before.body !== after.body) changed.push('body');
  if (before.dueAt?.getTime() !== after.dueAt?.getTime()) changed.push('dueAt');
  return changed;
}

/**
 * A change as it is told to a unit whose part has this deadline after it: one of its own stands as it was, and so does
 * that of a part that is done.
 */
export function changeFor<T extends { before: Wording; after: Wording }>(change: T, dueAt: Date | null): T {
  const { before, after } = change;
  return after.dueAt?.getTime() === dueAt?.getTime()
    ? change
    : { ...change, before: { ...before, dueAt }, after: { ...after, dueAt } };
}

export interface ChangeNote {
  number: number;
  before: Wording;
  after: Wording;
  /** Which amendment this is, counted from 1; null when the unit was only given more time. */
  count: number | null;
  zone: string;
  /** The directive's title, where the note does not hang under it. */
  title?: string;
  /** The new text stands here because the message that is out could not hold all of it. */
  withBody: boolean;
}

/** The short message under a directive that says what changed in it, so that people notice. */
export function buildChangeNote(t: Say, note: ChangeNote): RichText {
  const { number, count, title } = note;
  const head =
    count === null
      ? t('directive.note.extended', { number })
      : t('directive.note.amended', { number, count });
  return joinLines([[bold(head)], ...(title === undefined ? [] : [[plain(title)]]), ...listChanges(t, note)]);
}

/** What changed, a line each. */
export function listChanges(
  t: Say,
  { before, after, zone, withBody }: Pick<ChangeNote, 'before' | 'after' | 'zone' | 'withBody'>,
): RichText[] {
  const changed = findChanges(before, after);
  const lines: RichText[] = [];
  if (changed.includes('title')) lines.push([plain(t('directive.note.title', { title: after.title }))]);
  if (changed.includes('body') && !withBody) lines.push([plain(t('directive.note.body'))]);
  if (changed.includes('dueAt')) lines.push([plain(sayDueChange(t, before.dueAt, after.dueAt, zone))]);
  if (withBody) lines.push([plain(t('directive.note.bodyHere'))], [plain(after.body)]);
  return lines;
}

/** `Hạn mới: … (trước đây: …)` */
export function sayDueChange(t: Say, before: Date | null, after: Date | null, zone: string): string {
  const words = (at: Date) => sayDeadline(t, at, zone);
  if (before && after) return t('directive.note.due', { due: words(after), before: words(before) });
  if (after) return t('directive.note.dueAdded', { due: words(after) });
  return t('directive.note.dueRemoved', { before: before ? words(before) : '' });
}
