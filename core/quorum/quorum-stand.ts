import type { Say } from '../say.js';
import { memberKey, nameKey, type Quorum } from './quorum.js';

/** How far a part has been answered where several persons must answer. */
export interface QuorumStand {
  need: number;
  answered: number;
  /** Those of whom nothing was heard, by name. */
  missing: string[];
}

/** Longer lists of names are cut and counted: they are read on a phone. */
const namesShown = 8;

/** Null where anyone may answer: by the quorum, or because the unit has no list. `heard`: the keys of those who answered. */
export function standOf(
  quorum: Quorum,
  members: readonly { personId: number; name: string }[],
  heard: ReadonlySet<string>,
): QuorumStand | null {
  switch (quorum.who) {
    case 'lead':
      return null;
    case 'all': {
      if (members.length === 0) return null;
      const missing = members.filter(({ personId }) => !heard.has(memberKey(personId)));
      return {
        need: members.length,
        answered: members.length - missing.length,
        missing: missing.map(({ name }) => name),
      };
    }
    case 'named': {
      const missing = quorum.names.filter((_, index) => !heard.has(nameKey(index)));
      return { need: quorum.need, answered: quorum.names.length - missing.length, missing };
    }
  }
}

/** `2/3 người đã trả lời, còn chờ: Chi, Dung`; without the names where persons are not named. */
export function sayQuorumStand(t: Say, { need, answered, missing }: QuorumStand, isNaming: boolean): string {
  const share = t('quorum.share', { answered: Math.min(answered, need), need });
  if (answered >= need || !isNaming) return share;
  const names = missing.slice(0, namesShown).join(', ');
  const more = missing.length - namesShown;
  const all = more > 0 ? t('quorum.andMore', { names, count: more }) : names;
  return t(missing.length === need - answered ? 'quorum.missing' : 'quorum.missingOf', {
    share,
    names: all,
    count: need - answered,
  });
}

/** Who answers, in a line; '' where anyone does. `isNaming`: whether persons may be named where it is read. */
export function sayQuorum(t: Say, quorum: Quorum | undefined, isNaming: boolean): string {
  switch (quorum?.who) {
    case undefined:
      return '';
    case 'lead':
    case 'all':
      return t(`quorum.by.${quorum.who}`);
    case 'named': {
      const { names, need } = quorum;
      if (!isNaming) return t('quorum.by.some', { count: need });
      const list = names.join(', ');
      return need === names.length
        ? t('quorum.by.named', { names: list })
        : t('quorum.by.of', { need, names: list });
    }
  }
}
