import { isAllowed } from '../../core/authorise.js';
import { countAnswer } from '../../core/quorum/quorum.js';
import type { Said } from '../../core/replies/said.js';
import { pathOf } from '../../core/tree.js';
import { findAnswerer, listLed, listMembers } from '../../store/quorum.js';
import { listPaths } from '../../store/units.js';
import type { Context } from '../context.js';
import type { OpenTarget } from '../../services/replies/taken.js';

/** Marks what a person said with how it counts, where it matters who answers for the unit. */
export async function markCount(
  ctx: Context,
  { terms, unitId }: OpenTarget,
  personId: number | null,
  said: Said,
): Promise<Said> {
  const quorum = terms?.quorum;
  if (!quorum || said.isCorrection || said.decision) return said;
  const { db } = ctx;
  const person = personId === null ? null : await findAnswerer(db, personId);
  const path = pathOf(await listPaths(db, [unitId]), unitId);
  const count = countAnswer(
    {
      quorum,
      hasLead: (await listLed(db, [unitId])).has(unitId),
      members: (await listMembers(db, [unitId])).map((member) => member.personId),
    },
    person && { ...person, mayAnswerFor: isAllowed(person.roles, 'answer-for-unit', path) },
  );
  switch (count.as) {
    case 'unit':
      return said;
    case 'person':
      return { ...said, by: { key: count.key, of: count.of } };
    case 'nobody':
      return { ...said, isAside: true };
  }
}

/** How an earlier wording of a reply counted holds for its later ones: the words are changed, not who said them. */
export function keepCount(said: Said, before: Pick<Said, 'by' | 'isAside'> | null): Said {
  return {
    ...said,
    ...(before?.by ? { by: before.by } : {}),
    ...(before?.isAside ? { isAside: true as const } : {}),
  };
}
