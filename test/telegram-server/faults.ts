import type { FaultRule as SharedRule, WireFault } from '../chat-server/faults.js';

export type { FaultHandle } from '../chat-server/faults.js';

export type FaultKind = '429' | '403' | '400' | WireFault;
export type FaultRule = SharedRule<FaultKind, number>;
