import { bold, plain, type RichText } from '../message.js';
import type { Say } from '../say.js';
import { listSome } from './list-some.js';
import { groupBy, type SummaryItem, type SummaryUnit } from './summary-content.js';
import { isOpen, isSilent, isUnread, type SummaryView } from './summary-view.js';

/** More difficulties than this are counted: each is a line of its own. */
const mostDifficulties = 15;

/** What a reader in a hurry must see: what is overdue, what is stuck, who is silent, who can't be reached. */
export function buildAttention(t: Say, view: SummaryView, most: number): RichText[] {
  const numbers = new Map(view.directives.map(({ directive }) => [directive.id, directive.number]));
  const codesOf = (items: readonly SummaryItem[]) =>
    items
      .map(({ directiveId }) => numbers.get(directiveId)!)
      .sort((a, b) => a - b)
      .map((number) => `#${number}`)
      .join(' ');
  const lines: string[] = [];
  const list = (key: string, isMeant: (item: SummaryItem) => boolean) => {
    const named = view.units.flatMap(({ unit, items }) => {
      const own = items.filter(isMeant);
      return own.length > 0 ? [`${unit.code} (${codesOf(own)})`] : [];
    });
    if (named.length > 0) lines.push(t(key, { names: listSome(t, named, most) }));
  };
  list('summary.overdue', (item) => item.class === 'openOverdue');
  lines.push(...buildDifficulties(t, view, numbers));
  lines.push(...buildProposals(t, view, numbers));
  list('summary.unread', isUnread);
  list('summary.silent', (item) => isSilent(item) && item.isReachable);
  list('summary.unreachable', (item) => isOpen(item) && !item.isReachable);
  if (lines.length === 0) lines.push(t('summary.calm'));
  return [[bold(t('summary.attention'))], ...lines.map((line) => [plain(line)])];
}

/** What units ask of the office, done or not: the last words of each about it. */
function buildProposals(t: Say, view: SummaryView, numbers: ReadonlyMap<number, number>): string[] {
  const asked = view.units.flatMap(({ unit, items }) =>
    items.flatMap(({ directiveId, proposal }) =>
      proposal ? [{ code: unit.code, number: numbers.get(directiveId)!, words: proposal }] : [],
    ),
  );
  if (asked.length === 0) return [];
  const shown = asked.slice(0, mostDifficulties).map((values) => t('summary.proposal', values));
  const rest = asked.length - shown.length;
  const more = rest > 0 ? [t('summary.moreProposals', { count: rest })] : [];
  return [t('summary.proposals', { count: asked.length }), ...shown, ...more];
}

interface Difficulty {
  unit: SummaryUnit;
  item: SummaryItem;
}

/** Difficulties that were named, and work that is stuck without a word. Done work has none any more. */
function buildDifficulties(t: Say, view: SummaryView, numbers: ReadonlyMap<number, number>): string[] {
  const stuck: Difficulty[] = view.units.flatMap(({ unit, items }) =>
    items
      .filter((item) => isOpen(item) && (item.state === 'blocked' || item.difficulty !== null))
      .map((item) => ({ unit, item })),
  );
  if (stuck.length === 0) return [];
  const shown = stuck.slice(0, mostDifficulties).map(({ unit, item }) => {
    const values = { code: unit.code, number: numbers.get(item.directiveId)! };
    if (item.difficulty === null) return t('summary.stuck', values);
    return t('summary.difficulty', { ...values, difficulty: item.difficulty });
  });
  const rest = groupBy(stuck.slice(mostDifficulties), ({ unit }) => unit.id).size;
  const more = rest > 0 ? [t('summary.moreDifficulties', { count: rest })] : [];
  return [t('summary.difficulties', { count: stuck.length }), ...shown, ...more];
}
