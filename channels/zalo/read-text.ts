import { removeMention } from './mention.js';

/** `dangky` is said to a bot by nobody else; in two words it may be everyday talk, so what follows must look like a code. */
const asOneWord = /^\/?dangky(?:\s+([A-Za-z0-9-]{6,64}))?\s*$/iu;
const asTwoWords = /^(?:[Đđ]ăng k[ýí]|[Dd]ang k[yi])\s+(?=[A-Za-z]*\d|[A-Z-]+\s*$)([A-Za-z0-9-]{8,64})\s*$/u;

/** What a text says once our name is off: `dangky <code>` is the command that takes a code in this kind of chat. */
export function readText(raw: string, names: readonly string[], isGroup: boolean): string {
  const text = removeMention(raw, names);
  const words = text.normalize('NFC');
  const match = asOneWord.exec(words) ?? asTwoWords.exec(words);
  if (!match) return text;
  const command = isGroup ? '/bind' : '/start';
  return match[1] === undefined ? command : `${command} ${match[1]}`;
}
