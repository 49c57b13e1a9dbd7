import { expect, test } from 'vitest';
import { readTable } from '../../../test/harness/read-table.js';
import { hear } from '../../replies/said.js';

const rows = readTable(new URL('./examples/', import.meta.url), ['title', 'text', 'number'] as const);

test.each(rows)('to $title the answer $text is $number ($at)', ({ title, text, number }) => {
  const { value } = hear('collect', { type: 'number' }, text, { title });
  expect(value).toEqual(number === '?' ? null : { type: 'number', number: Number(number) });
});
