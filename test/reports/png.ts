import { inflateSync } from 'node:zlib';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and opacity, row by row. */
  data: Uint8Array;
}

/** Reads a PNG of eight bits a colour with opacity, not interlaced: what the pictures are. Throws at another. */
export function readPng(file: Uint8Array): Pixels {
  const bytes = Buffer.from(file);
  const parts: Buffer[] = [];
  let [width, height] = [0, 0];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      if (body[8] !== 8 || body[9] !== 6 || body[12] !== 0) throw new Error('another kind of PNG');
    }
    if (type === 'IDAT') parts.push(body);
    at += length + 12;
  }
  return { width, height, data: unfilter(inflateSync(Buffer.concat(parts)), width, height) };
}

function unfilter(raw: Uint8Array, width: number, height: number): Uint8Array {
  const row = width * 4;
  const data = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)]!;
    for (let x = 0; x < row; x += 1) {
      const left = x < 4 ? 0 : data[y * row + x - 4]!;
      const up = y === 0 ? 0 : data[(y - 1) * row + x]!;
      const corner = x < 4 || y === 0 ? 0 : data[(y - 1) * row + x - 4]!;
      data[y * row + x] = raw[y * (row + 1) + 1 + x]! + guess(filter, left, up, corner);
    }
  }
  return data;
}

/** What stands for a byte before its own part is added: https://www.w3.org/TR/png-3/#9Filters */
function guess(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      throw new Error('another kind of PNG');
  }
}

function paeth(left: number, up: number, corner: number): number {
  const a = Math.abs(up - corner);
  const b = Math.abs(left - corner);
  const c = Math.abs(left + up - 2 * corner);
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** The share of pixels of which a colour differs by more than `tolerance`; 1 when the sizes differ. */
export function differ(one: Pixels, other: Pixels, tolerance = 40): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let count = 0;
  for (let at = 0; at < one.data.length; at += 4)
    if ([0, 1, 2].some((part) => Math.abs(one.data[at + part]! - other.data[at + part]!) > tolerance))
      count += 1;
  return count / (one.width * one.height);
}
