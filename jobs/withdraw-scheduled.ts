import type { Runtime } from '../config/runtime.js';
import { isAllowed, maySendTo } from '../core/authorise.js';
import { sayDeadline } from '../core/deadline/say-deadline.js';
import { pathOf } from '../core/tree.js';
import type { Translate } from '../locales/texts.js';
import { findPassedPart } from '../store/cascade.js';
import { findIssuerChat } from '../store/chats.js';
import type { Db } from '../store/db.js';
import type { Directive } from '../store/directives.js';
import { holdScheduled } from '../store/drafts.js';
import { listRolesOf } from '../store/roles.js';
import { listUnits } from '../store/units.js';
import { tellChats, tellOffice } from './tell-office.js';

/**
 * A directive whose issuer has lost the right to send it since: a draft again, and said where it was written and to the
 * office. False when it may go out. In the transaction that would open it.
 */
export async function withdrawScheduled(runtime: Runtime, db: Db, directive: Directive): Promise<boolean> {
  if (await mayGoOut(db, directive)) return false;
  if (!(await holdScheduled(db, directive, { sendAt: null, now: runtime.clock.now() }))) return true;
  const { id, title, sendAt, issuerChatId } = directive;
  const at = (t: Translate) => (sendAt ? sayDeadline(t, sendAt, runtime.settings.ORG_TIME_ZONE) : '');
  const write = (t: Translate) => t('preview.withdrawn', { title, at: at(t) });
  const key = `withdrawn:${id}:${sendAt?.toISOString() ?? ''}`;
  await tellChats(runtime, db, [await findIssuerChat(db, issuerChatId)], { key, write });
  await tellOffice(runtime, db, key, write);
  return true;
}

async function mayGoOut(db: Db, { issuerId, unitIds, passedFromId }: Directive): Promise<boolean> {
  const [roles, units] = [await listRolesOf(db, issuerId), await listUnits(db)];
  if (passedFromId === null) {
    const known = new Set(units.map(({ id }) => id));
    return maySendTo(
      roles,
      units,
      unitIds.filter((id) => known.has(id)),
    );
  }
  const part = await findPassedPart(db, passedFromId);
  return part !== null && isAllowed(roles, 'pass-on', pathOf(units, part.unitId));
}
