import type { Db } from './db.js';
import type { Prisma } from './db.js';

export interface AuditEntry {
  at: Date;
  personId: number | null;
  /** verb-noun, e.g. `grant-role`. */
  action: string;
  /** noun and id or code, e.g. `directive:12`, `unit:XA01`. */
  target: string;
  data?: Prisma.InputJsonValue;
}

/** Writes down who did what, in the transaction that did it. */
export async function recordAudit(db: Db, entry: AuditEntry): Promise<void> {
  await db.auditLog.create({ data: entry });
}
