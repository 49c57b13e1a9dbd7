import { branchOf, type TreeNode } from '../tree.js';
import { foldName, type AudienceTerm } from './audience.js';
import { findNearest } from './nearest.js';

export interface AudienceUnit extends TreeNode {
  code: string;
  tags: readonly string[];
}

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
  for (const term of terms) {
    const name = findSaved(term, saved);
    const isSaved = name !== undefined && (term.kind !== 'unit' || !finder.find(term));
    const found = isSaved ? resolveAudience(name.terms, units, 'all').unitIds : finder.find(term);
    if (name && !isSaved) audience.ambiguous.push(name.name);
    else if (!found) audience.unknown.push({ raw: term.raw, near: finder.findNear(term) });
    else if (term.isExcluded) found.forEach((id) => left.add(id));
    else if (term.kind === 'unit' && !isSaved && found.some((id) => !within.has(id)))
      audience.outside.push(term.code);
    else found.forEach((id) => taken.add(id));
  }
  audience.unitIds = units
    .map(({ id }) => id)
    .filter((id) => taken.has(id) && within.has(id) && !left.has(id));
  return audience;
}

function findSaved(term: AudienceTerm, saved: readonly SavedAudience[]): SavedAudience | undefined {
  if (term.kind !== 'unit' || term.withBranch || saved.length === 0) return undefined;
  return saved.find(({ name }) => foldName(name) === foldName(term.code));
}

interface Finder {
  /** Null when nothing bears the name. */
  find(term: AudienceTerm): number[] | null;
  findNear(term: AudienceTerm): string[];
}

function createFinder(units: readonly AudienceUnit[]): Finder {
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
    find(term) {
      if (term.kind === 'all') return units.map(({ id }) => id);
      if (term.kind === 'tag') return byTag.get(foldName(term.tag)) ?? null;
      const unit = exact.get(term.code.toUpperCase()) ?? byCode.get(foldName(term.code));
      if (!unit) return null;
      return term.withBranch ? branchOf(units, unit.id) : [unit.id];
    },
    findNear(term) {
      if (term.kind === 'tag') return findNearest(`#${term.tag}`, [...tagNames.values()]);
      const codes = findNearest(
        term.kind === 'unit' ? term.code : term.raw,
        units.map(({ code }) => code),
      );
      const tag = tagNames.get(foldName(term.raw.replace(/^-/, '')));
      return tag ? [tag, ...codes] : codes;
    },
  };
}
