import { setTimeout as sleep } from 'node:timers/promises';
import type { OaClient } from './client.js';

/** A group is asked for its members, and a person's profile looked up, no more often than this. */
const askAgainMs = 60_000;

/** The webhook must be answered within 2 s; a name is worth a part of it. */
const patienceMs = 1_000;

const remembered = 20_000;

/** Names of who speaks, in a group or (null) in private: events carry none. '' when it can't be learnt in time. */
export function createNames(client: Pick<OaClient, 'listMembers' | 'findName'>) {
  const names = new Map<string, string>();
  const asked = new Map<string, { at: number; done: Promise<void> }>();
  const askGroup = async (groupId: string) => {
    const members = await client.listMembers(groupId);
    if (names.size > remembered) names.clear();
    for (const { id, name } of members) names.set(id, name);
  };
  const askPerson = async (userId: string) => {
    if (names.size > remembered) names.clear();
    names.set(userId, await client.findName(userId));
  };
  return async (userId: string, groupId: string | null): Promise<string> => {
    const known = names.get(userId);
    if (known) return known;
    const key = groupId ?? userId;
    const last = asked.get(key);
    if (!last || performance.now() - last.at > askAgainMs) {
      if (asked.size > remembered) asked.clear();
      // A name is a courtesy: without it the message counts all the same.
      const asking = groupId === null ? askPerson(userId) : askGroup(groupId);
      asked.set(key, { at: performance.now(), done: asking.catch(() => undefined) });
    }
    await Promise.race([asked.get(key)?.done, sleep(patienceMs, undefined, { ref: false })]);
    return names.get(userId) ?? '';
  };
}
