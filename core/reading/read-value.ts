import type { AnswerSpec } from './answer.js';
import { splitCode } from './code.js';
import { readChoice } from './values/read-choice.js';
import { readFigure } from './values/read-figure.js';
import { readRatio } from './values/read-ratio.js';
import type { ValueReading } from './values/value-reading.js';

export type { ValueReading } from './values/value-reading.js';

/** Reads the typed answer to a *collect* directive of this title. What could be read in two ways is not read. */
export function readValue(text: string, spec: AnswerSpec, title = ''): ValueReading {
  const { note } = splitCode(text.normalize('NFC').slice(0, 4_096));
  switch (spec.type) {
    case 'text':
      return note === '' ? { problem: 'unreadable' } : { value: { type: 'text', text: note } };
    case 'number':
      return readFigure(note, spec, title);
    case 'ratio':
      return readRatio(note, spec, title);
    case 'choice':
      return readChoice(note, spec.choices);
  }
}
