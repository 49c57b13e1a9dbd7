/** What the calendar's entries for reminders of a draft are called. */
export const draftReminder = 'draft-reminder';
/** So many working mornings in a row the office is reminded of a draft that nobody publishes; then it only stands on the page. */
export const draftReminders = 3;

/** One reminder of the draft of a period, counted from 1: the same for whichever draft of it stands then. */
export const keyDraftReminder = (period: string, round: number) => `${draftReminder}:${period}:${round}`;

/** What a key means; null for a key of something else. */
export function readDraftReminder(key: string): { period: string; round: number } | null {
  const [name, period, round] = key.split(':');
  return name === draftReminder && period && Number(round) > 0 ? { period, round: Number(round) } : null;
}
