import { foldText } from '../text/fold.js';

/** Who answers for a unit. Where none is set, anyone in its group does. */
export type Quorum =
  /** Its lead, or who else may answer for it. */
  | { who: 'lead' }
  /** Everyone on the unit's list. */
  | { who: 'all' }
  /** So many of these: usernames with @, or names. */
  | { who: 'named'; names: string[]; need: number };

/** A person who answers. */
export interface Answerer {
  personId: number;
  /** Of the person and their accounts. */
  names: readonly string[];
  usernames: readonly string[];
  /** Whether they may answer for this unit by their role. */
  mayAnswerFor: boolean;
}

/** What a unit has to be answered by. */
export interface UnitQuorum {
  quorum: Quorum;
  hasLead: boolean;
  /** Persons on its list. */
  members: readonly number[];
}

/**
 * As what an answer counts: `unit`, as everybody's would; as one of so many persons; or not at all. A unit that has no
 * lead, or no list, is answered for by anyone.
 */
export type Count = { as: 'unit' } | { as: 'person'; key: string; of: number } | { as: 'nobody' };

/** Decides it for one person; null: the platform does not say who spoke. */
export function countAnswer({ quorum, hasLead, members }: UnitQuorum, answerer: Answerer | null): Count {
  switch (quorum.who) {
    case 'lead':
      return !hasLead || answerer?.mayAnswerFor ? { as: 'unit' } : { as: 'nobody' };
    case 'all':
      if (members.length === 0) return { as: 'unit' };
      return answerer && members.includes(answerer.personId)
        ? { as: 'person', key: memberKey(answerer.personId), of: members.length }
        : { as: 'nobody' };
    case 'named': {
      const at = answerer ? quorum.names.findIndex((name) => isNamed(name, answerer)) : -1;
      return at < 0 ? { as: 'nobody' } : { as: 'person', key: nameKey(at), of: quorum.need };
    }
  }
}

/** How a person on the list is kept with what they said. */
export const memberKey = (personId: number): string => `p${personId}`;

/** How a person named by the directive is kept, by the place of the name. */
export const nameKey = (index: number): string => `n${index}`;

/** Whether a name as it was typed means this person. */
function isNamed(name: string, { names, usernames }: Pick<Answerer, 'names' | 'usernames'>): boolean {
  if (name.startsWith('@')) return usernames.some((one) => one.toLowerCase() === name.slice(1).toLowerCase());
  return names.some((one) => foldText(one) === foldText(name));
}
