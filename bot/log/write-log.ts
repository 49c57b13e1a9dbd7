import { DateTime } from 'luxon';
import { bold, joinLines, plain, type RichText } from '../../core/message.js';
import type { Translate } from '../../locales/texts.js';
import type { LoggedEntry } from '../../store/audit.js';
import { sayEntry, type EntryScene } from '../../services/log/say-entry.js';

/** The log for a phone: a paragraph a day under its date, a line an entry. Cut between days, then between entries. */
export function writeLog(t: Translate, head: string, entries: LoggedEntry[], scene: EntryScene): RichText {
  const days = new Map<string, LoggedEntry[]>();
  for (const entry of entries) {
    const day = DateTime.fromJSDate(entry.at, { zone: scene.zone }).toFormat('dd/MM/yyyy');
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  const paragraphs = [...days].flatMap(([day, those]): RichText[] => [
    [plain('')],
    [bold(day)],
    ...those.map((entry): RichText => [plain(sayLine(t, entry, scene))]),
  ]);
  return joinLines([[bold(head)], ...paragraphs]);
}

function sayLine(t: Translate, entry: LoggedEntry, scene: EntryScene): string {
  const time = DateTime.fromJSDate(entry.at, { zone: scene.zone }).toFormat('HH:mm');
  const who = entry.who === null ? t('log.byRule') : entry.who || t('log.nameless');
  const number = scene.isMixed ? /^directive:(\d+)$/.exec(entry.target)?.[1] : undefined;
  const what = sayEntry(t, entry, scene);
  return number === undefined
    ? t('log.line', { time, who, what })
    : t('log.lineOf', { time, number, who, what });
}
