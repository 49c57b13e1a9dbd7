import type { Channel } from '../../channels/channel.js';
import { platformName } from '../../channels/platform-name.js';
import { UserError } from '../../core/errors.js';
import { code as codeSpan, joinLines, plain, type RichText } from '../../core/message.js';
import { takeRoleWord } from '../../core/units/role-words.js';
import { listUnitGroups } from '../../store/groups.js';
import { createInvite } from '../../store/invites.js';
import type { Unit } from '../../store/units.js';
import type { RoleKind } from '../../core/authorise.js';
import { audit } from '../../services/audit.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { authorise } from '../../services/authorise.js';
import { authoriseGrant, authoriseSomewhere, readRoleUnit } from '../setup/authorise-grant.js';
import { getUnit } from '../../services/find-unit.js';
import { sayGroup } from '../setup/say-group.js';
import { sayMoment } from '../setup/say-moment.js';
import { sayRole } from '../../services/roles/say-role.js';

const validForMs = 7 * 24 * 3600_000;

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
    if (role === null) return inviteGroup(ctx, word!);
    if (role !== 'office') return inviteRole(ctx, role, word);
    if (word !== undefined) throw new UserError('setup.form.invite');
    await inviteGroup(ctx, null);
  },
};

async function inviteGroup(ctx: Context, unitCode: string | null): Promise<void> {
  const { db, now, t } = ctx;
  const { personId } = await authorise(ctx, 'invite-group');
  const unit = unitCode === null ? null : await getUnit(ctx, unitCode);
  const expiresAt = new Date(now.getTime() + validForMs);
  const made = { createdById: personId, expiresAt };
  const code = await createInvite(
    db,
    unit ? { purpose: 'unit', unitId: unit.id, ...made } : { purpose: 'office', ...made },
  );
  await audit(ctx, 'invite-group', unit ? `unit:${unit.code}` : 'office');
  const until = sayMoment(expiresAt, ctx.runtime.settings.ORG_TIME_ZONE);
  const head = unit
    ? t('setup.inviteUnit', { code: unit.code, name: unit.name, until })
    : t('setup.inviteOffice', { until });
  await answer(ctx, {
    text: joinLines([[plain(head)], ...sayHow(ctx, code), ...(await sayPresent(ctx, unit))]),
  });
}

/** For a group of each channel that is on, the admin's own first. */
function sayHow(ctx: Context, code: string): RichText[] {
  const { channels } = ctx.runtime;
  const others = [...channels.values()].filter(({ name }) => name !== ctx.channel.name);
  return [ctx.channel, ...others].flatMap((channel) => sayHowOn(ctx, channel, code));
}

/** By link where the channel has one, by command in any case. */
function sayHowOn({ t, runtime }: Context, channel: Channel, code: string): RichText[] {
  const platform = platformName(runtime.channels, channel.name);
  const head: RichText[] = platform ? [[plain(t('setup.byPlatform', { platform }))]] : [];
  if (channel.capabilities.needsMention) {
    const command = codeSpan(`${channel.botName} ${t('setup.registerWord')} ${code}`);
    return [...head, [plain(`${t('setup.byMention', { bot: channel.botName })} `), command]];
  }
  const url = channel.capabilities.inviteLinks ? channel.inviteLink(code) : null;
  const link: RichText[] = url ? [[plain(`${t('setup.byLink')} `), { text: url, link: url }]] : [];
  const bot = channel.botName || 'Giaoban';
  const command = [plain(`${t('setup.byCommand', { bot })} `), codeSpan(`/${t('setup.bindWord')} ${code}`)];
  return [...head, ...link, command];
}

async function sayPresent(ctx: Context, unit: Unit | null): Promise<RichText[]> {
  if (!unit) return [];
  const groups = await listUnitGroups(ctx.db);
  const present = groups.find(({ unitId, channel }) => unitId === unit.id && channel === ctx.channel.name);
  return present ? [[plain(ctx.t('setup.replacesGroup', { group: sayGroup(ctx, ctx.t, present) }))]] : [];
}

async function inviteRole(ctx: Context, kind: RoleKind, word: string | undefined): Promise<void> {
  const { db, now, t } = ctx;
  authoriseSomewhere(ctx, 'grant-lead'); // a stranger does not learn which codes exist
  const unit = await readRoleUnit(ctx, kind, word, 'setup.form.invite');
  const { personId } = await authoriseGrant(ctx, kind, unit?.id ?? null);
  const expiresAt = new Date(now.getTime() + validForMs);
  const unitId = unit?.id ?? null;
  const code = await createInvite(db, {
    purpose: 'role',
    role: kind,
    unitId,
    createdById: personId,
    expiresAt,
  });
  await audit(ctx, 'invite-role', unit ? `unit:${unit.code}` : 'all', { kind });
  const until = sayMoment(expiresAt, ctx.runtime.settings.ORG_TIME_ZONE);
  const lines = [
    [plain(t('setup.inviteRole', { role: sayRole(t, kind, unit), until }))],
    [plain(`${t('setup.byStart')} `), codeSpan(`/start ${code}`)],
  ];
  await answer(ctx, { text: joinLines(lines) });
}
