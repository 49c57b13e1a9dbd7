import type { Database } from '../../store/db.js';

/** A second, simple way from the raw replies to the figures of a report: loops, nothing of core/. */
export async function loadRaw(db: Database) {
  return {
    directives: await db.directive.findMany(),
    assignments: await db.assignment.findMany(),
    replies: await db.reply.findMany({ orderBy: { id: 'asc' } }),
    deliveries: await db.delivery.findMany({ where: { kind: 'directive' } }),
    units: await db.unit.findMany(),
    places: await db.unitPlace.findMany({ orderBy: { until: 'asc' } }),
  };
}
type Raw = Awaited<ReturnType<typeof loadRaw>>;

export function recount(raw: Raw, from: Date, to: Date, top: number | null) {
  const counts = { doneInTime: 0, doneLate: 0, openInTerm: 0, openOverdue: 0 };
  const numbers: Record<number, (number | null)[]> = {};
  const waits: number[] = [];
  const replyIds: number[] = [];
  for (const directive of raw.directives) {
    if (directive.sentAt! >= to || (directive.closedAt !== null && directive.closedAt < from)) continue;
    const judged = directive.closedAt !== null && directive.closedAt < to ? directive.closedAt : to;
    for (const part of raw.assignments) {
      if (part.directiveId !== directive.id || part.excused || part.cancelled) continue;
      if (top !== null && !isBelow(raw, part.unitId, top, to)) continue;
      const due = part.dueAt ?? directive.dueAt;
      const reached = raw.deliveries.some((one) => one.assignmentId === part.id && one.state === 'sent');
      let doneAt: Date | null = null;
      let number: number | null = null;
      let first: Date | null = null;
      let wasSaid = false;
      for (const reply of raw.replies) {
        if (reply.assignmentId !== part.id || reply.receivedAt >= to) continue;
        if (reply.status === null && reply.value === null) continue;
        if (reply.receivedAt >= from) {
          wasSaid = true;
          replyIds.push(reply.id);
        }
        first ??= reply.receivedAt;
        if (directive.kind === 'collect') {
          if (reply.value === null) continue;
          number = (reply.value as { number: number }).number;
          doneAt ??= reply.receivedAt;
        } else if (reply.status === 'done') doneAt ??= reply.receivedAt;
        else if (reply.status !== 'acknowledged') doneAt = null;
      }
      if (doneAt !== null && doneAt < from && !wasSaid) continue;
      const end = doneAt !== null && doneAt <= judged ? doneAt : judged;
      const isLate = due !== null && end > due && reached;
      if (doneAt !== null && doneAt <= judged) counts[isLate ? 'doneLate' : 'doneInTime'] += 1;
      else counts[isLate ? 'openOverdue' : 'openInTerm'] += 1;
      if (directive.kind === 'collect') (numbers[directive.number!] ??= []).push(number);
      if (first !== null) waits.push(first.getTime() - directive.sentAt!.getTime());
    }
  }
  return { counts, numbers, waits: waits.sort((a, b) => a - b), replyIds: replyIds.sort((a, b) => a - b) };
}

export function recountTrust(raw: Raw, from: Date, to: Date, top: number | null) {
  const isMeant = (unitId: number | null) =>
    top === null || (unitId !== null && isBelow(raw, unitId, top, to));
  const sent = { sent: 0, failed: 0, uncertain: 0, waiting: 0 };
  for (const one of raw.deliveries) {
    const directive = raw.directives.find(({ id }) => id === one.directiveId)!;
    const unitId = raw.assignments.find(({ id }) => id === one.assignmentId)!.unitId;
    if (directive.sentAt! < from || directive.sentAt! >= to || !isMeant(unitId)) continue;
    sent[one.state === 'queued' ? 'waiting' : (one.state as 'sent')] += 1;
  }
  const read = { read: 0, corrected: 0, unread: 0 };
  for (const reply of raw.replies) {
    if (reply.receivedAt < from || reply.receivedAt >= to || !isMeant(reply.unitId)) continue;
    read[reply.state === 'asked' ? 'unread' : reply.state] += 1;
  }
  return { sent, read };
}

function isBelow(raw: Raw, unitId: number, top: number, at: Date): boolean {
  for (let id: number | null = unitId; id !== null;) {
    if (id === top) return true;
    const moved = raw.places.find((place) => place.unitId === id && place.until >= at);
    id = moved ? moved.parentId : raw.units.find((unit) => unit.id === id)!.parentId;
  }
  return false;
}
