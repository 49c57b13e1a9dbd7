import { foldedWords, type Part } from './part.js';
import { find, isNumber, tags } from './sense.js';

const DEFECTS = tags('harm', 'lack', 'suffer');
const NOT_ACTS = tags('harm', 'lack', 'suffer', 'stuck', 'trouble', 'wait');
const SOME_OF_THEM = /^(?:may|nhung|cac|cai|cho|vai|mot so|so)(?: |$)/;

// `dang do lai` without marks: dở dang or đang dò
const isDoing = (part: Part): boolean =>
  part.tag === 'doing' || (part.tag === 'some' && foldedWords(part) === 'dang do');

/**
 * Of `còn đang dò lại mấy mã bị trùng`, `đang lọc mấy phiếu hỏng` the word that says that it is being done: what befell
 * the things is what the work is for.
 */
export function findWorkedOn(parts: readonly Part[], at: number): Part | undefined {
  if (!DEFECTS.holds(parts[at])) return undefined;
  const doing = parts.findIndex((part, index) => index < at && isDoing(part));
  if (doing < 0 || NOT_ACTS.holds(parts[doing + 1]) || find(parts, 'then')) return undefined;
  const isSome = (part: Part): boolean => isNumber(part) || SOME_OF_THEM.test(foldedWords(part));
  return parts.slice(doing + 2, at).some(isSome) ? parts[doing] : undefined;
}
