import { UserError } from '../errors.js';
import { foldText } from '../text/fold.js';

/** One line of `/units …`, its words as they were typed. `parent: ''` asks for a place at the top. */
export type UnitLine =
  | { op: 'add'; code: string; name: string; parent: string; tags: string[] }
  | { op: 'rename'; code: string; name: string }
  | { op: 'move'; code: string; parent: string }
  | { op: 'tag'; code: string; add: string[]; drop: string[] }
  | { op: 'remove'; code: string };

type Op = UnitLine['op'];

const verbs = new Map<string, Op>([
  ['add', 'add'],
  ['them', 'add'],
  ['rename', 'rename'],
  ['doiten', 'rename'],
  ['doi ten', 'rename'],
  ['move', 'move'],
  ['chuyen', 'move'],
  ['tag', 'tag'],
  ['nhan', 'tag'],
  ['gan nhan', 'tag'],
  ['remove', 'remove'],
  ['delete', 'remove'],
  ['xoa', 'remove'],
]);
const under = new Set(['under', 'thuoc']);
const top = new Set(['top', 'goc', '-']);

/**
 * Reads the lines behind `/units`: each begins with a verb, or goes on with the verb above it (which may stand
 * alone on its line). Null when the first line has no verb. Throws UserError with the right form of the verb on a
 * line that does not fit.
 */
export function parseUnitLines(args: string): UnitLine[] | null {
  const lines = args.split('\n').filter((line) => line.trim() !== '');
  const parsed: UnitLine[] = [];
  let op: Op | null = null;
  for (const line of lines) {
    const words = line.trim().split(/\s+/u);
    const verb = takeVerb(words);
    op = verb ?? op;
    if (!op) return null;
    if (verb && words.length === 0 && line !== lines.at(-1)) continue;
    parsed.push(parseLine(op, words));
  }
  return parsed.length > 0 ? parsed : null;
}

/** Takes the verb off the front of the words; null when there is none. */
function takeVerb(words: string[]): Op | null {
  for (const count of [2, 1]) {
    const verb = verbs.get(foldText(words.slice(0, count).join(' ')));
    if (!verb) continue;
    words.splice(0, count);
    return verb;
  }
  return null;
}

function parseLine(op: Op, words: string[]): UnitLine {
  const malformed = new UserError(`units.form.${op}`);
  const code = words.shift();
  if (code === undefined || code.startsWith('#')) throw malformed;
  switch (op) {
    case 'add': {
      const tags = takeTags(words);
      const parent = takeParent(words) ?? '';
      tags.push(...takeTags(words));
      if (words.length === 0 || under.has(foldText(words.at(-1)!))) throw malformed;
      return { op, code, name: words.join(' '), parent, tags };
    }
    case 'rename':
      if (words.length === 0) throw malformed;
      return { op, code, name: words.join(' ') };
    case 'move': {
      const [parent] = words.filter((word) => !under.has(foldText(word)));
      if (parent === undefined || words.length > 2) throw malformed;
      return { op, code, parent: top.has(foldText(parent)) ? '' : parent };
    }
    case 'tag': {
      const add = words.filter((word) => word.startsWith('#'));
      const drop = words.filter((word) => word.startsWith('-#')).map((word) => word.slice(1));
      if (words.length === 0 || add.length + drop.length < words.length) throw malformed;
      return { op, code, add, drop };
    }
    case 'remove':
      if (words.length > 0) throw malformed;
      return { op, code };
  }
}

function takeTags(words: string[]): string[] {
  const tags: string[] = [];
  while (words.at(-1)?.startsWith('#')) tags.unshift(words.pop()!);
  return tags;
}

/** `… under CODE` at the end. "thuộc" inside a name is left alone. */
function takeParent(words: string[]): string | null {
  const word = words.at(-2);
  if (word === undefined || !under.has(foldText(word))) return null;
  const parent = words.pop()!;
  words.pop();
  return parent;
}
