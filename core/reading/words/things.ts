import { parseSyllable, type Syllable } from '../../text/syllable.js';

/** One of the things that share a head: its words, and the name it goes by. */
export interface Sort {
  words: readonly Syllable[];
  id: string;
}

/**
 * Things of which a title means one and a reply may tell of another, by the word that they share: `máy chiếu` is no
 * `máy in`. Names of one thing are joined by `=`. A clerk may add words.
 */
const SORTS_BY_HEAD = `
máy: in, chiếu, photo=photocopy=phô tô, tính=vi tính, bơm, phát điện=nổ, lạnh, giặt, đo huyết áp, đo đường huyết, thở, siêu âm, cày, gặt, kéo, xúc, khoan, phát cỏ=cắt cỏ, chấm công, pos, scan, ảnh, sấy, lọc nước=lọc, ép, ghi âm
thẻ: bảo hiểm y tế=bhyt=bảo hiểm, căn cước=cccd, học sinh, sinh viên, nhân viên, đảng viên, đoàn viên, thư viện, ngân hàng=atm, kho, cử tri, hội viên
bình: gas=ga, chữa cháy=cứu hỏa=pccc, nước, oxy=oxi, ắc quy, xịt, phun
đàn: chó, mèo, trâu, bò, lợn=heo, gà, vịt, dê, ong
con: chó, mèo, trâu, bò, lợn=heo, gà, vịt, dê
quỹ: khuyến học, vì người nghèo=người nghèo, đền ơn đáp nghĩa, phòng chống thiên tai=pctt=thiên tai, hội, lớp, công đoàn, tình thương, an sinh, bảo trợ trẻ em, nhân đạo, chữ thập đỏ, vệ sinh, phụ nữ, phòng chống dịch
bảo hiểm: y tế=yt, xã hội=xh, thất nghiệp, thân thể, xe
giấy: khen, phép kinh doanh, phép xây dựng, phép lái xe, khai sinh, chứng sinh, chứng nhận, xác nhận, chứng tử
phiếu: điều tra, khảo sát, đánh giá, bầu, xuất kho, nhập kho, khám
bể: nước, cá, phốt=tự hoại, bơi
biển: số nhà, số xe, báo=hiệu=cảnh báo, chỉ dẫn, tên đường, quảng cáo
thuốc: sâu, muỗi, chuột, ho
họp: phụ huynh, chi bộ, chi đoàn, chi hội, dân=thôn=tổ dân phố=xóm, hội đồng, giao ban, cơ quan, công đoàn, lớp, xã viên, tổ chuyên môn
khám: mắt, răng, thai, sức khỏe
nhà: văn hóa, vệ sinh, kho, xe, ăn, bếp, trẻ, công vụ
sơn: cổng, tường, hàng rào, cột cờ, bàn ghế
đề: giữa kỳ=giữa kì, cuối kỳ=cuối kì, thi thử, học sinh giỏi=hsg
bài: giữa kỳ=giữa kì, cuối kỳ=cuối kì, thi thử
điểm: giữa kỳ=giữa kì, cuối kỳ=cuối kì, 15 phút=15p, 1 tiết, miệng
đại hội: chi bộ, chi đoàn, chi hội, công đoàn, liên đội, cổ đông
hội thi: nấu ăn, cắm hoa, kể chuyện, văn nghệ, giáo viên giỏi, học sinh giỏi
tiền: điện, nước, rác, ăn, học=học phí, nhà, phạt, thưởng, lương
hóa đơn: điện, nước, rác
lịch: trực, tiêm, học, thi, họp, tuần
`;

export const phrase = (words: string): readonly Syllable[] => words.trim().split(/\s+/).map(parseSyllable);
export const foldsOf = (words: readonly Syllable[]): string => words.map(({ fold }) => fold).join(' ');

/** The sorts of a list; names of one thing are joined by `=`. */
export const sortsOf = (list: string): readonly Sort[] =>
  list
    .split(',')
    .flatMap((names) => {
      const all = names.split('=').map(phrase);
      return all.map((words): Sort => ({ words, id: foldsOf(all[0]!) }));
    })
    // Of several that fit the longest counts.
    .sort((one, other) => other.words.length - one.words.length);

/** The sorts of a thing, by the words that they share. */
export const THINGS: readonly (readonly [head: readonly Syllable[], sorts: readonly Sort[]])[] =
  SORTS_BY_HEAD.trim()
    .split('\n')
    .map((line) => {
      const [head = '', list = ''] = line.split(':');
      return [phrase(head), sortsOf(list)] as const;
    });
