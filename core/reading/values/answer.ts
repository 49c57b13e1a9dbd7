import type { Measure } from './asked.js';
import type { Figure } from './figure.js';
import type { Place } from './phrase-list.js';
import type { Source } from './quantity.js';

/** A text with all that its words say. */
export interface Sayings extends Source {
  things: ReadonlyMap<number, Place>;
  /** How figures stand, token by token. */
  tags: readonly (readonly string[])[];
  /** What may stand before a figure and says nothing of it, token by token. */
  talk: readonly (readonly string[])[];
  /** Words that take a figure back, token by token. */
  slips: readonly (readonly string[])[];
  names: ReadonlyMap<number, Place>;
  /** The months, weeks and such that the title names. */
  periods: ReadonlySet<string>;
  /** Who counted or served, token by token. */
  doers: readonly (readonly string[])[];
}

/** With its figures. */
export interface Answer extends Sayings {
  figures: readonly Figure[];
}

/** What is found before what stands around it is known. */
export interface Found {
  number: number | null;
  measure: Measure | null;
  outOf: number | null;
  from: number;
  to: number;
}

/** What parts the words of one figure from those of another. */
export const STOP = /^[,;.()\n=+/!–—|•*-]$/;
