import { groupBy } from './group-by.js';

/** What the tree needs to know of a unit. */
export interface TreeNode {
  id: number;
  parentId: number | null;
}

/** Of one list of units: it is asked for each of thousands of them. */
const parentsOf = new WeakMap<readonly TreeNode[], Map<number, number | null>>();

/** The unit's own id and those of all units above it. */
export function pathOf(units: readonly TreeNode[], id: number): number[] {
  const parents = parentsOf.get(units) ?? new Map(units.map((unit) => [unit.id, unit.parentId]));
  parentsOf.set(units, parents);
  const path: number[] = [];
  for (let at: number | null | undefined = id; at != null && !path.includes(at); at = parents.get(at))
    path.push(at);
  return path;
}

/** The unit's own id and those of all units below it. */
export function branchOf(units: readonly TreeNode[], id: number): number[] {
  const children = groupBy(units, ({ parentId }) => parentId);
  const branch = new Set([id]);
  for (const at of branch) for (const child of children.get(at) ?? []) branch.add(child.id);
  return [...branch];
}

/** A unit on a walk through the tree: how deep it stands, and how many are below it. */
export interface Walked<T> {
  unit: T;
  depth: number;
  below: number;
}

/** Parents before their children, from `topId` or all tops. A unit whose parent is not among them stands at the top. */
export function walkTree<T extends TreeNode>(units: readonly T[], topId: number | null): Walked<T>[] {
  const ids = new Set(units.map(({ id }) => id));
  const children = groupBy(units, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  );
  const visit = (unit: T, depth: number): Walked<T>[] => {
    const below = (children.get(unit.id) ?? []).flatMap((child) => visit(child, depth + 1));
    return [{ unit, depth, below: below.length }, ...below];
  };
  const tops = topId === null ? (children.get(null) ?? []) : units.filter(({ id }) => id === topId);
  return tops.flatMap((unit) => visit(unit, 0));
}
