const isLatin = (code: number): boolean =>
  (code < 0x250 && code !== 0xad) || (code >= 0x1e00 && code < 0x1f00);
const letters: string[] = [];

/** The letter of a UTF-16 code without marks and case; null for what is not Latin, combining marks too. */
export function plainLetter(code: number): string | null {
  if (!isLatin(code)) return null;
  return (letters[code] ??= toPlain(String.fromCharCode(code)));
}

function toPlain(char: string): string {
  const [letter = char] = char.toLowerCase().normalize('NFD');
  return letter === 'đ' ? 'd' : letter;
}
