/** What can go wrong on the wire, whatever the platform. The kinds in `-after` strike when the call has been done. */
export type WireFault = '500-html' | '502' | 'reset-before' | 'reset-after' | 'hang' | 'hang-after' | 'slow';

export interface FaultRule<Kind extends string = string, ChatId = number | string> {
  /** A method's name, `send*` for a family, `*` for all; left out: all but the one that only reads or renews. */
  method?: string;
  chatId?: ChatId;
  /** Only the n-th matching call, counted from 1. */
  nth?: number;
  /** How many matching calls; without nth, times and probability it is one. */
  times?: number | 'always';
  probability?: number;
  seed?: number;
  kind: Kind;
  retryAfter?: number;
  ms?: number;
  description?: string;
}

export interface FaultHandle {
  /** How many calls the rule has hit. */
  hits: () => number;
  remove: () => void;
}

interface Active<Rule> {
  rule: Rule;
  seen: number;
  hits: number;
  random: () => number;
}

export class Faults<Rule extends FaultRule> {
  #active: Active<Rule>[] = [];

  /** `spared` is the method that only a rule with its name strikes. */
  constructor(private readonly spared: string) {}

  add(rule: Rule): FaultHandle {
    const active = { rule, seen: 0, hits: 0, random: seededRandom(rule.seed ?? 1) };
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
  match(method: string, chatId: number | string | undefined): Rule | undefined {
    if (this.#active.length === 0) return undefined;
    return this.#active.find((active) => this.#matches(active.rule, method, chatId) && fires(active))?.rule;
  }

  #matches(rule: Rule, name: string, chatId: number | string | undefined): boolean {
    if (rule.chatId !== undefined && rule.chatId !== chatId) return false;
    const method = name.toLowerCase();
    if (rule.method === undefined) return method !== this.spared.toLowerCase();
    const wanted = rule.method.toLowerCase();
    return wanted.endsWith('*') ? method.startsWith(wanted.slice(0, -1)) : method === wanted;
  }
}

function fires(active: Active<FaultRule>): boolean {
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
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
