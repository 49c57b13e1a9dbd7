export type FaultKind =
  | '429'
  | '403'
  | '400'
  | '500-html'
  | '502'
  | 'reset-before'
  | 'reset-after'
  | 'hang'
  | 'hang-after'
  | 'slow';

export interface FaultRule {
  /** A method's name, `send*` for a family, `*` for all; left out: all but getUpdates. */
  method?: string;
  chatId?: number;
  /** Only the n-th matching call, counted from 1. */
  nth?: number;
  /** How many matching calls; without nth, times and probability it is one. */
  times?: number | 'always';
  probability?: number;
  seed?: number;
  kind: FaultKind;
  retryAfter?: number;
  ms?: number;
  description?: string;
}

export interface FaultHandle {
  /** How many calls the rule has hit. */
  hits: () => number;
  remove: () => void;
}

interface Active {
  rule: FaultRule;
  seen: number;
  hits: number;
  random: () => number;
}

export class Faults {
  #active: Active[] = [];

  add(rule: FaultRule): FaultHandle {
    const active: Active = { rule, seen: 0, hits: 0, random: seededRandom(rule.seed ?? 1) };
    this.#active.push(active);
    return {
      hits: () => active.hits,
      remove: () => {
        this.#active = this.#active.filter((other) => other !== active);
      },
    };
  }

  clear(): void {
    this.#active = [];
  }

  /** The fault for this call, if any rule says so; the first rule that fires wins. */
  match(method: string, chatId: number | undefined): FaultRule | undefined {
    if (this.#active.length === 0) return undefined;
    return this.#active.find((active) => matches(active.rule, method, chatId) && fires(active))?.rule;
  }
}

function matches(rule: FaultRule, method: string, chatId: number | undefined): boolean {
  if (rule.chatId !== undefined && rule.chatId !== chatId) return false;
  if (rule.method === undefined) return method !== 'getupdates';
  const wanted = rule.method.toLowerCase();
  return wanted.endsWith('*') ? method.startsWith(wanted.slice(0, -1)) : method === wanted;
}

function fires(active: Active): boolean {
  const { nth, probability } = active.rule;
  const times = active.rule.times ?? (nth === undefined && probability === undefined ? 1 : 'always');
  if (times !== 'always' && active.hits >= times) return false;
  active.seen += 1;
  if (nth !== undefined && active.seen !== nth) return false;
  if (probability !== undefined && active.random() >= probability) return false;
  active.hits += 1;
  return true;
}

/** Mulberry32: the same seed gives the same faults. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
