import type { AnswerState } from '../../core/replies/answer-state.js';
import { replayByTerms } from '../../core/replies/apply-by-terms.js';
import { isAnswer } from '../../core/replies/said.js';
import { saidSince } from '../../core/replies/said-since.js';
import { setAnswerState } from '../../store/answers.js';
import { touchCard } from '../../store/cards.js';
import type { Db } from '../../store/db.js';
import { listMembers } from '../../store/quorum.js';
import { listSaid } from '../../store/replies.js';
import type { Deed } from '../deed.js';
import { followChange } from './follow-change.js';
import { tellElsewhere } from './tell-elsewhere.js';
import type { OpenTarget } from './taken.js';

/** Works out anew what all replies of an assignment come to, after one of them was edited, corrected or attached. */
export async function replay(ctx: Deed, target: OpenTarget): Promise<AnswerState> {
  const replies = (await listSaid(ctx.db, target.assignmentId)).flatMap(({ id, versions }) => {
    const since = saidSince(target.kind, versions);
    return since ? [{ id, ...since }] : [];
  });
  const members = await findListed(ctx.db, target);
  const replayed = replayByTerms(target, replies, members);
  const state = {
    ...replayed,
    // That somebody had answered stays true, also when the words are changed afterwards.
    answeredAt: earlier(target.answeredAt, replayed.answeredAt),
    acknowledgedAt: earlier(target.acknowledgedAt, replayed.acknowledgedAt),
  };
  const lastReplyId = replies.findLast(({ said }) => isAnswer(said) && !said.isAside)?.id ?? null;
  await setAnswerState(ctx.db, target.assignmentId, state, { lastReplyId, now: ctx.now });
  await tellElsewhere(ctx, target, state);
  await touchCard(ctx.db, target.directiveId, ctx.now);
  await followChange(ctx, target, { replyId: lastReplyId, next: state });
  return state;
}

/** Who is on the unit's list, where everyone on it must answer. */
async function findListed(db: Db, { terms, unitId }: OpenTarget): Promise<number[] | null> {
  if (terms?.quorum?.who !== 'all') return null;
  return (await listMembers(db, [unitId])).map(({ personId }) => personId);
}

function earlier(known: Date | null, found: Date | null): Date | null {
  return known !== null && found !== null && known < found ? known : found;
}
