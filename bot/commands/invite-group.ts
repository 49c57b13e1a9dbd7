import type { RoleKind } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { joinLines, plain, type RichText } from '../../core/message.js';
import { takeRoleWord } from '../../core/units/role-words.js';
import { authorise } from '../../services/authorise.js';
import { getUnit } from '../../services/find-unit.js';
import { inviteGroup, inviteRole } from '../../services/invites/make-invite.js';
import { sayHow, sayHowRole } from '../../services/invites/say-how.js';
import { readGrantable } from '../../services/roles/read-grantable.js';
import { listUnitGroups } from '../../store/groups.js';
import type { Unit } from '../../store/units.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { sayGroup } from '../setup/say-group.js';

/** `/invite CODE`, `/invite office`: a code that binds a group. `/invite lead CODE`, …: a code that gives a role. */
export const inviteCommand: Command = {
  names: ['invite', 'moi'],
  places: ['private', 'office'],
  right: 'grant-lead',
  async run(ctx, args) {
    const words = args.split(/\s+/u).filter((word) => word !== '');
    if (words.length === 0) throw new UserError('setup.form.invite');
    const role = takeRoleWord(words);
    if (words.length > 1 || (role === null && words.length === 0)) throw new UserError('setup.form.invite');
    const [word] = words;
    if (role === null) return forGroup(ctx, word!);
    if (role !== 'office') return forRole(ctx, role, word);
    if (word !== undefined) throw new UserError('setup.form.invite');
    await forGroup(ctx, null);
  },
};

async function forGroup(ctx: Context, unitCode: string | null): Promise<void> {
  await authorise(ctx, 'invite-group'); // a stranger does not learn which codes exist
  const unit = unitCode === null ? null : await getUnit(ctx, unitCode);
  const { code, said } = await inviteGroup(ctx, unit);
  await answer(ctx, {
    text: joinLines([[plain(said)], ...sayHow(ctx, code, ctx.channel), ...(await sayPresent(ctx, unit))]),
  });
}

async function sayPresent(ctx: Context, unit: Unit | null): Promise<RichText[]> {
  if (!unit) return [];
  const groups = await listUnitGroups(ctx.db);
  const present = groups.find(({ unitId, channel }) => unitId === unit.id && channel === ctx.channel.name);
  return present ? [[plain(ctx.t('setup.replacesGroup', { group: sayGroup(ctx, ctx.t, present) }))]] : [];
}

async function forRole(ctx: Context, kind: RoleKind, word: string | undefined): Promise<void> {
  const { code, said } = await inviteRole(ctx, await readGrantable(ctx, kind, word, 'setup.form.invite'));
  await answer(ctx, { text: joinLines([[plain(said)], sayHowRole(ctx, code)]) });
}
