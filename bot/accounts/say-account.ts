import { platformName } from '../../channels/platform-name.js';
import type { Say } from '../../core/say.js';
import type { LinkedAccount } from '../../store/account-links.js';
import { listRolesOf } from '../../store/roles.js';
import { listUnits } from '../../store/units.js';
import { sayRole } from '../../services/roles/say-role.js';
import type { Context } from '../context.js';

/** `Lan (Telegram)`: an account by its name and, where several channels are on, its platform. */
export function sayAccount(ctx: Context, t: Say, { name, channel }: LinkedAccount): string {
  const platform = platformName(ctx.runtime.channels, channel);
  if (platform === '') return name;
  return name === '' ? platform : t('link.account', { name, platform });
}

/** What some persons may do together, in one line. */
export async function sayRolesOf(ctx: Context, t: Say, ...personIds: number[]): Promise<string> {
  const units = new Map((await listUnits(ctx.db)).map((unit) => [unit.id, unit]));
  const words = new Set<string>();
  for (const id of personIds)
    for (const { kind, unitId } of await listRolesOf(ctx.db, id))
      words.add(sayRole(t, kind, (unitId !== null && units.get(unitId)) || null));
  return words.size > 0 ? t('link.roles', { roles: [...words].join(', ') }) : t('link.noRoles');
}
