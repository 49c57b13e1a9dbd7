import type { RichText } from '../message.js';
import type { Say } from '../say.js';
import type { PeriodPlace } from '../summary/period.js';
import type { SummaryContent } from '../summary/summary-content.js';
import type { SummaryView } from '../summary/summary-view.js';

/** What stands around a report, and what its words need of the world outside. */
export interface ReportHead {
  /** Null while it is not frozen. */
  number: number | null;
  /** 2 and more: the report on this period was said anew. */
  issue?: number;
  /** The organisation's, branch's or unit's name. */
  name: string;
  place: PeriodPlace;
  /** Puts a moment (ISO, or in milliseconds) into words of that zone. */
  moment: (at: string | number) => string;
  /** Where the replies behind a figure can be read; undefined where nothing can be opened. */
  link?: (replies: readonly number[]) => string | undefined;
  /** A person's name; null when it must not be told or is not known. */
  nameOf?: (personId: number) => string | null;
  isOneUnit?: boolean;
}

/** All that a part of a report is written from. */
export interface Writing {
  t: Say;
  content: SummaryContent;
  view: SummaryView;
  head: ReportHead;
}

/** A name or figure that opens the replies behind it. */
export function linked({ head }: Pick<Writing, 'head'>, text: string, replies: readonly number[]): RichText {
  const link = replies.length > 0 ? head.link?.(replies) : undefined;
  return [link === undefined ? { text } : { text, link }];
}
