import { foldText, INVISIBLE } from '../text/fold.js';
import type { TreeNode } from '../tree.js';

export interface AudienceUnit extends TreeNode {
  code: string;
  name?: string;
  tags: readonly string[];
}

/** One word of a targets expression: what it names and whether that is taken in or left out. */
export type AudienceTerm = { isExcluded: boolean; raw: string } & (
  | { kind: 'all' }
  | { kind: 'unit'; code: string; withBranch: boolean }
  | { kind: 'tag'; tag: string }
  // `các trường mầm non`: the folded words with which the names of all of them begin
  | { kind: 'kind'; words: string }
);

const allWords = new Set(['all', 'tatca', 'tat ca']);
/** Signs that phones put in the place of the ones that were typed. */
const dashes = /^[-–—−]/;
const hashes = /^[#＃]/;

/** `TH01 và TH02`. In capitals it may be a code. */
const links = /^(?:và|va|cùng|and|&)$/;
/** `tất cả trừ XA07`: what follows is left out. */
const leavesOut = /^(?:trừ|tru|except)$/;
const beforeTru = /^(?:ngoại|ngoai)$/;

/**
 * Takes a targets expression apart: `all`, `CODE`, `CODE+`, `#tag`, each with `-` before it to leave it out, separated
 * by spaces, commas or semicolons; behind `trừ` all are left out. Whether codes and tags exist, and which words are a
 * name together, is for resolveAudience to say.
 */
export function parseAudience(text: string): AudienceTerm[] {
  const words = splitWords(text.normalize('NFC'));
  const isInner = (index: number) => index < words.length - 1;
  const out = words.findIndex((word, index) => isInner(index) && leavesOut.test(word));
  return words.flatMap((word, index) => {
    if (index === out || (index > 0 && isInner(index) && links.test(word))) return [];
    if (index === out - 1 && beforeTru.test(word)) return [];
    const term = readTerm(word);
    return out >= 0 && index > out ? { ...term, isExcluded: true } : term;
  });
}

/** Whether a name begins with these folded words: `Trường Mầm non Hoa Sen` with those of `các trường mầm non`. */
export const isOfKind = ({ name }: AudienceUnit, words: string): boolean =>
  `${foldText(name ?? '')} `.startsWith(`${words} `);

/** The form in which codes and tags are compared. */
export function foldName(name: string): string {
  return foldText(name.replace(hashes, ''));
}

/** A minus that stands alone belongs to the next word; `tất cả` is one word. */
function splitWords(text: string): string[] {
  const words: string[] = [];
  let sign = '';
  for (const word of text
    .replace(INVISIBLE, '')
    .split(/[\s,;]+/)
    .filter((part) => part !== '')) {
    const last = words.at(-1);
    if (/^[-–—−]$/.test(word)) sign = '-';
    else if (
      sign === '' &&
      last !== undefined &&
      foldText(word) === 'ca' &&
      /^[-–—−]?tat$/.test(foldText(last))
    )
      words[words.length - 1] = `${last} ${word}`;
    else {
      words.push(sign + word);
      sign = '';
    }
  }
  return sign === '' ? words : [...words, sign];
}

function readTerm(raw: string): AudienceTerm {
  const isExcluded = dashes.test(raw);
  const name = isExcluded ? raw.slice(1) : raw;
  if (allWords.has(foldText(name))) return { kind: 'all', isExcluded, raw };
  if (hashes.test(name)) return { kind: 'tag', tag: name.slice(1), isExcluded, raw };
  const withBranch = /.[+＋]$/u.test(name);
  return { kind: 'unit', code: withBranch ? name.slice(0, -1) : name, withBranch, isExcluded, raw };
}
