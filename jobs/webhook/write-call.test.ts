import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { signCall } from './write-call.js';

const secretOf = (letter: string) => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`;
const call = { id: 'event-1', at: new Date(), body: '{"type":"done"}' };

test('what several secrets signed is known by each of them, and by no other', () => {
  const headers = signCall([secretOf('a'), secretOf('b')], call);
  for (const secret of ['a', 'b'].map(secretOf))
    expect(new Webhook(secret).verify(call.body, headers)).toEqual({ type: 'done' });
  expect(() => new Webhook(secretOf('c')).verify(call.body, headers)).toThrow(/No matching signature/);
  expect(() => new Webhook(secretOf('a')).verify(`${call.body} `, headers)).toThrow(/No matching signature/);
});

test('what one signed has one signature', () => {
  expect(signCall([secretOf('a')], call)['webhook-signature']).toBe(
    new Webhook(secretOf('a')).sign(call.id, call.at, call.body),
  );
});
