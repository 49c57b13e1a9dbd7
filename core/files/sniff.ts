/** What a file is by its first bytes: a name or header from outside proves nothing. */
export type FileKind = 'jpeg' | 'png' | 'pdf' | 'zip' | 'ole';

const signatures: readonly [FileKind, readonly number[]][] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  // Office documents are archives; those of before 2007 are OLE.
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];

/** Null for a file that we hand to nobody: a page or a program, for one. */
export function sniffFile(bytes: Uint8Array): FileKind | null {
  const found = signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  return found?.[0] ?? null;
}
