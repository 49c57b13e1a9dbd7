import { foldedWords, type Clause } from '../clause/part.js';
import { find, indexOf, isVerb, LIGHT, type Sense } from '../clause/sense.js';
import type { Statement } from './statement.js';

const BREAKS = /(?:^| )(?:loi|bao loi|hong|hu|treo|timeout|sap|rot|khong nhan)(?: |$)/;

/** `đã nộp nhưng hệ thống báo lỗi`, `làm rồi mà hỏng`: it may not have held. `xong rồi nhưng máy in hỏng` has. */
export function mayHaveFailed(said: readonly Statement[]): boolean {
  const last = said.findLastIndex(({ sense }) => sense.meaning === 'done');
  if (said.some((one) => one.sense.meaning === 'done' && find(one.clause.parts, 'complete') !== undefined))
    return false;
  const isHanded = said.some(
    (one) => one.sense.meaning === 'done' && find(one.clause.parts, 'hand') !== undefined,
  );
  return said.slice(last + 1).some(
    ({ clause, sense }) =>
      clause.opener === 'contrast' &&
      // `rải rồi mà mưa trôi hết`
      ((!isHanded && sense.meaning === 'trouble' && clause.parts[0]?.tag === 'harm') ||
        isBroken(clause, sense)),
  );
}

/** `nộp rồi mà hệ thống lỗi` */
function isBroken(clause: Clause, sense: Sense): boolean {
  return (
    sense.meaning === 'trouble' &&
    clause.parts.length <= 3 &&
    sense.decided.some((part) => BREAKS.test(foldedWords(part)))
  );
}

/** `Kết quả: rải xong đá. Vướng mắc: nhựa về chậm`: of a report that names what is in the way it may be one step. */
export function isStepOfReport(said: readonly Statement[]): boolean {
  const isHeaded = said.some(({ clause, sense }) => clause.parts.length === 0 && sense.meaning === 'trouble');
  return isHeaded && said.every((one) => one.sense.meaning !== 'done' || isDoneToThing(one));
}

/** `rải xong đá`; `hoàn thành`, `trồng xong`, `rải xong toàn bộ` leave nothing open. */
export function isDoneToThing({ clause: { parts }, share }: Statement): boolean {
  const at = indexOf(parts, 'complete');
  const isAll = share === 'full' || find(parts, 'every') !== undefined || find(parts, 'past') !== undefined;
  const thing = parts.slice(at + 1).find((part) => !LIGHT.holds(part) && part.tag !== 'already');
  return !isAll && at > 0 && isVerb(parts[at - 1]) && thing !== undefined;
}
