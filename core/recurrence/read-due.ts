import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { readDeadline } from '../deadline/read-deadline.js';

export interface DuePlace {
  zone: string;
  calendar: WorkingCalendar;
}

export type RelativeDue = { dues: Date[]; reason: null } | { dues: null; reason: string };

/** `16h cùng ngày`: the day of the opening, which to readDeadline is today. */
const sameDay = /(?:trong |vào |vao )?(?:cùng ngày|cung ngay|(?:the |on the )?same day)/giu;

/** The deadline of one opening: the words as they would be read at that moment. Null when they mean none from then. */
export function readDueAt(words: string, opensAt: Date, { zone, calendar }: DuePlace): Date | null {
  return read(words, opensAt, { zone, calendar }).due;
}

/**
 * The deadlines of some openings in a row. Reason: readDeadline's, or `fixed` when the words name one and the same
 * moment for different openings, such as a date: every period needs one of its own.
 */
export function readDues(words: string, openings: readonly Date[], place: DuePlace): RelativeDue {
  const dues: Date[] = [];
  for (const opensAt of openings) {
    const { due, reason } = read(words, opensAt, place);
    const before = dues.at(-1);
    if (due === null) return { dues: null, reason: before && reason === 'past' ? 'fixed' : reason };
    if (before && due <= before) return { dues: null, reason: 'fixed' };
    dues.push(due);
  }
  return { dues, reason: null };
}

function read(words: string, now: Date, { zone, calendar }: DuePlace) {
  return readDeadline(words.replace(sameDay, 'hôm nay'), { now, zone, calendar });
}
