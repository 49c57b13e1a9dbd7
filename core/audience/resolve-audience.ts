import { branchOf } from '../tree.js';
import { foldName, type AudienceTerm, type AudienceUnit } from './audience.js';
import { createFinder, type Finder } from './find-named.js';
import { joinNames } from './join-names.js';

export interface Audience {
  /** In the order of `units`, each once. */
  unitIds: number[];
  /** Words that name no unit and no tag, with the nearest known names. */
  unknown: { raw: string; near: string[] }[];
  /** Codes of units that were asked for by code and lie outside the reach. */
  outside: string[];
  /** Names of saved audiences that a unit bears as its code, too: neither is chosen. */
  ambiguous: string[];
}

/** A targets expression under a name of its own. It names no other saved one. */
export interface SavedAudience {
  name: string;
  terms: readonly AudienceTerm[];
}

/**
 * The units a targets expression means. Exclusion wins whatever the order. `reach`: 'all', or the top units of the
 * branches in which the issuer may send. Words that mean many (`all`, `#tag`, a saved audience) mean those within reach; a unit that is
 * named by its code and lies outside is not silently left out but told.
 * Whether a unit has a group plays no part here: units without one are shown in the preview and stay addressed.
 */
export function resolveAudience(
  terms: readonly AudienceTerm[],
  units: readonly AudienceUnit[],
  reach: 'all' | readonly number[],
  saved: readonly SavedAudience[] = [],
): Audience {
  const within = new Set(
    reach === 'all' ? units.map(({ id }) => id) : reach.flatMap((id) => branchOf(units, id)),
  );
  const finder = createFinder(units);
  const taken = new Set<number>();
  const left = new Set<number>();
  const audience: Audience = { unitIds: [], unknown: [], outside: [], ambiguous: [] };
  const unknown: AudienceTerm[] = [];
  const savedNames = new Set(saved.map(({ name }) => foldName(name)));
  const isKnown = (name: string) => finder.isCode(name) || savedNames.has(foldName(name));
  for (const term of joinNames(terms, units, isKnown)) {
    const name = findSaved(term, saved);
    const isSaved = name !== undefined && (term.kind !== 'unit' || !finder.find(term));
    const found = isSaved ? resolveAudience(name.terms, units, 'all').unitIds : finder.find(term);
    if (name && !isSaved) audience.ambiguous.push(name.name);
    else if (!found) unknown.push(term);
    else if (term.isExcluded) found.forEach((id) => left.add(id));
    else if (term.kind === 'unit' && !isSaved && found.some((id) => !within.has(id)))
      audience.outside.push(term.code);
    else found.forEach((id) => taken.add(id));
  }
  audience.unknown = describeUnknown(unknown, terms, finder);
  audience.unitIds = units
    .map(({ id }) => id)
    .filter((id) => taken.has(id) && within.has(id) && !left.has(id));
  return audience;
}

/** Words next to each other that nothing is near to are quoted together: `An Bình` may be part of a name. */
function describeUnknown(
  unknown: readonly AudienceTerm[],
  terms: readonly AudienceTerm[],
  finder: Finder,
): Audience['unknown'] {
  const groups: { words: string[]; near: string[]; last: number }[] = [];
  for (const term of unknown) {
    const near = finder.findNear(term);
    const place = terms.indexOf(term);
    const before = groups.at(-1);
    const isPlain = term.kind === 'unit' && near.length === 0 && !/[\d+-]/.test(term.raw);
    if (before && isPlain && before.last === place - 1 && before.near.length === 0) {
      before.words.push(term.raw);
      before.last = place;
    } else groups.push({ words: [term.raw], near, last: isPlain ? place : -2 });
  }
  return groups.map(({ words, near }) => ({
    raw: words.join(' '),
    near: near.length > 0 ? near : finder.findNamed(words.join(' ')),
  }));
}

function findSaved(term: AudienceTerm, saved: readonly SavedAudience[]): SavedAudience | undefined {
  if (term.kind !== 'unit' || term.withBranch || saved.length === 0) return undefined;
  return saved.find(({ name }) => foldName(name) === foldName(term.code));
}
