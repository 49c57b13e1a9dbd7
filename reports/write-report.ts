import { placeOf } from '../config/rules.js';
import type { Settings } from '../config/settings.js';
import type { ReportHead, Writing } from '../core/report/report-head.js';
import { countOnce } from '../core/summary/count-once.js';
import { cutContent } from '../core/summary/cut-content.js';
import { createMoments } from '../core/summary/remember.js';
import type { SummaryContent } from '../core/summary/summary-content.js';
import { viewSummary } from '../core/summary/summary-view.js';
import { textsFor, type Locale } from '../locales/texts.js';

export interface WrittenOf {
  content: SummaryContent;
  number: number | null;
  issue?: number;
  /** The branches that are told of; null for the whole. */
  units: readonly number[] | null;
  /** Whose report it is. */
  name: string;
  locale: Locale;
}

/** All that the words of a report are written from, for the whole or for what stood below these units then. */
export function createWriting(settings: Settings, of: WrittenOf): Writing {
  const { content, number, issue = 1, units, name, locale } = of;
  const t = textsFor(locale, settings.ORG_LOCALE);
  const place = placeOf(settings);
  const own = countOnce(units ? cutContent(content, units) : content);
  const isOneUnit = units !== null && own.units.length <= 1;
  const head: ReportHead = { number, issue, name, place, moment: createMoments(t, place.zone), isOneUnit };
  return { t, content: own, view: viewSummary(own), head };
}
