import { countClasses, summaryClasses, type Counts } from './classify.js';
import {
  groupBy,
  type SummaryContent,
  type SummaryDirective,
  type SummaryItem,
  type SummaryUnit,
} from './summary-content.js';

export interface UnitItem {
  unit: SummaryUnit;
  item: SummaryItem;
}

export interface DirectiveView {
  directive: SummaryDirective;
  counts: Counts;
  items: UnitItem[];
}

/** A summary as some reader sees it: the whole organisation, a branch, or one unit. */
export interface SummaryView {
  totals: Counts;
  /** Null when there is nothing to compare with. */
  before: Counts | null;
  /** Most overdue first, then by number. */
  directives: DirectiveView[];
  /** Those with most overdue first. */
  units: { unit: SummaryUnit; counts: Counts; items: SummaryItem[] }[];
}

/** What a summary says to those who see these units; all of them when null. */
export function viewSummary(content: SummaryContent, unitIds: ReadonlySet<number> | null): SummaryView {
  const isSeen = ({ unitId }: { unitId: number }) => unitIds === null || unitIds.has(unitId);
  const items = content.items.filter(isSeen);
  const units = new Map(content.units.map((unit) => [unit.id, unit]));
  const byDirective = groupBy(items, ({ directiveId }) => directiveId);
  const byUnit = groupBy(items, ({ unitId }) => unitId);
  return {
    totals: countClasses(items),
    before: content.previous ? addUp(content.previous.units.filter(isSeen)) : null,
    directives: content.directives
      .flatMap((directive) => {
        const own = byDirective.get(directive.id);
        if (!own) return [];
        const withUnits = own.map((item) => ({ unit: units.get(item.unitId)!, item }));
        return [{ directive, counts: countClasses(own), items: withUnits.sort(byCode) }];
      })
      .sort((a, b) => b.counts.openOverdue - a.counts.openOverdue || a.directive.number - b.directive.number),
    units: [...byUnit]
      .map(([id, own]) => ({ unit: units.get(id)!, counts: countClasses(own), items: own }))
      .sort((a, b) => b.counts.openOverdue - a.counts.openOverdue || byCode(a, b)),
  };
}

const byCode = (a: { unit: SummaryUnit }, b: { unit: SummaryUnit }) => (a.unit.code < b.unit.code ? -1 : 1);

function addUp(units: readonly { counts: Counts }[]): Counts {
  const sum = countClasses([]);
  for (const { counts } of units) for (const name of summaryClasses) sum[name] += counts[name];
  return sum;
}

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
