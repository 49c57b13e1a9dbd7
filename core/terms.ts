import type { Quorum } from './quorum/quorum.js';
import type { ReplyKind } from './replies/said.js';

/** What was agreed on a directive beside its words. Kept as JSON; what is as usual is left out. */
export interface Terms {
  /** What a unit calls done counts once the issuer has accepted it. */
  acceptance?: true;
  /** Who answers for a unit; absent: anyone in its group. */
  quorum?: Quorum;
  /** A unit's first request for more time, up to so many days, is granted by itself; absent: as the organisation has it. */
  moreTimeDays?: number;
}

/** Whether the issuer looks at what a unit did before it counts. */
export function needsAcceptance({ terms }: { terms: Terms | null }): boolean {
  return terms?.acceptance === true;
}

/** The terms that such a directive can have: what makes no sense for its kind is left out. */
export function fitTerms(kind: ReplyKind, { acceptance, ...terms }: Terms): Terms {
  if (kind === 'notice') return {};
  return kind === 'acknowledge' || !acceptance ? terms : { ...terms, acceptance };
}
