import { Prisma } from './db.js';

// A hundred thousand rows come through the driver as a few long texts some ten times as fast as row by row. What is gathered
// in one select stands in the same order in each of its columns. Numbers cross as the bytes that they are, in hexadecimal:
// to write them in digits and to read these again took three times as long as all that is done with them.

/** SQL: one column of many rows as one text: ids and other figures from 0 to 2^31; readFigures reads it. */
export const figures = (expression: Prisma.Sql) =>
  Prisma.sql`coalesce(encode(string_agg(int4send(coalesce(${expression}, -1)), ''), 'hex'), '')`;

/** SQL: the same of moments; readMoments reads it. */
export const moments = (expression: Prisma.Sql) =>
  Prisma.sql`coalesce(encode(string_agg(timestamptz_send(coalesce(${expression}, '-infinity')), ''), 'hex'), '')`;

/** Stands between texts. */
const separator = Prisma.raw(String.raw`E'\x1f'`);

/** SQL: the same of texts, none of which is null; readTexts reads it. As a list in JSON it takes twice the time to make. */
export const texts = (text: Prisma.Sql) => Prisma.sql`
  coalesce(string_agg(case when position(${separator} in ${text}) > 0 then translate(${text}, ${separator}, ' ') else ${text} end,
    ${separator}), '')`;

/** SQL: the place of a name in a list of all that there are. */
export const placeIn = (names: readonly string[], expression: Prisma.Sql) =>
  Prisma.sql`case ${expression} ${Prisma.join(
    names.map((name, place) => Prisma.sql`when ${Prisma.raw(`'${name}'`)} then ${Prisma.raw(String(place))}`),
    ' ',
  )} end`;

/** Figures of a column, -1 where there is none: as integers they are quick to look up. */
export function readFigures(text: string): Int32Array {
  return new Int32Array(toBytes(text).swap32().buffer);
}

/** Texts of a column; of none at all, an empty one. */
export const readTexts = (text: string): string[] => text.split('\u001F');

const microsecond = 0.001;
/** PostgreSQL counts from here on; `-infinity` is the lowest number that there is. */
const countedFrom = Date.UTC(2000, 0, 1);
const noMoment = -(2 ** 31);

/** Moments of a column in milliseconds, NaN where there is none. */
export function readMoments(text: string): Float64Array {
  const bytes = toBytes(text);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const list = new Float64Array(bytes.length / Float64Array.BYTES_PER_ELEMENT);
  for (let place = 0, at = 0; place < list.length; place += 1, at += 8) {
    const high = view.getInt32(at);
    const micros = high * 2 ** 32 + view.getUint32(at + 4);
    list[place] = high === noMoment ? NaN : countedFrom + Math.round(micros * microsecond);
  }
  return list;
}

/** In memory of its own, where numbers stand at the places that they need. */
function toBytes(text: string): Buffer {
  const bytes = Buffer.from(new ArrayBuffer(text.length / 2));
  bytes.write(text, 'hex');
  return bytes;
}

/** Figures of a column of several rows. */
export const readAllFigures = (texts: readonly string[]): Int32Array =>
  joined(texts.map(readFigures), Int32Array);

/** Moments of a column of several rows. */
export const readAllMoments = (texts: readonly string[]): Float64Array =>
  joined(texts.map(readMoments), Float64Array);

function joined<T extends Int32Array | Float64Array>(
  lists: readonly T[],
  List: new (length: number) => T,
): T {
  const all = new List(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

/** What stands in a column of figures, null where there is none. */
export const figureOr = (list: Int32Array, place: number) => (list[place]! < 0 ? null : list[place]!);
