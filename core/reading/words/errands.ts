import { groupBy } from '../../group-by.js';
import type { Syllable } from '../../text/syllable.js';
import { phrase } from './things.js';

/** What people tell of beside the work, and words of titles that would mean it after all. */
export interface Errand {
  words: readonly Syllable[];
  titles: readonly Syllable[];
  /** Their own matter even where no title is known. */
  isPrivate: boolean;
}

/**
 * By line: the words of titles of which it is the matter, and what is done; `*` before the line: where no title is known
 * it is nobody's work. A clerk may add words.
 */
const ERRANDS_BY_TITLE = `
lương, chi, trả, tiền, thưởng, phụ cấp: phát lương, trả lương, lãnh lương, nhận lương, lĩnh lương
công: chấm công
uống, bệnh, khám, sức, tẩy, cấp, phát, nhắc, điều trị: uống thuốc
*răng: trồng răng, nhổ răng, đánh răng, làm răng, niềng răng
*tóc: cắt tóc, hớt tóc, gội đầu, nhuộm tóc, uốn tóc
cưới, thiệp, tiệc: thiệp cưới, thiệp mời cưới, đám cưới, đám giỗ, đám ma
ăn, bán trú, suất, bếp, tiền: tiền ăn, tiền bán trú, tiền đồng phục
tiền, hóa đơn, hoá đơn, thanh toán, phí, quỹ, khoản, chi, đóng, thu, điện, nước, mạng, công nợ: tiền điện, tiền nước, tiền cơm, tiền nhà, tiền trọ, tiền mạng, tiền học, học phí
nợ, vay, vốn, tín dụng, tiền: trả nợ, trả hết nợ, trả xong nợ, nợ ngân hàng
ca, trực: bàn giao ca, giao ca, đổi ca
cúng, giỗ, lễ, chùa, đình, tết: đồ cúng, cúng rằm, cúng giỗ, cúng giao thừa, cúng ông táo
cơm, bữa, ăn, suất, tiệc, bếp, nấu, liên hoan: nấu cơm, ăn sáng, cơm trưa, cơm tối
*cơm, bữa, ăn, suất, tiệc, bếp, nấu, liên hoan: ăn cơm, ăn trưa, ăn tối
giặt, chăn, đồ: giặt đồ, phơi đồ
*xe, phương tiện, ô tô, rửa: vừa rửa xe, mới rửa xe, em rửa xe, đi rửa xe, đang rửa xe, vừa đổ xăng, mới đổ xăng, em đổ xăng, đi đổ xăng, vừa thay nhớt, em thay nhớt, đi thay nhớt, đi vá xe
*cưới, tiệc, hỏi, hỉ, hỷ, kết hôn: đám cưới, ăn cưới, cưới xong, cưới vợ, cưới chồng, đám hỏi, ăn hỏi, giỗ ông nội, giỗ bà nội, giỗ ông ngoại, giỗ bà ngoại, giỗ mẹ, ăn giỗ, ăn cỗ, ăn tân gia
*con, trẻ, bé, cháu, học sinh, khám, tiêm: đón con, rước con, đưa con đi, đi chở con, tắm cho con, cho con ăn, cho con bú, đưa bé đi, chở bé
*khám, bệnh, viện: đưa mẹ đi, đưa bố đi, đưa ba đi, đưa vợ đi, đưa má đi, chở mẹ đi, chở vợ đi, chở má đi, đi khám thai, đi khám bệnh, đi khám răng, đi khám mắt, đi bệnh viện, đi đẻ, vợ đẻ, vợ sinh, nuôi vợ
*điện thoại, số, liên hệ, danh bạ, thông tin: đổi số điện thoại, đổi điện thoại, thay điện thoại, mua điện thoại, đổi zalo, đổi số zalo, điện thoại mới, đổi sim, thay sim, làm lại sim
*bóng, giải, trận, thi đấu, thể thao, hội thao: trận hôm qua, trận tối qua, trận bóng, trận đêm qua, đá banh, đá bóng, xem bóng
*chợ, nấu, bếp, ăn, chén, bát: đang ngoài chợ, đi chợ, rửa chén, rửa bát, đi nhậu
*trọ, nhà: chuyển trọ, dọn trọ, chuyển nhà, dọn nhà mới, về nhà mới
*con, trẻ, học sinh, học phí, bảo hiểm: tiền học cho con, học phí cho con, bảo hiểm cho con, hồ sơ cho con, thủ tục cho con, sách cho con, thuốc cho con, sữa cho con, đồ cho con, tiền cho con
*bằng lái, lái xe, sát hạch: thi bằng lái, làm bằng lái, thi lái xe
*ngủ: ngủ dậy, ngủ trưa, ngủ một giấc
*mẹ, phụ huynh, phụ nữ, gia đình: mẹ nhé, mẹ nha, mẹ ơi, vợ nhé, vợ nha, vợ ơi, chồng nhé, chồng ơi
*tiền, cà phê, quỹ, thanh toán, suất, ăn: tiền cà phê, tiền trà sữa, tiền ăn sáng, tiền nhậu, tiền cơm trưa
*điện, nước, tiền, nhà, hộ: điện nước cho nhà mình, tiền điện cho nhà mình, tiền nước cho nhà mình, điện nước ở nhà, tiền mạng nhà em, tiền điện nhà em, tiền nước nhà em
*cây, vườn, nhà, hoa: giặt đồ ở nhà, tưới cây ở nhà, tưới cây nhà mình, quét nhà ở nhà, dọn dẹp ở nhà
*xe, phương tiện: xe em sửa, xe tui sửa, xe tôi sửa, xe em vá, xe máy em sửa
pin, sạc, điện: sạc pin, sạc điện thoại, pin điện thoại
lunch, meal, meals, dinner, breakfast, food, kitchen, catering, canteen, cook: lunch, dinner, breakfast
*lunch, meal, meals, dinner, breakfast, food, kitchen, catering, canteen, cook: with lunch, with dinner, with breakfast, my lunch, my dinner, my breakfast, had lunch, had dinner
*phone, phones: my phone
laundry, linen, wash: laundry
`;

const errands = ERRANDS_BY_TITLE.trim()
  .split('\n')
  .flatMap((line) => {
    const isPrivate = line.startsWith('*');
    const [of = '', list = ''] = line.slice(isPrivate ? 1 : 0).split(':');
    const titles = of.split(',').flatMap(phrase);
    return list.split(',').map((words): Errand => ({ words: phrase(words), titles, isPrivate }));
  });

/** Those things, by their first word. */
export const ERRANDS: ReadonlyMap<string, readonly Errand[]> = groupBy(
  errands,
  ({ words }) => words[0]!.fold,
);
