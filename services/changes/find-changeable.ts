import { parseId } from '../../core/action.js';
import { findBranches, isAllowedSomewhere } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { branchOf } from '../../core/tree.js';
import { findPassedPart } from '../../store/cascade.js';
import { findDirective, findDirectiveByNumber, type Directive } from '../../store/directives.js';
import { listUnits } from '../../store/units.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';
import { mayPassOn } from '../cascade/read-reach.js';

export type OpenDirective = Directive & { number: number };

/** `12 rest` or `#12 rest`. Throws UserError with how `command` is used. */
export function readNumber(args: string, command: string): { number: number; rest: string } {
  const match = /^#?(\d{1,9})(?=\s|$)/.exec(args);
  if (!match) throw new UserError(`change.usage.${command}`);
  return { number: Number(match[1]), rest: args.slice(match[0].length).trim() };
}

/**
 * An open directive that the speaker may change: their own, or one whose units all lie in their branch. Throws
 * UserError for an unknown number, a wrong state, a missing right.
 */
export async function findChangeable(ctx: Deed, number: number): Promise<OpenDirective> {
  const { roles } = getSpeaker(ctx);
  if (!isAllowedSomewhere(roles, 'change-directive') && !isAllowedSomewhere(roles, 'pass-on'))
    throw new UserError('error.notAllowed');
  const directive = await getDirective(ctx, number);
  if (directive.state !== 'open') throw new UserError(`change.over.${directive.state}`, { number });
  return directive;
}

/** The directive of this number, in whatever state, when the speaker may change it. Throws UserError else. */
export async function getDirective(
  ctx: Pick<Deed, 'db' | 'speaker'>,
  number: number,
): Promise<OpenDirective> {
  const directive = await findDirectiveByNumber(ctx.db, number);
  if (!directive) throw new UserError('change.unknown', { number });
  await checkRight(ctx, directive);
  return { ...directive, number };
}

/** The directive whose id a button carries, when the speaker may change it. Throws UserError else. */
export async function getPressed(ctx: Deed, idPart: string | undefined): Promise<OpenDirective> {
  const id = parseId(idPart);
  return requireChangeable(ctx, id === null ? null : await findDirective(ctx.db, id));
}

/** What a button is about, when it was sent and the speaker may change it. Throws UserError else. */
export async function requireChangeable(ctx: Deed, directive: Directive | null): Promise<OpenDirective> {
  if (!directive || directive.number === null) throw new UserError('error.oldButton');
  await checkRight(ctx, directive);
  return { ...directive, number: directive.number };
}

/** Whether the speaker may change this directive, whatever its state. */
export async function mayChange(
  ctx: Pick<Deed, 'db' | 'speaker'>,
  directive: Pick<Directive, 'issuerId' | 'unitIds' | 'passedFromId'>,
): Promise<boolean> {
  const { personId, roles } = getSpeaker(ctx);
  const branches = findBranches(roles, 'change-directive');
  if (branches === 'all') return true;
  if (directive.passedFromId !== null && (await leadsSource(ctx, directive.passedFromId))) return true;
  if (branches.length === 0) return false;
  if (directive.issuerId === personId) return true;
  const units = await listUnits(ctx.db);
  const within = new Set(branches.flatMap((id) => branchOf(units, id)));
  return directive.unitIds.every((id) => within.has(id));
}

/** Whoever may pass a part on has a say in what was passed on from it. */
async function leadsSource(ctx: Pick<Deed, 'db' | 'speaker'>, passedFromId: number): Promise<boolean> {
  const part = await findPassedPart(ctx.db, passedFromId);
  return part !== null && (await mayPassOn(ctx, part.unitId));
}

/** Throws UserError unless the speaker may change this directive, whatever its state. */
async function checkRight(ctx: Pick<Deed, 'db' | 'speaker'>, directive: Directive): Promise<void> {
  if (!(await mayChange(ctx, directive))) throw new UserError('error.notAllowed');
}
