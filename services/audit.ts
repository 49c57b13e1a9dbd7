import type { AuditAction, AuditTarget } from '../core/audit.js';
import { recordAudit, type AuditEntry } from '../store/audit.js';
import { getSpeaker } from './authorise.js';
import type { Deed } from './deed.js';

/** Writes into the log what the speaker just did to `target`, e.g. `template:lutbao`. */
export async function audit(
  ctx: Deed,
  action: AuditAction,
  target: AuditTarget,
  data: NonNullable<AuditEntry['data']> = {},
): Promise<{ id: number }> {
  return recordAudit(ctx.db, { at: ctx.now, personId: getSpeaker(ctx).personId, action, target, data });
}
