import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { texts } from '../locales/texts.js';
import { buildCard, buildUncertainPage, drawBar, type CardFacts, type NamedGroup } from './card.js';
import { plainText } from './message.js';

const named = (count: number, reason = ''): NamedGroup[] =>
  Array.from({ length: count }, (_, index) => ({
    deliveryId: index + 1,
    code: `XA${String(index + 1).padStart(2, '0')}`,
    name: `Xã số ${index + 1}`,
    platform: '',
    reason,
  }));
const facts: CardFacts = {
  directiveId: 3,
  number: 12,
  title: 'Kiểm tra phương án phòng chống lụt bão',
  state: 'open',
  groups: 100,
  sent: 97,
  waiting: 0,
  skipped: 0,
  twice: 0,
  missing: 0,
  failed: named(2, 'kicked'),
  uncertain: named(1),
  unreached: [],
};
const lines = (more: Partial<CardFacts> = {}, t = texts.vi) =>
  plainText(buildCard(t, { ...facts, ...more }).text).split('\n');
const actions = (more: Partial<CardFacts>) =>
  (buildCard(texts.vi, { ...facts, ...more }).buttons ?? [])
    .flat()
    .map((button) => ('action' in button ? button.action : ''));

describe('the card', () => {
  test('shows how far it has come while it goes out', () => {
    const going = { sent: 62, waiting: 38, failed: [], uncertain: [] };
    expect(lines(going)).toEqual([
      '#12 Kiểm tra phương án phòng chống lụt bão',
      '▓▓▓▓▓▓░░░░ 62/100',
      'Đang gửi đến 100 nhóm.',
    ]);
  });

  test('says which group of a unit with two it means', () => {
    const [one] = named(1);
    const uncertain = [{ ...one!, platform: 'Ứng dụng Hai' }];
    expect(lines({ uncertain })).toContain('• XA01 (Ứng dụng Hai) Xã số 1');
    const labels = buildCard(texts.vi, { ...facts, failed: [], uncertain }).buttons!.flat();
    expect(labels.map(({ label }) => label)).toEqual([
      'XA01 (Ứng dụng Hai): đã có',
      'XA01 (Ứng dụng Hai): gửi lại',
    ]);
  });

  test('ends as a certificate, with failures by name and reason', () => {
    expect(lines()[1]).toBe('100 nhóm = 97 đã gửi + 2 lỗi + 1 chưa chắc · 0 gửi trùng · 0 sót');
    expect(lines({}, texts.en)[1]).toBe('100 groups = 97 sent + 2 failed + 1 uncertain, 0 twice, 0 missing');
    expect(lines()).toContain('• XA02 Xã số 2: bot đã bị đưa ra khỏi nhóm');
  });

  test('offers to send again, and to settle each uncertain group while they are few', () => {
    expect(actions({})).toEqual(['again:3', 'settle:1:there', 'settle:1:again']);
    expect(actions({ failed: [], uncertain: named(30) })).toEqual(['unsure:3:0']);
    expect(actions({ state: 'closed' })).toEqual([]);
  });

  test('names units that have no group', () => {
    const unreached = [{ code: 'TH01', name: 'Trường An Bình', isLost: false }];
    expect(lines({ unreached })).toContain('• TH01 Trường An Bình: chưa gắn nhóm');
    expect(lines({ groups: 0, sent: 0, failed: [], uncertain: [], unreached })[1]).toContain(
      'Không có nhóm nào nhận được',
    );
  });

  test('says what an unknown fault comes to', () => {
    expect(lines({ failed: named(1, 'something-new') })).toContain('• XA01 Xã số 1: nhóm từ chối tin này');
  });

  test('fits into one message however many groups failed', () => {
    const long = named(900, 'no-right-to-attach').map((one) => ({
      ...one,
      name: 'Trường tiểu học '.repeat(4),
    }));
    const text = plainText(
      buildCard(texts.vi, { ...facts, title: 'x'.repeat(200), failed: long, uncertain: long }).text,
    );
    expect(text.length).toBeLessThan(4096);
    expect(text).toContain('… và 880 đơn vị khác');
  });

  test('lists uncertain groups page by page, each with its two buttons, every one once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const all = { ...facts, uncertain: named(count) };
        const seen: string[] = [];
        for (let page = 0; ; page += 1) {
          const content = buildUncertainPage(texts.vi, all, page);
          if (!content) break;
          seen.push(...content.buttons!.flat().map((button) => ('action' in button ? button.action : '')));
        }
        const there = seen.filter((action) => action.endsWith(':there'));
        expect(there).toEqual(all.uncertain.map(({ deliveryId }) => `settle:${deliveryId}:there`));
      }),
    );
  });

  test('draws a bar that is full only at the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }), (total, some) => {
        const done = Math.min(some, total);
        const bar = drawBar(done, total);
        expect([...bar.split(' ')[0]!]).toHaveLength(10);
        expect(bar.includes('░')).toBe(done < total);
      }),
    );
  });
});
