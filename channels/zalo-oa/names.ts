import { setTimeout as sleep } from 'node:timers/promises';
import type { OaClient } from './client.js';

/** A group is asked for its members no more often than this. */
const askAgainMs = 60_000;

/** The webhook must be answered within 2 s; a name is worth a part of it. */
const patienceMs = 1_000;

const remembered = 20_000;

/** Names of members: events carry none. '' when it can't be learnt in time. */
export function createNames(client: Pick<OaClient, 'listMembers'>) {
  const names = new Map<string, string>();
  const asked = new Map<string, { at: number; done: Promise<void> }>();
  const ask = async (groupId: string) => {
    const members = await client.listMembers(groupId);
    if (names.size > remembered) names.clear();
    for (const { id, name } of members) names.set(id, name);
  };
  return async (groupId: string, userId: string): Promise<string> => {
    const known = names.get(userId);
    if (known) return known;
    const last = asked.get(groupId);
    if (!last || performance.now() - last.at > askAgainMs) {
      // A name is a courtesy: without it the message counts all the same.
      asked.set(groupId, { at: performance.now(), done: ask(groupId).catch(() => undefined) });
    }
    await Promise.race([asked.get(groupId)?.done, sleep(patienceMs, undefined, { ref: false })]);
    return names.get(userId) ?? '';
  };
}
