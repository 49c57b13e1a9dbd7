/** Each of those with each of these. */
export const crossed = (who: string, said: string): string =>
  who
    .split(', ')
    .flatMap((one) =>
      said.split(', ').map((words) => words.replace(/^[!=~>*]*/, (signs) => `${signs}${one} `)),
    )
    .join(', ');

export const RECIPIENTS =
  'hộ nào cũng, nhà nào cũng, cháu nào cũng, ai cũng, bà con, các cháu, các em, các cụ, các bác, các hộ, mọi người, người dân, khách, đại lý, học sinh, chị em, hội viên, công nhân, bạn đọc';
export const PAYERS =
  'khách, khách hàng, đại lý, bà con, phụ huynh, các hộ, hộ nào cũng, nhà nào cũng, ai cũng, hội viên, đoàn viên, đảng viên, công nhân, học sinh, các em, tiểu thương, con nợ, bên đó, bên họ, cty, công ty, lớp nào cũng';
export const TAKERS =
  'bên nhận, bên kia, bên đó, bên họ, hai bên, đội, anh em, họ, ca sau, chủ đầu tư, nhà trường, ban quản lý, đơn vị nhận, người nhận';
export const BOSSES =
  '>thầy, >cô, >anh, >chị, >sếp, >chú, >bác, >hiệu trưởng, >hiệu phó, >giám đốc, >trưởng phòng, >kế toán, >văn thư, >chủ tịch, >lãnh đạo, >xếp';
export const OFFICES =
  'văn thư, thủ quỹ, kế toán, chi cục thuế, thuế, kho bạc, một cửa, bưu điện, hạt, huyện, tỉnh, sở, vp huyện, văn phòng huyện, văn phòng tỉnh';

/** `hết hôi`: what the work was done against is no more. */
export const TROUBLES =
  'hôi, mùi, mùi hôi, ổ gà, ngập, ngập nước, đọng nước, rò, rỉ, dột, thấm, tắc, nghẹt, kẹt, lún, nứt, sạt, bụi, ồn, rung, lắc, muỗi, ruồi, chuột, gián, mối, mọt, mốc, lầy, trơn, sình, sình lầy, kêu, nhòe, mờ, lag, đơ, treo máy, rác, cỏ, bùn, kiến, lăng quăng, bọ gậy, chạy ra, nhảy số, nhảy, báo lỗi, rò rỉ, chảy nước, báo động, hú còi, xệ, cong, vênh, gỉ, sét, gỉ sét, đen, ố'
    .split(', ')
    .flatMap((trouble) => [`=hết ${trouble}`, `=không ${trouble} nữa`, `=không còn ${trouble}`])
    .join(', ');
