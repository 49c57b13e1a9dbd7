import { INVISIBLE } from '../text/fold.js';
import type { FileKind } from './sniff.js';

const longest = 80;
/** What a file of this kind may be called; the first is given to one that is called otherwise. */
const endings: Record<FileKind, readonly string[]> = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  pdf: ['pdf'],
  zip: ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'],
  ole: ['doc', 'xls', 'ppt'],
};

/** A file's name as we hand it on: no path, no signs that are not seen or mean something elsewhere, an ending that is true. */
export function cleanFileName(name: string, kind: FileKind): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\p{Cs}<>:"|?*;]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [, stem = plain, ending = ''] = /^(.+)\.([A-Za-z0-9]{1,8})$/.exec(plain) ?? [];
  const known = endings[kind];
  const isTrue = known.includes(ending.toLowerCase());
  const whole = (isTrue ? stem : plain).replace(/^[. ]+|[. ]+$/g, '');
  // By whole signs: half of one is none, and no database takes it.
  const kept = [...whole].slice(0, longest).join('');
  return `${kept === '' ? 'file' : kept}.${isTrue ? ending.toLowerCase() : known[0]!}`;
}
