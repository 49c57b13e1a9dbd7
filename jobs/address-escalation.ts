import { priority } from '../core/delivery.js';
import type { EscalationStep } from '../core/escalation/plan-escalation.js';
import { pathOf } from '../core/tree.js';
import { findIssuerChat } from '../store/chats.js';
import type { Db } from '../store/db.js';
import {
  findEscalationGroups,
  findLeads,
  type LockedEscalation,
  type NewEscalation,
  type TakenStep,
} from '../store/escalations.js';
import { listPaths } from '../store/units.js';

export type Fired = LockedEscalation & { step: EscalationStep };

interface Address {
  taken: TakenStep;
  chats: { id: number; channel: string }[];
}

/** Where the steps of one directive go: one message a chat and step, for all its units together. */
export async function addressEscalation(
  db: Db,
  directiveId: number,
  fired: readonly Fired[],
  now: Date,
): Promise<{ taken: TakenStep[]; queue: (recorded: readonly TakenStep[]) => NewEscalation[] }> {
  const find = await openBook(db, fired);
  const addresses = fired.map(find);
  const queue = (recorded: readonly TakenStep[]) => {
    const isNew = new Set(recorded.map(({ assignmentId, step }) => `${assignmentId} ${step}`));
    const messages = new Map<string, NewEscalation>();
    for (const { taken, chats } of addresses.filter(({ taken: { assignmentId, step } }) =>
      isNew.has(`${assignmentId} ${step}`),
    ))
      for (const chat of chats) {
        const key = `escalation:${directiveId}:${taken.step}:chat:${chat.id}`;
        const known = messages.get(key);
        if (known) known.assignmentIds.push(taken.assignmentId);
        else messages.set(key, write(taken, chat, key));
      }
    return [...messages.values()];
  };
  const write = (taken: TakenStep, chat: { id: number; channel: string }, key: string): NewEscalation => ({
    channel: chat.channel,
    chatId: chat.id,
    step: taken.step,
    dedupKey: `${key}:of:${taken.assignmentId}`,
    priority: priority.reminder,
    assignmentIds: [taken.assignmentId],
    ...(taken.reached === 'group' || (taken.reached === 'named' && taken.step === 'lead')
      ? { directiveId, assignmentId: taken.assignmentId }
      : {}),
    createdAt: now,
  });
  return { taken: addresses.map(({ taken }) => taken), queue };
}

/** Loads who leads what, and says for one step whom it reaches. */
async function openBook(db: Db, fired: readonly Fired[]): Promise<(one: Fired) => Address> {
  const units = await listPaths(
    db,
    fired.map(({ unitId }) => unitId),
  );
  const paths = new Map(fired.map(({ unitId }) => [unitId, pathOf(units, unitId)]));
  const concerned = [...new Set([...paths.values()].flat())];
  const leads = await findLeads(db, concerned);
  const groups = await findEscalationGroups(db, concerned);
  const issuerChats = new Map<number, Address['chats'][number]>();
  for (const id of new Set(fired.map(({ issuerChatId }) => issuerChatId)))
    issuerChats.set(id, await findIssuerChat(db, id));
  const toLeads = (unitId: number | undefined): Pick<Address, 'chats'> & { reached: string } => {
    const own = leads.filter((lead) => lead.unitId === unitId);
    const chats = own.flatMap(({ chat }) => chat ?? []);
    if (chats.length > 0) return { reached: 'private', chats };
    const named = groups.filter((group) => group.unitId === unitId && group.naming);
    return own.length > 0 && named.length > 0
      ? { reached: 'named', chats: named }
      : { reached: 'nobody', chats: [] };
  };
  return ({ id, unitId, step, issuerChatId }) => {
    const path = paths.get(unitId) ?? [unitId];
    const reach = (): Pick<Address, 'chats'> & { reached: string } => {
      switch (step) {
        case 'follow-up':
          return { reached: 'group', chats: groups.filter((group) => group.unitId === unitId) };
        case 'lead':
          return toLeads(unitId);
        case 'parent':
          return toLeads(path.slice(1).find((above) => leads.some((lead) => lead.unitId === above)));
        case 'issuer':
          return { reached: 'issuer', chats: [issuerChats.get(issuerChatId) ?? []].flat() };
      }
    };
    const { reached, chats } = reach();
    return { taken: { assignmentId: id, step, reached }, chats };
  };
}
