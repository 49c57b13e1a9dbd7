export interface Pressing {
  number: number;
  urgent: boolean;
  dueAt: Date | null;
}

/** Sorts the most urgent first: by deadline (none at the end), then marked urgent, then the older number. */
export function compareUrgency(one: Pressing, other: Pressing): number {
  const due = (item: Pressing) => item.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return due(one) - due(other) || Number(other.urgent) - Number(one.urgent) || one.number - other.number;
}
