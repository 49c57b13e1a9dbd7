import { groupBy } from '../group-by.js';
import { countClasses, type Counts } from './classify.js';
import { totalCounts } from './figures.js';
import type { SummaryContent, SummaryDirective, SummaryItem, SummaryUnit } from './summary-content.js';

export interface UnitItem {
  unit: SummaryUnit;
  item: SummaryItem;
}

export interface DirectiveView {
  directive: SummaryDirective;
  counts: Counts;
  items: UnitItem[];
}

export interface UnitView {
  unit: SummaryUnit;
  counts: Counts;
  items: SummaryItem[];
}

/** A report as somebody sees it: the whole organisation, or the part that was cut out for a branch or unit. */
export interface SummaryView {
  totals: Counts;
  /** The period before, and the same one a year earlier; null when there is nothing to compare with. */
  before: Counts | null;
  yearBefore: Counts | null;
  /** Most overdue first, then by number. */
  directives: DirectiveView[];
  /** Those with most overdue first. */
  units: UnitView[];
}

export function viewSummary(content: SummaryContent): SummaryView {
  const ofUnit = groupBy(content.items, ({ unitId }) => unitId);
  const units = [...content.units].sort(byCode).flatMap((unit): UnitView[] => {
    const items = ofUnit.get(unit.id);
    return items ? [{ unit, counts: countClasses(items), items }] : [];
  });
  // Of units in the order of their codes, so that those of each directive need not be sorted again.
  const withUnits = units.flatMap(({ unit, items }) => items.map((item): UnitItem => ({ unit, item })));
  const ofDirective = groupBy(withUnits, ({ item }) => item.directiveId);
  return {
    totals: countClasses(content.items),
    before: totalCounts(content.history[0]),
    yearBefore: totalCounts(content.yearBefore),
    directives: content.directives
      .flatMap((directive): DirectiveView[] => {
        const items = ofDirective.get(directive.id);
        return items ? [{ directive, counts: countClasses(items.map(({ item }) => item)), items }] : [];
      })
      .sort((a, b) => b.counts.openOverdue - a.counts.openOverdue || a.directive.number - b.directive.number),
    units: units.sort((a, b) => b.counts.openOverdue - a.counts.openOverdue),
  };
}

const byCode = (a: SummaryUnit, b: SummaryUnit) => (a.code < b.code ? -1 : 1);

/** Not fulfilled and never a word said. */
export function isSilent(item: SummaryItem): boolean {
  return isOpen(item) && item.state === 'waiting' && item.words === '';
}

/** Not fulfilled, and what was said could not be read. */
export function isUnread(item: SummaryItem): boolean {
  return isOpen(item) && item.state === 'waiting' && item.words !== '';
}

/** Not fulfilled at the end of the period. */
export function isOpen(item: Pick<SummaryItem, 'class'>): boolean {
  return item.class === 'openInTerm' || item.class === 'openOverdue';
}

/** Ids of the directives that were closed before the period ended. */
export const closedIn = (directives: readonly Pick<SummaryDirective, 'id' | 'closedAt'>[]): Set<number> =>
  new Set(directives.flatMap(({ id, closedAt }) => (closedAt === undefined ? [] : [id])));

/** Said to be done, and the issuer has not accepted it yet. */
export function isAwaited(item: Pick<SummaryItem, 'class' | 'state'>): boolean {
  return isOpen(item) && item.state === 'done';
}
