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
  if (isAsked(ledger, message)) return true;
  const { at, chat } = message;
  return keysOf(message.what).every((key) => {
    const duty = dutyOf(ledger, chat, key);
    if (!duty || duty.isMoved) return true;
    const calls = callsAfter(ledger, message, duty);
    /** It goes out for another matter's last call, and this one rides along: no message more. */
    const ridesAlong = (one: Message) =>
      keysOf(one.what).some((other) => {
        const otherDuty = other === key ? undefined : dutyOf(ledger, chat, other);
        return otherDuty && one.at < otherDuty.due && callsAfter(ledger, one, otherDuty).length === 0;
      });
    return at < duty.due && calls.every((one) => listsAll(one) || isAsked(ledger, one) || ridesAlong(one));
  });
}

const dutyOf = ({ obligations }: Ledger, unit: string, key: string) =>
  obligations.find((one) => one.key === key && one.unit === unit);

/** What its group hears of this duty between the message and the deadline. */
const callsAfter = ({ seen }: Ledger, { at, chat }: Message, { key, due }: { key: string; due: number }) =>
  seen.filter((one) => one.chat === chat && one.at > at && one.at < due && keysOf(one.what).includes(key));
