import { parseSyllable } from '../../text/syllable.js';
import { foldsOf, type Sort } from './things.js';

/** What is handed out, bought or sold; names of one thing are joined by `=`. A clerk may add words. */
// No short words that are others without their marks: `trung` is trứng and Trung thu.
const NAMES = `gạo, mì tôm=mì gói=mì ăn liền, quần áo, chăn màn, khẩu trang, tờ rơi, bánh kẹo, sách vở=sách giáo khoa, phân bón,
  thóc giống=lúa giống=giống lúa, cây giống, con giống, áo phao, xe đạp, xe lăn, bình nước, thùng rác, thuốc, dầu ăn, nước mắm,
  nước suối=nước đóng chai`;

/** The goods by their first word; of several that fit the longest comes first. */
export const GOODS: ReadonlyMap<string, readonly Sort[]> = readGoods();

function readGoods(): Map<string, Sort[]> {
  const goods = new Map<string, Sort[]>();
  for (const names of NAMES.split(',')) {
    const all = names.split('=').map((name) => name.trim().split(' ').map(parseSyllable));
    for (const words of all) {
      const first = words[0]!.fold;
      const sorts = [...(goods.get(first) ?? []), { words, id: foldsOf(all[0]!) }];
      goods.set(
        first,
        sorts.sort((one, other) => other.words.length - one.words.length),
      );
    }
  }
  return goods;
}
