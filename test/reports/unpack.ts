import { strFromU8, unzipSync } from 'fflate';

/** The files of a .docx or .xlsx by their paths, as text; pictures and the like as their size. */
export function unpack(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(file)).map(([path, bytes]) => [
      path,
      /\.(xml|rels)$/.test(path) ? strFromU8(bytes) : `${bytes.length} bytes`,
    ]),
  );
}
