import type { FaultHandle } from '../chat-server/faults.js';
import type { World } from '../harness/world.js';

export interface Trouble {
  /** Sends that arrived while their answer was lost, on both platforms. */
  dropped(): number;
  /** Sends that were refused for a while. */
  throttled(): number;
  gateway(): number;
  stop(): void;
}

/**
 * What happens on a bad day on both platforms: 5 % of the sends are refused by 429, the answers of 2 % are lost after the
 * message was taken (of the third one always), and for a minute in the middle of the broadcast the gateways answer 502.
 */
export function makeTrouble(world: World, seed: number): Trouble {
  const telegram = world.telegram;
  const zalo = world.zalo!;
  const drops: FaultHandle[] = [];
  const refusals: FaultHandle[] = [];
  for (const server of [telegram, zalo]) {
    const fault = (rule: Parameters<typeof zalo.fault>[0]) =>
      (server as { fault(rule: object): FaultHandle }).fault({ method: 'sendMessage', ...rule });
    drops.push(fault({ kind: 'reset-after', nth: 3 }));
    drops.push(fault({ kind: 'reset-after', probability: 0.02, seed: seed + 1 }));
    refusals.push(fault({ kind: '429', retryAfter: 3, probability: 0.05, seed: seed + 2 }));
  }
  const gateway = breakGateways(world);
  const sum = (handles: FaultHandle[]) => handles.reduce((total, { hits }) => total + hits(), 0);
  return {
    dropped: () => sum(drops),
    throttled: () => sum(refusals),
    gateway: gateway.hits,
    stop: () => [...drops, ...refusals, ...gateway.handles].forEach(({ remove }) => remove()),
  };
}

/** Begins when a tenth of the groups have got theirs, ends a minute later by the moved clock. */
function breakGateways({ telegram, zalo, clock }: World) {
  const handles: FaultHandle[] = [];
  const sent = () => (telegram.callCounts()['sendMessage'] ?? 0) + (zalo!.callCounts()['sendMessage'] ?? 0);
  const before = sent();
  const watch = setInterval(() => {
    if (sent() < before + 10) return;
    clearInterval(watch);
    const rule = { method: 'sendMessage', kind: '502', times: 'always' } as const;
    handles.push(telegram.fault(rule), zalo!.fault(rule));
    const end = new Date(clock.now().getTime() + 60_000);
    clock.at(end, () => handles.forEach(({ remove }) => remove()));
  }, 1);
  return { handles, hits: () => handles.reduce((total, { hits }) => total + hits(), 0) };
}
