import { DateTime } from 'luxon';
import type { Fired } from './escalation.js';
import type { EscalationStep } from './plan.js';
import { recallAt, type Part } from './state.js';

/** How the model names a message; `reading.ts` names what was seen alike. */
export const nameRecall = (keys: readonly string[]): string => `reminder: ${[...keys].sort().join(' | ')}`;

export const sayRecall = (parts: readonly Part[]): string => nameRecall(parts.map(({ work }) => work.key));

/** So many units are named in one message; the others are counted. */
export const unitsNamed = 15;

export interface Escalated {
  step: EscalationStep;
  key: string;
  named: boolean;
  silent: string[];
  received: string[];
}

export function nameEscalation({ step, key, named, silent, received }: Escalated): string {
  const list = (codes: readonly string[]) =>
    codes.length > unitsNamed
      ? `${codes.slice(0, unitsNamed).join(' ')} +${codes.length - unitsNamed}`
      : codes.join(' ');
  const parts = [
    ...(silent.length > 0 ? [`silent ${list(silent)}`] : []),
    ...(received.length > 0 ? [`received ${list(received)}`] : []),
  ];
  return `${step}${named ? ' by name' : ''} ${key}: ${parts.join(', ')}`;
}

export function sayEscalation(fired: readonly Fired[], step: EscalationStep, named: string | null): string {
  const { work } = fired[0]!.part;
  const codes = (standing: Part['standing']) =>
    fired
      .filter(({ part }) => part.standing === standing)
      .map(({ part }) => part.unit.code)
      .sort();
  if (step === 'follow-up') return `follow-up ${work.key}`;
  return nameEscalation({
    ...{ step, key: work.key, named: named !== null },
    ...{ silent: codes('silent'), received: codes('received') },
  });
}

/** A unit's part as the model sees it, in a line. */
export function sayPart(part: Part): string {
  const { work, unit, standing, isExcused, due, chainAt } = part;
  const say = (at: number | null) =>
    at === null || at === Infinity
      ? '–'
      : DateTime.fromMillis(at, { zone: unit.zone }).toFormat('ccc dd/MM HH:mm');
  const moments = `due ${say(due)}, recalled ${say(recallAt(part))}, escalated ${say(chainAt)} (${unit.zone})`;
  return `${work.key}: ${standing}${isExcused ? ', excused' : ''}, opened ${say(work.openedAt)}, ${moments}`;
}
