import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

const require = createRequire(import.meta.url);

/** A font file out of its package: none is taken from the machine, on which there may be none. */
const fileOf = (path: string) => require.resolve(`@expo-google-fonts/${path}`);

/** Tinos has the widths of Times New Roman, letter by letter, and may be given away. */
export const serif = {
  normal: fileOf('tinos/400Regular/Tinos_400Regular.ttf'),
  bold: fileOf('tinos/700Bold/Tinos_700Bold.ttf'),
  italics: fileOf('tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  bolditalics: fileOf('tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
};

/** For pictures: made for Vietnamese, marks and all. */
export const sans = {
  normal: fileOf('be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: fileOf('be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
};

const opened = new Map<string, Promise<Font>>();

/** Measures words in millimetres as the font sets them. */
export async function openRuler(file: string): Promise<(text: string, points: number) => number> {
  const font = await (opened.get(file) ?? open(file));
  return (text, points) => (font.layout(text).advanceWidth / font.unitsPerEm) * points * (25.4 / 72);
}

function open(file: string): Promise<Font> {
  const opening = Promise.all([import('fontkit'), readFile(file)]).then(
    ([{ create }, bytes]) => create(bytes) as Font,
  );
  opened.set(file, opening);
  return opening;
}
