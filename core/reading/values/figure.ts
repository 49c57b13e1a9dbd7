import type { Measure } from './asked.js';

/** A number of an answer with what stands around it. */
export interface Figure {
  /** Null where it could be several: `10-15`, `7 hay 8`, `mấy chục`. */
  number: number | null;
  measure: Measure | null;
  /** Of `38/40` what it is out of. */
  outOf: number | null;
  /** The things that the word behind it names; empty where none does. */
  kinds: ReadonlySet<string>;
  /** Tokens of the words before it, back to a stop or the figure before, and of those behind it. */
  before: readonly number[];
  after: readonly number[];
  /** How it stands to what is asked for. */
  relations: ReadonlySet<string>;
  /** The price or the size of one piece: `28k/suất`, `bao 50 cân`, `x 50 cái`. */
  isOfOne: boolean;
  /** `bao 50 cân, là 600 ký`: the last, and nothing else stands before it. */
  isResult: boolean;
  /** `= 19`, `+ 30` */
  sign: string;
  /** Its tokens (`to` excluded). */
  from: number;
  to: number;
}
