import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { texts } from '../../locales/texts.js';
import { describeDeadline, suggestLines } from './suggest.js';

describe('lines to try', () => {
  it('name a deadline that lies ahead, on a working day', () => {
    const zone = 'Asia/Ho_Chi_Minh';
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (now) => {
        const due = DateTime.fromFormat(describeDeadline(now, zone), 'HH:mm dd/MM/yyyy', { zone });
        expect(due.toMillis() - now.getTime()).toBeGreaterThan(24 * 3_600_000);
        expect(due.weekday).toBeLessThan(6);
      }),
    );
  });

  it('speak of the directive that is open, in both languages', () => {
    const standing = { externalId: 'g', role: 'unit' as const, unitCode: 'TH01', unitName: 'Trường' };
    const facts = {
      standing,
      number: 12,
      hasOwner: true,
      hasExample: true,
      now: new Date(),
      timeZone: 'UTC',
    };
    for (const t of [texts.vi, texts.en]) {
      const lines = suggestLines(facts, t).map(({ text }) => text);
      expect(lines.filter((text) => text.startsWith('#12 '))).toHaveLength(3);
      const admin = suggestLines({ ...facts, standing: { ...standing, role: 'office' } }, t);
      expect(admin[0]!.text).toMatch(/^\/\w+ 12$/);
    }
  });
});
