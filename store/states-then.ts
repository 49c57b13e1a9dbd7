import { groupBy } from '../core/group-by.js';
import { replayByTerms } from '../core/replies/apply-by-terms.js';
import { saidSince } from '../core/replies/said-since.js';
import type { ReplyKind } from '../core/replies/said.js';
import type { SummaryRow } from '../core/summary/summary-content.js';
import type { Terms } from '../core/terms.js';
import { askRows, type Db } from './db.js';
import type { StoredReading } from './replies.js';

interface Told {
  assignmentId: number;
  kind: ReplyKind;
  terms: Terms | null;
  versions: { said: StoredReading; at: string }[];
}

/** `isPast`: more was heard after the period. `isTouched`: something was said in it. */
export interface Past {
  isPast: boolean;
  isTouched: boolean;
}

/**
 * Gives rows that heard more after the period the state that their replies until then made of them, in the
 * wording that holds now: an edit sets right what was said, but it does not move a fulfilment back in time. Null for what
 * was done before the period and not spoken of in it: that does not count, whatever became of it later.
 */
export async function listStatesThen<T extends SummaryRow & Past>(
  db: Db,
  rows: readonly T[],
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<Map<number, T | null>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ assignmentId }) => assignmentId);
  const told = await listTold(db, ids, endsAt);
  const states = rows.map((row) => {
    const replies = told.get(row.assignmentId);
    if (!replies) return [row.assignmentId, row] as const;
    const then = { ...row, ...stateAt(replies, endsAt) };
    const wasBefore = !row.isTouched && then.doneAt !== null && then.doneAt < startsAt.getTime();
    return [row.assignmentId, wasBefore ? null : then] as const;
  });
  return new Map(states);
}

function stateAt(replies: readonly Told[], endsAt: Date) {
  const { state, percent, doneCount, totalCount, value, difficulty, doneAt } = replayByTerms(
    replies[0]!,
    replies.flatMap(({ kind, versions }) => {
      const since = saidSince(
        kind,
        versions.map(({ said, at }) => ({ said, at: new Date(at) })),
      );
      return since ? [since] : [];
    }),
  );
  const isLater = doneAt !== null && doneAt >= endsAt;
  return {
    ...{ percent, doneCount, totalCount, value, difficulty },
    state: isLater ? ('in_progress' as const) : state,
    doneAt: isLater || doneAt === null ? null : doneAt.getTime(),
  };
}

async function listTold(
  db: Db,
  assignmentIds: readonly number[],
  endsAt: Date,
): Promise<Map<number, Told[]>> {
  const [found] = await askRows<{ told: Told[] }>(db)`
    with told as (
      select r.id, r."assignmentId", d.kind, d.terms,
        (select json_agg(json_build_object('said', v.reading, 'at', v.at) order by v.version)
          from "ReplyVersion" v where v."replyId" = r.id) as versions
      from unnest(${[...assignmentIds]}::int[]) one(id)
        -- One by one along the index: of thousands, PostgreSQL would read through all that there ever were.
        cross join lateral (
          select * from "Reply" where "assignmentId" = one.id and "receivedAt" < ${endsAt}::timestamptz offset 0) r
        cross join lateral (select * from "Assignment" where id = one.id offset 0) a join "Directive" d on d.id = a."directiveId"
      order by r.id)
    select coalesce(json_agg(told), '[]') as told from told`;
  return groupBy(found!.told, ({ assignmentId }) => assignmentId);
}
