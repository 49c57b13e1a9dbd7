import { seededRandom } from '../chat-server/faults.js';
import type { World } from '../harness/world.js';
import type { Group } from './organisation.js';
import { shownIn } from './outboxes.js';

export interface Answered {
  unit: string;
  chat: string;
  /** What the unit's part comes to. */
  state: string;
  say(world: World): void;
}

/** Words of tired clerks and what they come to; null says nothing. */
const words: ([text: string, state: string] | null)[] = [
  ['xong', 'done'],
  ['đã xong ạ', 'done'],
  ['đã làm 70%', 'in_progress'],
  ['vướng vì thiếu xe', 'blocked'],
  ['đã nhận', 'acknowledged'],
  null,
  null,
];

export function unitsOf(groups: Group[]): Group[][] {
  const units = new Map<string, Group[]>();
  for (const group of groups) units.set(group.unit, [...(units.get(group.unit) ?? []), group]);
  return [...units.values()];
}

/** What one unit says, from one of its groups. */
export function answerFor(unit: Group[], { index, seed }: { index: number; seed: number }): Answered[] {
  const random = seededRandom(seed + index);
  const chosen = words[Math.floor(random() * words.length)];
  const group = unit[Math.floor(random() * unit.length)]!;
  if (!chosen) return [];
  const [text, state] = chosen;
  return [{ unit: group.unit, chat: group.chat, state, say: (world) => say(world, group, text) }];
}

function say(world: World, group: Group, text: string): void {
  if (group.platform === 'zalo') {
    world.zalo!.says({ chat: group.chat, from: group.member, text: `#1 ${text}`, mention: true });
    return;
  }
  const directive = shownIn(world, group).find((one) => one.text.startsWith('#1 · '))!;
  world.telegram.says({
    chat: Number(group.chat),
    from: Number(group.member),
    text,
    replyTo: Number(directive.id),
  });
}
