import type { AuditAction, AuditTarget } from '../core/audit.js';
import type { Db } from './db.js';
import type { Prisma } from './db.js';
import { listNames } from './people.js';

export interface AuditEntry {
  at: Date;
  /** Null when a rule did it, and no person. */
  personId: number | null;
  action: AuditAction;
  target: AuditTarget;
  data?: Prisma.InputJsonValue;
}

/** Writes down who did what, in the transaction that did it. */
export async function recordAudit(db: Db, entry: AuditEntry): Promise<{ id: number }> {
  return db.auditLog.create({ data: entry, select: { id: true } });
}

/** What stands in the log, with the name of who did it; `who` is null where a rule did it. */
export interface LoggedEntry {
  at: Date;
  who: string | null;
  action: string;
  target: string;
  /** As it was written then: older versions of the program wrote other parts. */
  data: unknown;
}

/** Which entries are meant: those of one target, within them those that name this unit; all when both are null. */
export interface LogFilter {
  target: AuditTarget | null;
  unitCode: string | null;
  /** Those of these persons alone. */
  personIds?: readonly number[];
  /** Those from before this moment. */
  before?: Date;
}

/** The newest entries, the newest first, from `offset` on, and how many there are in all, as far as they are counted. */
export async function listAudit(
  db: Db,
  { target, unitCode, personIds, before }: LogFilter,
  { most, offset = 0, counted }: { most: number; offset?: number; counted?: number },
): Promise<{ entries: LoggedEntry[]; total: number }> {
  const where: Prisma.AuditLogWhereInput = {
    ...(target === null ? {} : { target }),
    ...(unitCode === null ? {} : { data: { path: ['unit'], equals: unitCode } }),
    ...(personIds ? { personId: { in: [...personIds] } } : {}),
    ...(before ? { at: { lt: before } } : {}),
  };
  const rows = await db.auditLog.findMany({
    where,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    skip: offset,
    take: most,
  });
  const total =
    offset === 0 && rows.length < most
      ? rows.length
      : await db.auditLog.count({ where, ...(counted ? { take: counted } : {}) });
  const names = await listNames(
    db,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  const entries = rows.map(({ personId, at, action, target: about, data }) => ({
    ...{ at, action, target: about, data },
    who: personId === null ? null : (names.get(personId) ?? ''),
  }));
  return { entries, total };
}
