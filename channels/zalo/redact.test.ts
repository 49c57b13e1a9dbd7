import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedact, quotable } from './redact.js';

const secret = '123456789:bi-mat_cua/bot+9';
const redact = createRedact([secret]);

describe('redaction', () => {
  it.each([
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(encodeURIComponent(secret)),
    encodeURIComponent(secret).toLowerCase(),
    encodeURI(secret),
    secret.slice(secret.indexOf(':') + 1),
  ])('hides %s', (form) => {
    expect(redact(`POST /bot${form}/sendMessage`)).not.toMatch(/mat_cua/);
  });

  it('hides the token of any bot in a path', () => {
    expect(redact('GET /bot987%3Akhac-han/getMe')).toBe('GET /bot[hidden]/getMe');
  });

  it('leaves other words alone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z đêôư,.]*$/u), (text) => {
        expect(redact(text)).toBe(text);
      }),
    );
    expect(createRedact([''])('xong')).toBe('xong');
  });

  it('quotes nothing that was said', () => {
    expect(quotable('Bad text: Kiểm tra phương án', 'Kiểm tra phương án chống lụt')).toBe('');
    expect(quotable('Bad request\n: too long', 'x')).toBe('Bad request : too long');
    expect(quotable(7, 'x')).toBe('');
  });
});
