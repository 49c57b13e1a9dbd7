import { branchOf, type TreeNode } from './tree.js';

export type RoleKind = 'owner' | 'admin' | 'issuer' | 'lead' | 'viewer';

/** A role, bound to a branch of the unit tree where `unitId` is set. */
export interface RoleGrant {
  kind: RoleKind;
  unitId: number | null;
}

/** Everything a person may or may not do. One table decides for chat and page alike. */
export type Action =
  | 'grant-owner'
  | 'operate'
  | 'grant-role'
  | 'grant-lead'
  | 'set-language'
  | 'set-naming'
  | 'manage-members'
  | 'manage-units'
  | 'invite-group'
  | 'send-directive'
  | 'change-directive'
  | 'correct-answer'
  | 'read-log'
  | 'manage-calendar'
  | 'set-letterhead'
  | 'publish-report'
  | 'manage-access'
  | 'use-api'
  | 'watch'
  | 'answer-for-unit'
  | 'pass-on';

const everything: readonly Action[] = [
  'grant-role',
  'grant-lead',
  'set-language',
  'set-naming',
  'manage-members',
  'manage-units',
  'invite-group',
  'send-directive',
  'change-directive',
  'correct-answer',
  'read-log',
  'manage-calendar',
  'set-letterhead',
  'publish-report',
  'manage-access',
  'use-api',
  'watch',
  'answer-for-unit',
  'pass-on',
];

/** Members without a role answer in their group: that needs no permission and is not in this table. */
const allowed: Record<RoleKind, readonly Action[]> = {
  owner: ['grant-owner', 'operate', ...everything],
  admin: everything,
  issuer: [
    'grant-lead',
    'manage-members',
    'send-directive',
    'change-directive',
    'correct-answer',
    'read-log',
    'manage-calendar',
    'use-api',
    'watch',
    'pass-on',
  ],
  lead: ['set-language', 'set-naming', 'manage-members', 'watch', 'answer-for-unit', 'pass-on'],
  viewer: ['use-api', 'watch'],
};

/**
 * Whether a person with these roles may do `action`.
 * `path`: the unit it concerns with all units above it, ids in any order; empty for the whole organisation.
 * A role bound to a branch reaches that unit and all below it, never the whole organisation.
 */
export function isAllowed(roles: readonly RoleGrant[], action: Action, path: readonly number[]): boolean {
  return roles.some(
    (role) => allowed[role.kind].includes(action) && (role.unitId === null || path.includes(role.unitId)),
  );
}

/** Whether a person may do `action` anywhere at all: decides what a menu shows and who may begin a dialogue. */
export function isAllowedSomewhere(roles: readonly RoleGrant[], action: Action): boolean {
  return roles.some((role) => allowed[role.kind].includes(action));
}

/** Whether a person may send to each of these units. */
export function maySendTo(
  roles: readonly RoleGrant[],
  units: readonly TreeNode[],
  unitIds: readonly number[],
): boolean {
  const reach = findBranches(roles, 'send-directive');
  if (reach === 'all') return true;
  const within = new Set(reach.flatMap((id) => branchOf(units, id)));
  return unitIds.every((id) => within.has(id));
}

/** The branches in which a person may do `action`: 'all', or the ids of their top units. */
export function findBranches(roles: readonly RoleGrant[], action: Action): 'all' | number[] {
  const matching = roles.filter((role) => allowed[role.kind].includes(action));
  if (matching.some((role) => role.unitId === null)) return 'all';
  return matching.flatMap((role) => (role.unitId === null ? [] : [role.unitId]));
}
