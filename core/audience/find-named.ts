import { foldText } from '../text/fold.js';
import { branchOf } from '../tree.js';
import { foldName, isOfKind, type AudienceTerm, type AudienceUnit } from './audience.js';
import { DETERMINER } from './join-names.js';
import { findNearest } from './nearest.js';

const namedAtMost = 3;
const shortestPart = 3;

export interface Finder {
  /** Null when nothing bears the name. */
  find(term: AudienceTerm): number[] | null;
  isCode(name: string): boolean;
  findNear(term: AudienceTerm): string[];
  /** Codes of units whose names hold the words, and tags that begin with them; few. */
  findNamed(words: string): string[];
}

/** Looks names up among these units. */
export function createFinder(units: readonly AudienceUnit[]): Finder {
  const byCode = new Map<string, AudienceUnit>();
  const byTag = new Map<string, number[]>();
  const tagNames = new Map<string, string>();
  for (const unit of units) {
    if (!byCode.has(foldName(unit.code))) byCode.set(foldName(unit.code), unit);
    for (const tag of unit.tags) {
      const bearers = byTag.get(foldName(tag));
      if (bearers) bearers.push(unit.id);
      else byTag.set(foldName(tag), [unit.id]);
      if (!tagNames.has(foldName(tag))) tagNames.set(foldName(tag), `#${tag.replace(/^#/, '')}`);
    }
  }
  // Two codes may differ in their marks alone: the one typed exactly so is meant.
  const exact = new Map(units.map((unit) => [unit.code.toUpperCase(), unit]));
  return {
    isCode: (name) => byCode.has(foldName(name)),
    findNamed: (words) => findNamed(words, units, tagNames),
    find(term) {
      if (term.kind === 'all') return units.map(({ id }) => id);
      if (term.kind === 'tag') return byTag.get(foldName(term.tag)) ?? null;
      if (term.kind === 'kind') return units.filter((unit) => isOfKind(unit, term.words)).map(({ id }) => id);
      const unit = exact.get(term.code.toUpperCase()) ?? byCode.get(foldName(term.code));
      if (!unit) return null;
      return term.withBranch ? branchOf(units, unit.id) : [unit.id];
    },
    findNear(term) {
      if (term.kind === 'tag') return findNearest(`#${term.tag}`, [...tagNames.values()]);
      return findNearest(
        term.kind === 'unit' ? term.code : term.raw,
        units.map(({ code }) => code),
      );
    },
  };
}

function findNamed(
  words: string,
  units: readonly AudienceUnit[],
  tagNames: ReadonlyMap<string, string>,
): string[] {
  const fold = foldText(words).replace(DETERMINER, '');
  const joined = fold.replaceAll(' ', '');
  const isLong = fold.length >= shortestPart;
  const tags = [...tagNames].flatMap(([tag, shown]) =>
    tag === joined || (isLong && tag.startsWith(joined)) ? shown : [],
  );
  const named = units.filter(({ name }) => isLong && ` ${foldText(name ?? '')} `.includes(` ${fold} `));
  return [...tags, ...named.map(({ code }) => code)].slice(0, namedAtMost);
}
