import { expect, test } from 'vitest';
import { gatherVoices, heardAs, isOlderWanted, speakerOf, tell, type Heard } from './voices.js';

const reply = (id: number, more: Partial<Heard> = {}): Heard => ({
  ...{ id, assignmentId: 1, as: heardAs.answer + heardAs.ofUnit, personId: null, receivedAt: id },
  ...{ words: `lời ${id}`, parts: null },
  ...more,
});
const receipt = (id: number) => reply(id, { as: heardAs.answer + heardAs.ofUnit + heardAs.receipt });
const figure = (id: number) => reply(id, { as: heardAs.answer + heardAs.ofUnit + heardAs.figure });
const voicesOf = (...replies: Heard[]) => gatherVoices(replies);

test('a figure speaks before words, words before a mere "received", the later before the earlier', () => {
  const best = (...replies: Heard[]) => voicesOf(...replies).best?.id;
  expect(best(reply(1), receipt(2))).toBe(1);
  expect(best(figure(1), reply(2))).toBe(1);
  expect(best(reply(2), reply(1))).toBe(2);
  expect(best(reply(1, { receivedAt: 5 }), reply(2, { receivedAt: 5 }))).toBe(2);
  expect(best(reply(1), reply(2, { as: heardAs.answer }))).toBe(1);
});

test('an older reply speaks where it says more', () => {
  expect(isOlderWanted(voicesOf(), false)).toBe(true);
  expect(isOlderWanted(voicesOf(reply(5)), false)).toBe(false);
  expect(isOlderWanted(voicesOf(reply(5)), true)).toBe(true);
  expect(isOlderWanted(voicesOf(figure(5)), true)).toBe(false);
  const speaker = (best: Heard, older: Heard) => speakerOf(gatherVoices([best], { older }))?.id;
  expect(speaker(receipt(5), reply(1))).toBe(1);
  expect(speaker(receipt(5), receipt(1))).toBe(5);
  expect(speaker(reply(5), figure(1))).toBe(1);
});

test('names every reply behind what it tells: the answers of the period, who speaks, and who told parts apart', () => {
  const parted = reply(2, { parts: { result: null, proposal: 'xin máy bơm', nextStep: null } });
  const voices = gatherVoices([reply(9), receipt(7)], { parted });
  expect(tell(voices, voices.best)).toMatchObject({
    words: 'lời 9',
    proposal: 'xin máy bơm',
    replies: [2, 7, 9],
  });
  const unread = reply(4, { as: heardAs.unread });
  expect(tell(voicesOf(unread), null)).toMatchObject({ words: 'lời 4', replies: [4] });
});
