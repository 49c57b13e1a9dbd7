import { seededRandom } from '../chat-server/faults.js';
import { hashText } from '../chat-server/hash-text.js';

/** Chance that falls the same way for the same seed and name, whatever else was thrown before. */
export interface Dice {
  chance(probability: number): boolean;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
}

export function throwDice(...names: (string | number)[]): Dice {
  const random = seededRandom(hashText(names.join(' ')) % 2 ** 32);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  return {
    chance: (probability) => random() < probability,
    whole,
    pick: (list) => list[whole(0, list.length - 1)]!,
  };
}
