import { createInvite, type NewInvite } from '../../store/invites.js';
import type { Unit } from '../../store/units.js';
import { audit } from '../audit.js';
import { authorise, getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';
import type { BoundRole } from '../roles/read-grantable.js';
import { sayRole } from '../roles/say-role.js';
import { sayMoment } from '../say-moment.js';

const validForMs = 7 * 24 * 3600_000;

/** A one-time code, and the sentence that says what it is for and until when. */
export interface Invited {
  code: string;
  said: string;
}

/** A code that binds a group to a unit; to the office when null. Throws UserError without the right to. */
export async function inviteGroup(ctx: Deed, unit: Unit | null): Promise<Invited> {
  await authorise(ctx, 'invite-group');
  const { code, until } = await make(
    ctx,
    unit ? { purpose: 'unit', unitId: unit.id } : { purpose: 'office' },
  );
  await audit(ctx, 'invite-group', unit ? `unit:${unit.code}` : 'office');
  const said = unit
    ? ctx.t('setup.inviteUnit', { code: unit.code, name: unit.name, until })
    : ctx.t('setup.inviteOffice', { until });
  return { code, said };
}

/** A code that gives a role which the speaker may give (services/roles/read-grantable.ts). */
export async function inviteRole(ctx: Deed, { kind, unit }: BoundRole): Promise<Invited> {
  const { code, until } = await make(ctx, { purpose: 'role', role: kind, unitId: unit?.id ?? null });
  await audit(ctx, 'invite-role', unit ? `unit:${unit.code}` : 'all', { kind });
  return { code, said: ctx.t('setup.inviteRole', { role: sayRole(ctx.t, kind, unit), until }) };
}

type Purpose<T = NewInvite> = T extends NewInvite ? Omit<T, 'createdById' | 'expiresAt'> : never;

async function make(ctx: Deed, what: Purpose): Promise<{ code: string; until: string }> {
  const expiresAt = new Date(ctx.now.getTime() + validForMs);
  const createdById = getSpeaker(ctx).personId;
  const code = await createInvite(ctx.db, { ...what, createdById, expiresAt });
  return { code, until: sayMoment(expiresAt, ctx.runtime.settings.ORG_TIME_ZONE) };
}
