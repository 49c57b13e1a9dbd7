import { isAllowed } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { pathOf } from '../../core/tree.js';
import { listOpenInvites, withdrawInvite, type Invite } from '../../store/invites.js';
import { listUnits, type Unit } from '../../store/units.js';
import { audit } from '../audit.js';
import { getSpeaker } from '../authorise.js';
import type { Asking, Deed } from '../deed.js';
import { grantAction } from '../roles/read-grantable.js';

/** More than these nobody keeps in mind; older ones end by themselves within days. */
const mostListed = 500;

export interface OpenInvite {
  invite: Invite;
  unit: Unit | null;
}

/** The codes that can still be used and that the speaker could have made: whoever sees a code can use it. */
export async function listSeenInvites(ctx: Asking): Promise<OpenInvite[]> {
  const { roles } = getSpeaker(ctx);
  const units = await listUnits(ctx.db);
  const mayMake = ({ purpose, role, unitId }: Invite) => {
    if (purpose !== 'role' || role === null) return isAllowed(roles, 'invite-group', []);
    return isAllowed(roles, grantAction(role), unitId === null ? [] : pathOf(units, unitId));
  };
  return (await listOpenInvites(ctx.db, ctx.now, mostListed))
    .filter(mayMake)
    .map((invite) => ({ invite, unit: units.find(({ id }) => id === invite.unitId) ?? null }));
}

/** Ends a code before it is used. Returns what to say. Throws UserError when it is not there for the speaker. */
export async function withdraw(ctx: Deed, id: number | null): Promise<string> {
  const found = (await listSeenInvites(ctx)).find(({ invite }) => invite.id === id);
  if (!found || !(await withdrawInvite(ctx.db, found.invite.id))) throw new UserError('setup.noInvite');
  const { unit, invite } = found;
  const whole = invite.purpose === 'office' ? 'office' : 'all';
  await audit(ctx, 'withdraw-invite', unit ? `unit:${unit.code}` : whole);
  return ctx.t('setup.withdrawn');
}
