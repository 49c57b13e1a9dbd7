import { groupBy } from '../../group-by.js';
import { sortsOf, type Sort } from './things.js';

/** What is handed out, bought or sold; names of one thing are joined by `=`. A clerk may add words. */
// No short words that are others without their marks: `trung` is trứng and Trung thu.
const NAMES = `gạo, mì tôm=mì gói=mì ăn liền, quần áo, chăn màn, khẩu trang, tờ rơi, bánh kẹo, sách vở=sách giáo khoa, phân bón,
  thóc giống=lúa giống=giống lúa, cây giống, con giống, áo phao, xe đạp, xe lăn, bình nước, thùng rác, thuốc, dầu ăn, nước mắm,
  nước suối=nước đóng chai`;

/** The goods by their first word; of several that fit the longest comes first. */
export const GOODS: ReadonlyMap<string, readonly Sort[]> = groupBy(
  sortsOf(NAMES),
  ({ words }) => words[0]!.fold,
);
