import type { Runtime } from '../../config/runtime.js';
import { localDate } from '../../core/calendar/iso-date.js';
import { hear, type Said } from '../../core/replies/said.js';
import type { AnswerTarget } from '../../store/answers.js';

/** Reads what was said at a moment about an assignment. The days that it names are days where the unit is. */
export function hearAnswer(
  { settings }: Runtime,
  target: AnswerTarget,
  { words, at }: { words: string; at: Date },
): Said {
  const { kind, spec, title, unitName, unitZone } = target;
  const saidOn = localDate(at, unitZone ?? settings.ORG_TIME_ZONE);
  return hear(kind, spec, words, { title, unitName, saidOn });
}
