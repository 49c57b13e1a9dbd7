import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldResults } from './fold-results.js';

const fold = (...words: string[]) =>
  foldResults(words, (one) => one).map(({ words: said, all }) => [said, all.length]);

describe('near-duplicates are one result', () => {
  test('up to order, case, marks and fillers', () => {
    expect(
      fold(
        'Không có thiệt hại',
        'khong thiet hai gi',
        'Xã không thiệt hại.',
        'KHÔNG CÓ THIỆT HẠI NÀO Ạ',
        'sạt lở 20 m đường',
      ),
    ).toEqual([
      ['Không có thiệt hại', 4],
      ['sạt lở 20 m đường', 1],
    ]);
    expect(fold('No damage', 'no damages so far', 'We have no damage at all', 'no damage.')[0]).toEqual([
      'No damage',
      3,
    ]);
  });
  test('never across a negation or a figure', () => {
    expect(fold('có thiệt hại', 'không có thiệt hại', 'chưa có thiệt hại')).toHaveLength(3);
    expect(fold('đã cấp 12 máy bơm', 'đã cấp 15 máy bơm', 'cấp 12 máy bơm')).toEqual([
      ['đã cấp 12 máy bơm', 2],
      ['đã cấp 15 máy bơm', 1],
    ]);
    expect(fold('đạt 3/5 thôn', 'đạt 5/3 thôn')).toHaveLength(2);
  });
  test('different work stays apart', () => {
    expect(fold('đã tiêm 120 cháu', 'đã phun 120 hộ', 'đã rà soát kho', 'đã rà soát đê')).toHaveLength(4);
  });
  test('loses and doubles nothing', () => {
    const words = fc.constantFrom(
      'không thiệt hại',
      'Không có thiệt hại',
      'xong',
      'mưa to',
      'mưa to, ngập 2 nhà',
      '',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(words), (list) => {
        const items = list.map((said, id) => ({ id, said }));
        const folded = foldResults(items, ({ said }) => said).flatMap(({ all }) => all.map(({ id }) => id));
        expect(folded.sort((a, b) => a - b)).toEqual(
          items.filter(({ said }) => said !== '').map(({ id }) => id),
        );
      }),
    );
  });
});
