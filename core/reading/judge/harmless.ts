import { foldedWords, type Part } from '../clause/part.js';
import { indexOf } from '../clause/sense.js';

const UNWORRIED = /^(?:khong sao|khoi lo|khong lo$|yen tam)/;

/** `mưa xuống không sao nữa`, `mưa cũng khỏi lo`, `hôm qua mưa to không dột nữa` */
export function isHarmless(parts: readonly Part[], at: number): boolean {
  if (parts[at]!.tag !== 'harm') return false;
  if (parts.slice(at).some((part) => UNWORRIED.test(foldedWords(part)))) return true;
  const spared = /^mua/.test(foldedWords(parts[at])) ? indexOf(parts, 'not', at + 1) : -1;
  return spared > 0 && parts[spared + 1]?.tag === 'harm';
}
