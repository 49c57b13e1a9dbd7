import type { Measure } from './asked.js';
import type { Place, Words } from './phrase-list.js';

/** A number as it stands in a text, up to its measure. */
export interface Quantity {
  /** Null where only its size is told: `mấy chục`, `1,250`. */
  number: number | null;
  measure: Measure | null;
  /** The token behind it. */
  to: number;
}

/** A text that is being read for its numbers. */
export interface Source extends Words {
  text: string;
  measures: ReadonlyMap<number, Place>;
  /** What the title asks to be measured: `4m3` is a volume there, a length elsewhere. */
  wanted?: string | undefined;
  /** Persons or things are asked for, of which there are no fractions: `1,320` is 1320. */
  isCounted?: boolean;
}
