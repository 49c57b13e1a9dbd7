import { dateOf } from './model/calendar.js';
import { groupOf, isAsked, isNamed, isReminder, keysOf, unitsOf, type Ledger } from './ledger.js';
import type { Message } from './types.js';

const dailyLimit = 5;
/** What the bot says of its own accord. */
const unasked = /^(?:directive|reminder|follow-up|lead|parent|summary|lost|extended|cancelled)\b/;

/** Behind the day's fifth message only last calls before a deadline, and what somebody asked for. */
export function overBudget(ledger: Ledger): Message[] {
  const counts = countToday(ledger);
  /** The day's last message lists all that is open, what was called for the last time among it. */
  const listsAll = (message: Message) => counts.get(message) === dailyLimit;
  return ledger.seen.filter(
    (message) =>
      (counts.get(message) ?? 0) > dailyLimit &&
      (isNamed(message) || (isReminder(message) && !isPermitted(ledger, message, listsAll))),
  );
}

/** The how many-th of its group's day each message is that nobody asked for. */
function countToday(ledger: Ledger): Map<Message, number> {
  const units = unitsOf(ledger);
  const heard = new Map<string, number>();
  const counts = new Map<Message, number>();
  for (const message of ledger.seen) {
    const unit = units.get(message.chat);
    if (!unit || !unasked.test(message.what)) continue;
    const today = `${groupOf(ledger, message)} ${dateOf(message.at, unit.zone)}`;
    heard.set(today, (heard.get(today) ?? 0) + 1);
    counts.set(message, heard.get(today)!);
  }
  return counts;
}

function isPermitted(ledger: Ledger, message: Message, listsAll: (one: Message) => boolean): boolean {
  const { at, chat, what } = message;
  const keys = keysOf(what);
  return (
    isAsked(ledger, message) ||
    keys.every((key) => {
      const duty = ledger.obligations.find((one) => one.key === key && one.unit === chat);
      if (!duty || duty.isMoved) return true;
      const later = ledger.seen.filter((one) => one.chat === chat && one.at > at && one.at < duty.due);
      const calls = later.filter((one) => keysOf(one.what).includes(key));
      return at < duty.due && calls.every((one) => listsAll(one) || isAsked(ledger, one));
    })
  );
}
