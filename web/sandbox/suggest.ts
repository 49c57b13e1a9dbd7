import { DateTime } from 'luxon';
import type { Translate } from '../../locales/texts.js';
import type { ChatStanding } from '../../store/sandbox-page.js';

/** A line that a newcomer may put into the input with one click. */
export interface Suggestion {
  label: string;
  text: string;
}

export interface SuggestionFacts {
  standing: ChatStanding | undefined;
  /** The newest open directive, of the chat's unit where it has one. */
  number: number | null;
  hasOwner: boolean;
  hasExample: boolean;
  now: Date;
  timeZone: string;
}

/** What makes sense to write in this chat next. */
export function suggestLines(facts: SuggestionFacts, t: Translate): Suggestion[] {
  const role = facts.standing?.role ?? 'private';
  if (role === 'none') return [pick(t, 'bind')];
  if (role === 'unit') return suggestAnswers(facts, t);
  if (!facts.hasOwner) return [pick(t, 'start'), pick(t, 'help')];
  return suggestCommands(facts, t, role === 'private' ? ['page'] : []);
}

function suggestAnswers({ number }: SuggestionFacts, t: Translate): Suggestion[] {
  if (number === null) return [pick(t, 'tasks'), pick(t, 'help')];
  return [
    ...['done', 'partly', 'blocked'].map((name) => pick(t, name, { number })),
    pick(t, 'tasks'),
    pick(t, 'help'),
  ];
}

/** `own`: what is said in private alone. */
function suggestCommands(
  { number, hasExample, now, timeZone }: SuggestionFacts,
  t: Translate,
  own: string[],
): Suggestion[] {
  const due = describeDeadline(now, timeZone);
  const orders = hasExample ? ['assignSchools', 'assignCommunes', 'collect'] : [];
  // Once something is out, looking how it goes comes first.
  const names =
    number === null
      ? [...orders, 'summary', ...own, 'units', 'help']
      : ['progress', 'summary', ...own, ...orders, 'units', 'help'];
  return names.map((name) => pick(t, name, { due, number: number ?? 0 }));
}

/** Five in the afternoon of a working day, at least two days ahead, written as an issuer writes it. */
export function describeDeadline(now: Date, timeZone: string): string {
  let day = DateTime.fromJSDate(now, { zone: timeZone }).plus({ days: 2 });
  while (day.weekday > 5) day = day.plus({ days: 1 });
  return `17:00 ${day.toFormat('dd/MM/yyyy')}`;
}

function pick(t: Translate, name: string, values: Record<string, string | number> = {}): Suggestion {
  return {
    label: t(`sandbox.suggest.${name}.label`, values),
    text: t(`sandbox.suggest.${name}.text`, values),
  };
}
