import { plain } from '../../core/message.js';
import type { Invite } from '../../store/invites.js';
import { grantRole } from '../../store/roles.js';
import { listUnits } from '../../store/units.js';
import { audit } from '../../services/audit.js';
import { askToLink } from '../accounts/ask-to-link.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { bindGroup } from '../setup/bind-group.js';
import { listHelp } from '../setup/list-help.js';
import { sayRole } from '../../services/roles/say-role.js';
import { takeCode } from '../setup/take-code.js';
import { sayWindow } from '../setup/say-window.js';
import { sayHelp } from './show-help.js';

/** `/start` greets; `/start CODE` gives a role in private, links accounts and binds the group an add-to-group link was used for. */
export function startCommand(commands: () => readonly Command[]): Command {
  return {
    names: ['start', 'batdau'],
    places: ['private', 'office', 'unit', 'none'],
    async run(ctx, args) {
      const [code] = args.split(/\s+/u);
      if (!code) return ctx.chat.role === 'private' ? greet(ctx, commands()) : sayHelp(ctx, commands());
      const invite = await takeCode(ctx, code);
      if (!invite) return;
      if (invite.purpose === 'account') return askToLink(ctx, invite);
      if (invite.purpose === 'unit' || invite.purpose === 'office') return bindGroup(ctx, invite);
      await acceptRole(ctx, invite, commands());
    },
  };
}

async function greet(ctx: Context, commands: readonly Command[]): Promise<void> {
  const { t, runtime, db } = ctx;
  const { name, roles } = getSpeaker(ctx);
  const units = new Map((await listUnits(db)).map((unit) => [unit.id, unit]));
  const held = roles.map(({ kind, unitId }) => sayRole(t, kind, (unitId && units.get(unitId)) || null));
  const hello = t('setup.hello', { name, organisation: runtime.settings.ORG_NAME });
  const what = held.length > 0 ? t('setup.yourRoles', { roles: held.join(', ') }) : t('setup.noRoles');
  const head = [hello, what, ...sayWindow(ctx)].join('\n');
  await answer(ctx, { text: [plain(`${head}\n\n`), ...listHelp(ctx, commands)] });
}

async function acceptRole(ctx: Context, invite: Invite, commands: readonly Command[]): Promise<void> {
  const { db, t } = ctx;
  const speaker = getSpeaker(ctx);
  const { unitId, createdById } = invite;
  const kind = invite.purpose === 'owner' ? 'owner' : invite.role!;
  const unit = unitId === null ? null : ((await listUnits(db)).find(({ id }) => id === unitId) ?? null);
  await grantRole(db, { personId: speaker.personId, kind, unitId, grantedById: createdById });
  const data = { kind, unit: unit?.code ?? null, grantedById: createdById };
  await audit(ctx, 'accept-role', `person:${speaker.personId}`, data);
  speaker.roles.push({ kind, unitId });
  const words = t(kind === 'owner' ? 'setup.ownerMade' : 'setup.roleAccepted', {
    role: sayRole(t, kind, unit),
  });
  const head = [words, ...sayWindow(ctx)].join('\n');
  await answer(ctx, { text: [plain(`${head}\n\n`), ...listHelp(ctx, commands)] });
}
