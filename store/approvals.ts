import { askRows, type Db } from './db.js';
import { gathered } from './gather.js';

/** Something a unit asked of the issuer; `more-time`: a later deadline; `acceptance`: that what it did counts. */
export type ApprovalKind = 'more-time' | 'acceptance';

export interface NewApproval {
  kind: ApprovalKind;
  assignmentId: number;
  replyId: number;
  personId: number | null;
  wishedAt: Date | null;
  dueBefore: Date | null;
  askedAt: Date;
}

/** How many requests of this kind an assignment has open (at most one) and decided. The assignment must be locked. */
export async function countApprovals(
  db: Db,
  assignmentId: number,
  kind: ApprovalKind,
): Promise<{ open: number; decided: number }> {
  const rows = await db.approval.findMany({ where: { assignmentId, kind }, select: { state: true } });
  const open = rows.filter(({ state }) => state === 'open').length;
  return { open, decided: rows.length - open };
}

/** Writes a request down as open. Throws when the assignment has one open already: `openKey` is unique. */
export async function openApproval(db: Db, approval: NewApproval): Promise<{ id: number }> {
  const openKey = `${approval.kind}:${approval.assignmentId}`;
  return db.approval.create({ data: { ...approval, openKey }, select: { id: true } });
}

/** A request with the part, unit and directive it is about; null when there is none with this id. */
export async function findApproval(db: Db, id: number) {
  return db.approval.findUnique({
    where: { id },
    include: { assignment: { include: { unit: true, directive: true } } },
  });
}

export type Approval = NonNullable<Awaited<ReturnType<typeof findApproval>>>;

/** The open request of an assignment; null when none waits. */
export async function findOpenApproval(
  db: Db,
  at: { directiveId: number; unitId: number },
  kind: ApprovalKind,
): Promise<Approval | null> {
  return db.approval.findFirst({
    where: { kind, state: 'open', assignment: at },
    include: { assignment: { include: { unit: true, directive: true } } },
  });
}

/** The codes of the units that wait for a decision on a directive, in order. */
export async function listAsking(db: Db, directiveId: number, kind: ApprovalKind): Promise<string[]> {
  const rows = await db.approval.findMany({
    where: { kind, state: 'open', assignment: { directiveId } },
    select: { assignment: { select: { unit: { select: { code: true } } } } },
  });
  return rows.map(({ assignment }) => assignment.unit.code).sort();
}

export interface Decision {
  /** Work is granted when it is accepted, refused when it is given back. */
  state: 'granted' | 'refused' | 'overtaken';
  /** Null when a rule decided. */
  decidedById: number | null;
  decidedAt: Date;
  /** The deadline that holds from then on. */
  dueAfter?: Date | null;
  /** The issuer's word for the unit. */
  word?: string;
}

/** Ends the open request of an assignment that the unit's own words left nothing to decide of. Null when none is open. */
export async function overtakeApproval(
  db: Db,
  assignmentId: number,
  kind: ApprovalKind,
  now: Date,
): Promise<Approval | null> {
  const [ended] = await db.approval.updateManyAndReturn({
    where: { openKey: `${kind}:${assignmentId}` },
    data: { state: 'overtaken', decidedAt: now, openKey: null },
    select: { id: true },
  });
  return ended ? findApproval(db, ended.id) : null;
}

/** Decides an open request, once: false when somebody was faster. */
export async function decideApproval(db: Db, id: number, decision: Decision): Promise<boolean> {
  const { count } = await db.approval.updateMany({
    where: { id, state: 'open' },
    data: { ...decision, openKey: null },
  });
  return count === 1;
}

interface CardAsk {
  chatId: number;
  messageId: string;
}

type Asked = Pick<Approval, 'id' | 'kind'>;

/** The request whose card a message of the bot is; null for any other message. Every reply to the bot asks this. */
export async function findApprovalByCard(db: Db, chatId: number, messageId: string): Promise<Asked | null> {
  return gathered(db, findApprovalsByCard, { chatId, messageId });
}

async function findApprovalsByCard(db: Db, asks: CardAsk[]): Promise<(Asked | null)[]> {
  const asked = asks.map((ask, at) => ({ ...ask, at }));
  const rows = await askRows<Asked & { at: number }>(db)`
    select a.at, p.id, p.kind
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(at int, "chatId" int, "messageId" text)
    cross join lateral (select d."dedupKey" from "Delivery" d where d."chatId" = a."chatId"
      and d."messageIds" @> array[a."messageId"] and d."dedupKey" like 'approval:%' limit 1) card
    join "Approval" p on p.id = split_part(card."dedupKey", ':', 2)::int`;
  const byAt = new Map(rows.map(({ at, ...request }) => [at, request]));
  return asks.map((_, index) => byAt.get(index) ?? null);
}

/** The message that asks for the decision, where it is known; it is rewritten once decided. */
export async function findApprovalCard(db: Db, dedupKey: string) {
  const card = await db.delivery.findFirst({
    where: { dedupKey },
    select: { channel: true, chatId: true, messageIds: true },
  });
  const messageId = card?.messageIds.at(-1);
  return card && messageId !== undefined ? { channel: card.channel, chatId: card.chatId, messageId } : null;
}
