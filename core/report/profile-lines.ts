import { foldText } from '../text/fold.js';
import { listFields, profileSchema, type Profile, type ProfileField } from './profile.js';

/** What people call the parts of a document, folded; the first of a field is not its title, that is in the texts. */
const fieldWords: Record<ProfileField, string[]> = {
  nationalTitle: ['quoc hieu', 'title', 'national title'],
  motto: ['tieu ngu', 'motto'],
  superior: ['cap tren', 'co quan chu quan', 'superior'],
  issuer: ['co quan', 'co quan ban hanh', 'issuer', 'body'],
  symbol: ['ky hieu', 'symbol'],
  place: ['dia danh', 'noi ky', 'place'],
  addressees: ['kinh gui', 'to', 'addressees'],
  signRight: ['quyen han', 'ky thay', 'thay mat', 'right', 'on behalf'],
  signOffice: ['chuc vu', 'office', 'position'],
  signName: ['nguoi ky', 'ho ten', 'signer', 'name'],
  recipients: ['noi nhan', 'recipients', 'copies'],
  kept: ['luu', 'kept', 'file'],
  urgency: ['do khan', 'urgency'],
};

const byWord = new Map(
  Object.entries(fieldWords).flatMap(([field, words]) =>
    words.map((word) => [word, field as ProfileField] as const),
  ),
);

/** Signs that clear a field. */
const empty = new Set(['', '-', '–', 'khong', 'none']);

export type ProfileProblem = { kind: 'unknownField' | 'tooLong'; line: string };

/**
 * Reads `field: value` lines into a profile; lists are parted by semicolons, `-` clears. The first line that can't be
 * taken is named, and then nothing is changed.
 */
export function readProfileLines(text: string, before: Profile): Profile | ProfileProblem {
  let profile = before;
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, name = '', value = ''] = /^([^:]+):(.*)$/s.exec(line) ?? [];
    const field = byWord.get(foldText(name));
    if (!field) return { kind: 'unknownField', line: line.trim() };
    const words = value.trim();
    const isEmpty = empty.has(foldText(words));
    const isList = (listFields as readonly string[]).includes(field);
    const list = words
      .split(';')
      .map((one) => one.trim().replace(/^-\s*/, ''))
      .filter((one) => one !== '');
    const next = { ...profile, [field]: isList ? (isEmpty ? [] : list) : isEmpty ? '' : words };
    const read = profileSchema.safeParse(next);
    if (!read.success) return { kind: 'tooLong', line: line.trim() };
    profile = read.data;
  }
  return profile;
}
