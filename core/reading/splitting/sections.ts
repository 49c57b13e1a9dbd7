import { INVISIBLE } from '../../text/fold.js';
import { plainLetter } from '../../text/plain-letter.js';

const INVISIBLE_CHAR = new RegExp(INVISIBLE.source, 'u');

export type SectionKind = 'result' | 'difficulty' | 'proposal' | 'next';

/** What stands under a heading of a reply (`Khó khăn: …`), as written. */
export interface Section {
  kind: SectionKind;
  heading: string;
  words: string;
}

const KINDS: readonly (readonly [SectionKind, string])[] = [
  [
    'difficulty',
    'kho khan|vuong mac|vuong|ton tai|han che|bat cap|kk|problems?|issues?|blocked|stuck|blockers?|difficult(?:y|ies)',
  ],
  ['proposal', 'y kien de xuat|de xuat|kien nghi|de nghi|proposals?|suggestions?|requests?|recommendations?'],
  [
    'next',
    '(?:(?:cong viec|cong tac|ke hoach|nhiem vu|phuong huong|viec|huong|buoc|du kien) )?(?:tiep theo|tuan toi|tuan sau|thang toi|thang sau|thoi gian toi|sap toi)|phuong huong|next(?: steps?| week)?',
  ],
  [
    'result',
    'ket qua|kq|da lam(?: duoc)?|da thuc hien|viec da lam|cong viec da (?:lam|thuc hien)|results?|progress|achievements?',
  ],
];
// `Khó khăn, vướng mắc hiện nay:`, `Kiến nghị, đề xuất với huyện:`
const MORE = `(?:[ ,/&]{1,3}(?:va|hoac|and|or|cac|gap phai|hien nay|hien tai|chinh|neu co|dat duoc|thuc hien|den nay|bao cao|cong viec|ton tai|han che|bat cap|vuong mac|kho khan|kien nghi|de xuat|de nghi|giai phap|tiep theo|tuan toi|tuan sau|thang toi|thoi gian toi|trong tuan|trong thang|tuan nay|thang nay|cua don vi|(?:voi|gui) (?:huyen|tinh|xa|phong|cap tren)))*`;
const NAMES = `(?:ve |cac |nhung |mot so |phan )?(?:${KINDS.map(([, words]) => `(${words})`).join('|')})${MORE}`;
const NUMBERED = String.raw`[ \t]*(?:(?:\d{1,2}|[a-d])[.)/][ \t]*|[-+•*–][ \t]*)?`;
const INLINE = String.raw`(?:(?<=^|[\n.;,!?)])|(?<=\s)(?=\d{1,2}[.)]))${NUMBERED}${NAMES}[ \t]*:`;
const HEADINGS = new RegExp(INLINE, 'g');
const ALONE = new RegExp(String.raw`(?<=^|\n)${NUMBERED}${NAMES}[ \t]*:?[ \t]*(?=\n)`, 'g');
const CAN_HOLD = /[:\n]/;
// A line that goes on with the list of the line before.
const BULLET = /^[ \t]*(?:[-+•*–]|\d{1,2}[.)]|[a-d][.)])[ \t]*/;
const NOTHING =
  /^(?:da |hien |hien tai |hien nay |tam thoi )?(?:khong|ko|chua|k|0|none|no|nothing|n\/a|nil)(?: (?:co|gi|gap|co gi|kho khan|vuong mac|vuong|a|nhe|phat sinh|any|problems?|yet|de xuat|kien nghi|them|ca))*[ .!]*$/;

/** Splits a reply (NFC) into its sections and `rest`: the same text with blanks where they stood, results left in. */
export function splitSections(text: string): {
  sections: Section[];
  rest: string;
} {
  if (!CAN_HOLD.test(text)) return { sections: [], rest: text };
  const flat = flatten(text);
  const found = [...flat.matchAll(HEADINGS), ...(flat.includes('\n') ? flat.matchAll(ALONE) : [])]
    .sort((one, other) => one.index - other.index)
    .filter((match, index, all) => match.index !== all[index - 1]?.index);
  const sections: Section[] = [];
  let rest = text;
  found.forEach((match, index) => {
    const kind = KINDS[match.slice(1).findIndex((words) => words !== undefined)]![0];
    const from = match.index + match[0].length;
    const to = Math.min(found[index + 1]?.index ?? text.length, endOfSection(text, from));
    const words = clean(text.slice(from, to));
    if (kind !== 'result') rest = blank(rest, match.index, to);
    else rest = blank(rest, match.index, from);
    if (words !== '' && !NOTHING.test(flatten(words)))
      sections.push({
        kind,
        heading: text.slice(match.index, from).trim(),
        words,
      });
  });
  return { sections, rest };
}

/** To the end of the line and over its list; under a heading alone on its line to the next blank one. */
function endOfSection(text: string, from: number): number {
  const lines = text.slice(from).split('\n');
  // `Khó khăn: thiếu xe. Đã làm 70%`: what follows the full stop is read by itself.
  const stop = /[.;!] +(?=\p{Lu})/u.exec(lines[0]!);
  if (stop) return from + stop.index;
  let end = from + lines[0]!.length;
  const alone = /^:?\s*$/.test(lines[0]!);
  for (const [index, line] of lines.slice(1).entries()) {
    const goesOn = BULLET.test(line) || (alone && (line.trim() !== '' || index === 0));
    if (!goesOn) break;
    end += 1 + line.length;
  }
  return end;
}

function clean(words: string): string {
  const lines = words
    .replace(/^[\s:]+/, '')
    .split('\n')
    .map((line) => line.replace(BULLET, '').trim());
  return lines
    .filter((line) => line !== '')
    .join('; ')
    .replace(/[\s,;.]+$/, '');
}

function blank(text: string, from: number, to: number): string {
  return (
    text.slice(0, from) +
    text
      .slice(from, to)
      .replace(/[^\n]/g, ' ')
      .replace(/^[^\n]/, ';') +
    text.slice(to)
  );
}

/** Without marks and case, every character in its place. */
function flatten(text: string): string {
  let flat = '';
  for (let at = 0; at < text.length; at += 1)
    flat += plainLetter(text.charCodeAt(at)) ?? flattenOther(text[at]!);
  return flat;
}

function flattenOther(char: string): string {
  if (INVISIBLE_CHAR.test(char)) return ' ';
  const [plain = char] = char.normalize('NFD');
  return plain.toLowerCase().length === 1 ? plain.toLowerCase() : plain;
}
