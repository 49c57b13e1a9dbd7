/** A file as Windows programs save text: UTF-8 with or without its mark, or UTF-16 ("Unicode"). Throws where it is neither. */
export function decodeText(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
}
