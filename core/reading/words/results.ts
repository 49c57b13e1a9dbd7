import { BOSSES, crossed, OFFICES, PAYERS, RECIPIENTS, TAKERS, TROUBLES } from './crossed-words.js';
import { ENGLISH_RESULTS } from './results-english.js';

/**
 * What came of a work says that it is done: of `Sửa đèn` the lamps shine. The verbs a title may begin with, and what is
 * then told. `!` marks what is only meant when typed with its marks, `=` what says so without `rồi`, `~` what is only
 * told of a thing that the title names, `>` what says so whatever follows, `*` what says so of all of them only.
 */
export const RESULTS: readonly (readonly [verbs: string, results: string])[] = [
  [
    'sửa, sửa chữa, khắc phục, xử lý, bảo dưỡng, bảo trì, thay, vệ sinh, chống thấm, sơn chống thấm, kiểm tra',
    'hết nóng, hết phát nhiệt, hết thấm, hết rỉ, hết rỉ nước, hết chảy nước, hết kẹt, hết rung, hết ồn, hết hú, hết chớp, hết chập chờn, hết nhấp nháy, hết đơ, hết giật, hết mùi, hết hôi, hết đọng nước, hết báo lỗi, hết chớp tắt, hết mốc, hết cọt kẹt',
  ],
  [
    'sửa, sửa chữa, khắc phục, bảo dưỡng, bảo trì, vệ sinh, lắp, lắp đặt, thay',
    'lạnh lại, lạnh tê, lạnh ngắt, lạnh teo, lạnh cóng, lạnh buốt, lạnh sâu, lạnh ngon, !mát rượi',
  ],
  [
    'vệ sinh, dọn, dọn dẹp, quét dọn, tổng vệ sinh, lau dọn, lau chùi, tổng, sắp xếp',
    crossed(
      'phòng nào cũng, lớp nào cũng, chỗ nào cũng, khu nào cũng, góc nào cũng, tầng nào cũng, dãy nào cũng, kệ nào cũng, đâu cũng',
      '=sạch, =sạch sẽ, =sạch bong, =sạch bóng, =gọn gàng, =tinh tươm, =thơm tho, =ngăn nắp',
    ),
  ],
  [
    'sắp xếp, xếp, xếp lại, kê, kê lại, bố trí, sắp, dồn',
    'ngăn nắp, gọn gàng, gọn ghẽ, =ngay ngắn, thẳng hàng, =thẳng hàng thẳng lối, =thẳng tắp, đâu vào đấy, đâu ra đó, đâu ra đấy, trật tự, thoáng, thông thoáng, đi lại thoải mái, !chạy thoải mái',
  ],
  ['niêm phong', 'bấm, bấm chì, bấm seal, kẹp chì, dán giấy, dán tem'],
  [
    'đặt mua, mua, mua sắm, đặt, đặt hàng, nhập, nhập hàng',
    '~về kho, ~về đủ, ~về hết, ~về tới nơi, ~về tới kho, ~vào kho, ~có đủ',
  ],
  [
    'di dời, di chuyển, kê, kê cao, kê dọn, chuyển, dời, sơ tán',
    '~lên cao, ~=lên cao hết, ~=lên cao cả, ~=lên cao đủ, ~=lên kệ hết, ~=lên gác hết, ~=lên lầu hết, ~lên kệ, ~lên gác, ~lên lầu, ~lên pallet, ~lên tầng trên',
  ],
  [
    'chuẩn bị, bố trí, trang trí, dựng, tổ chức, sắp xếp',
    crossed(
      'bàn ghế, thực đơn, hoa, sân khấu, âm thanh, ánh sáng, loa đài, loa đài âm thanh, máy chiếu, phòng ốc, hội trường, phông, phông bạt, rạp, đồ ăn, món ăn, tài liệu, nước nôi, băng rôn, tất cả, mọi thứ',
      '=sẵn sàng cả, =sẵn sàng hết, =sẵn sàng đầy đủ, =sẵn sàng đủ, =đâu vào đấy, =đâu ra đó, =đâu ra đấy',
    ),
  ],
  [
    'sửa, sửa chữa, khắc phục, xử lý, bảo dưỡng, bảo trì, thay, lắp, lắp đặt, nâng cấp, khôi phục, kiểm tra, chỉnh, chạy thử, vệ sinh, cấp, đấu nối, đấu điện',
    '!chạy, =chạy tốt, =chạy êm, =chạy ngon, =chạy ổn, chạy lại, !sáng, sáng lại, =sáng choang, =sáng trưng, =sáng rực, lên đèn, lên hình, lên hình lại, có lại, chảy về, chảy lại, có nước lại, có điện lại, có mạng lại, hoạt động, hoạt động lại, =hoạt động tốt, dùng được, dùng lại được, =dùng tốt, xài được, xài lại được, xài tốt, !êm, lên nước, !mát, !mát lại, !mát lạnh, !trong lại, hết dột, hết rò, hết rỉ, hết rò rỉ, hết nhỏ giọt, hết xì, hết thấm, hết chập, hết chập chờn, hết nhấp nháy, hết kẹt, hết đơ, hết treo, hết rung, hết hôi, hết nghẹt, hết hỏng, hết kêu, hết lỗi, hết tắc, hết ngập, =không dột nữa, =không rò nữa, =không rỉ nữa, =không kêu nữa, =không tắc nữa, =không nghẹt nữa, =không ngập nữa, =không thấm nữa, =không treo nữa, =không lỗi nữa, lạnh lại, nóng lại, =chạy ngon, vào được, vào lại được, in được, in lại được, !nét, ngon lành, nghe rõ, nói lại được, phát được, kêu to, !khít, !kín',
  ],
  [
    'dọn, dọn dẹp, vệ sinh, quét, quét dọn, tổng, thu gom, làm sạch, ra quân, phát quang, lau, lau chùi, làm cỏ, cắt cỏ',
    'sạch, sạch sẽ, =sạch banh, =sạch bách, =trong veo, =trong vắt, =sạch bong, =sạch trơn, =sạch tinh, =sạch bóng, sạch đẹp, gọn gàng, gọn ghẽ, thoáng, thông thoáng, !quang, quang đãng, phong quang, =tinh tươm, =bóng loáng',
  ],
  [
    'khơi, khơi thông, nạo vét, thông, thông cống, thông tắc',
    'thông, thông thoáng, hết nghẹt, hết tắc, hết ngập, chảy, chảy tốt, chảy êm, !rút, rút hết, !thoát',
  ],
  [
    'thu, nộp, đóng, gom, lấy, lấy chữ ký, ký, ký cam kết, quyên góp, vận động, thu thập, tập hợp, dạy bù, dạy',
    'đủ, đủ hết, đủ cả, đầy đủ',
  ],
  ['xin, gia hạn', 'có, được cấp'],
  [
    'chi, chi trả, chuyển, chuyển khoản, thanh toán, trả, phát, nộp, thu',
    'về tài khoản, vào tài khoản, về tk, vào tk, lên tài khoản',
  ],
  [
    'đối chiếu, đối soát, kiểm kê, kiểm kho, kiểm quỹ, kiểm két, kiểm đếm, cân đối, khóa sổ, chốt sổ',
    '=không lệch, =không lệch đồng nào, =không lệch cái nào, =không lệch một đồng, =không chênh lệch, =không sai lệch, =không chênh đồng nào, =không thiếu đồng nào, =không hao hụt, =không thất thoát, =lệch 0 đồng, =khớp, =khớp sổ, =khớp số, =khớp tiền, =khớp sổ sách, =khớp số liệu, =khớp đủ',
  ],
  [
    'giao, giao hàng, chuyển, chuyển hàng, vận chuyển, chở, đưa, bàn giao, di dời, sơ tán',
    '~tới nơi, ~đến nơi, ~về tới nơi, ~về đến nơi, ~tới tay, ~đến tay, ~về tới, ~về đến, ~ra hết, ~đi hết',
  ],
  [
    'giao, giao hàng, chuyển, chở, cấp phát, phát, trao, tặng, cấp, chi trả, chi, trả, chia',
    crossed(RECIPIENTS, '=nhận đủ, =nhận hết, =lãnh đủ, =lĩnh đủ, =ký nhận, =ký nhận đủ, nhận, lãnh'),
  ],
  ['nộp, gửi, trình, chuyển hồ sơ', crossed(OFFICES, '=ký nhận, =nhận đủ, nhận, tiếp nhận')],
  [
    'kiểm tra, rà soát, khảo sát, tuần tra, kiểm kê',
    '*coi qua, *xem qua, *coi, *xem, *ngó qua, đi hết, xem hết, coi hết, đi đủ, đi từng nhà, tới từng nhà, tới từng hộ, đi từng hộ',
  ],
  [
    'nạo vét, khơi, khơi thông, thông, vét',
    '=sạch trơn, =sạch bong, =sạch trơn tuyển, =sạch trơn tru, sạch, sạch sẽ',
  ],
  ['thay, lắp, sửa, sửa chữa, đấu', '~lên hết, ~*lên, ~*lên đèn'],
  ['chuẩn bị, bố trí', '*sẵn sàng'],
  ['trồng, trồng cây, trồng dặm, trồng rừng', '~xuống đất, ~xuống hố'],
  ['gặt, thu hoạch', '~vào bồ, ~vô bồ, ~về sân, ~về kho, ~vào kho'],
  ['thu, lấy, gom', '~=về đủ, ~=về đủ hết, ~=về hết'],
  [
    'chuẩn bị, bố trí, trang trí, dựng',
    '=~sẵn sàng, =~sẵn sàng hết, ngon lành, đâu ra đó, đâu vào đấy, đầy đủ, tươm tất, chỉnh tề, !lung linh',
  ],
  [
    'sửa, sửa chữa, khắc phục, bảo dưỡng, thay',
    'ok lại, chạy ok, máy nổ, máy nổ lại, =nổ tốt, =nổ êm, =nổ giòn, =chạy vù vù',
  ],
  ['kiểm tra, chạy thử, test', '=nổ tốt, =nổ êm, =nổ giòn, =chạy vù vù'],
  [
    'sửa, sửa chữa, khắc phục, xử lý, khoan, đào, thau rửa, lắp',
    'dùng nước, xài nước, có nước dùng, có nước xài, có nước sạch dùng',
  ],
  ['sửa, sửa chữa, lợp, lợp lại, khắc phục', '~lên hết, ~lên đủ, hết dột, =khô rang'],
  [
    'gia cố, đắp, đắp đê, kè, be, chống tràn, hàn khẩu',
    'hết rò, hết thấm, hết sạt, hết tràn, hết xói, chắc lắm, ~chắc chắn, =chắc nịch, vững vàng, vững chãi',
  ],
  ['lắp, lắp đặt, gắn, sửa, sửa chữa, khắc phục', 'rõ nét, hình rõ, tín hiệu tốt, tín hiệu ổn, sóng tốt'],
  [
    'chấm dứt, giải tỏa, dẹp, dẹp bỏ, xử lý, lập lại, chấn chỉnh, ra quân',
    'thông thoáng, =thông thoáng hết, thoáng, quang đãng, !quang, gọn gàng, hết lấn chiếm, hết cảnh lấn chiếm',
  ],
  [
    'chấm dứt, giải tỏa, dẹp, dẹp bỏ, ngăn chặn, xóa bỏ',
    '=>không còn ai, =>không còn hộ nào, =>không còn sạp nào, =>không còn cảnh, =>không ai còn, =>không hộ nào còn, =>không sạp nào còn, =>hết cảnh',
  ],
  [
    'đón, đón đoàn, đón tiếp, tiếp, tiếp đoàn',
    'về làm việc, về làm việc với, đến làm việc, đến làm việc với, xuống làm việc, xuống làm việc với, làm việc xong, ~ra về',
  ],
  [
    'đăng ký, ghi danh',
    'có tên, có tên trong danh sách, có tên trong danh sách lớp, được duyệt, được xác nhận, có trong danh sách',
  ],
  ['kiểm tra, rà soát, đối chiếu', '~=khớp, ~=khớp sổ, ~=khớp số, ~=khớp tiền, ~=khớp số liệu, ~=khớp hết'],
  [
    'dán, niêm yết, treo, cắm',
    '=>are on the wall, =>is on the wall, =>are on the board, =>is on the board, =>are on the notice board, =>is on the notice board, =>are on display, =>is on display, =>are up on the wall, =>is up on the wall',
  ],
  ['nộp, gửi, trình, báo cáo', '=>went in, =>went out, =>went off'],
  ['treo, cắm, căng', '~lên, đỏ đường, đỏ cả đường, rợp đường, rợp trời'],
  ['treo, cắm, dựng, căng', '=phấp phới, tung bay, bay =phấp phới, !rợp, =đỏ rực'],
  ['sửa, thông, làm, mở, đổ, trải, thảm', 'thông xe, đi được, đi lại được, êm ru, phẳng lì'],
  [
    'cài, cài đặt, đưa, cập nhật, nâng cấp, đẩy, mở',
    '!lên, lên hết, dùng được, vào được, !hiện, hiện lên, !chạy, lên web',
  ],
  [
    'đăng, đăng bài, đăng tin, đưa tin, đưa bài',
    'lên trang, lên fanpage, lên page, lên web, lên website, lên sóng, lên báo, lên cổng, lên bảng tin, lên mạng, hiển thị, lên hết',
  ],
  [
    'hòa giải, giải quyết',
    '=thành, bắt tay, bắt tay nhau, bắt tay ký biên bản, làm hòa, làm lành, giảng hòa, rút đơn, hết cãi, hết cãi nhau, =vui vẻ bắt tay, bắt tay vui vẻ, bắt tay làm hòa',
  ],
  [
    'thu, thu nợ, thu tiền, thu quỹ, thu phí, đòi, đòi nợ, vận động',
    crossed(
      PAYERS,
      '=trả hết, =trả đủ, =đóng hết, =đóng đủ, =nộp hết, =nộp đủ, thanh toán hết, thanh toán đủ, *trả, *đóng, *nộp, *thanh toán',
    ),
  ],
  [
    'bàn giao',
    crossed(
      TAKERS,
      'ký, =ký nhận, =ký nhận đủ, =ký biên bản, =nhận đủ, nhận bàn giao, nhận máy, nhận đồ, nhận chìa khóa',
    ),
  ],
  [
    'nộp, gửi, trình, chuyển hồ sơ',
    `${crossed('để trên bàn, để ở bàn, đặt trên bàn, nằm trên bàn', BOSSES)}, ${crossed('nằm trong, ở trong, trong, vào', 'mail anh, mail chị, mail sếp, mail phòng, hộp thư anh, hộp thư chị, zalo anh, zalo chị, mail thầy, mail cô, zalo thầy, zalo cô')}`,
  ],
  [
    'mua, mua sắm, sắm, đặt, đặt mua, nhập, nhập hàng',
    '~về đủ, ~về hết, hàng về đủ, hàng về hết, về kho đủ, về đủ hết',
  ],
  [
    'đặt, đặt phòng, đặt xe, đặt bàn, đặt chỗ, đặt tiệc, đặt vé',
    `có chỗ, giữ chỗ, chốt chỗ, ${crossed('nhà xe, khách sạn, nhà hàng, bên đó, bên họ, quán, nhà nghỉ, homestay, resort', 'giữ chỗ, chốt chỗ, nhận đặt, nhận đơn')}`,
  ],
  [
    'sơ tán, di dời, di tản',
    crossed(
      'dân, bà con, các hộ, mọi người, người dân',
      '=ra hết, =đi hết, *ra, *đi, *lên, *qua, *sang, =lên hết, =qua hết, =sang hết, =vào trường hết, =lên trường hết, =về trường hết, vào trường, lên trường',
    ),
  ],
  [
    'sửa, sửa chữa, khắc phục, xử lý, lắp, lắp đặt, nối, đấu nối, thông, thay, kéo',
    'chảy đều, chảy đều lại, chảy mạnh, chảy mạnh lại, chảy ngon, chảy ngon lành, chảy bình thường, điện có lại, nước có lại, mạng có lại, sóng có lại, có điện, có sóng, có mạng, đóng mở êm, đóng mở nhẹ, đóng mở được, đi lại bình thường',
  ],
  [
    'nghiệm thu',
    crossed(
      'tvgs, tư vấn giám sát, tư vấn, giám sát, chủ đầu tư, ban quản lý, hội đồng, cdt, ban qlda, hội đồng nghiệm thu',
      '=>ký nghiệm thu, =>ký biên bản nghiệm thu, =>ký biên bản, =>đồng ý nghiệm thu, ký, ký rồi, =ký đạt',
    ),
  ],
  [
    'sửa, sửa chữa, sửa lỗi, khắc phục, xử lý, bảo dưỡng, bảo trì, thay, vệ sinh, chống thấm, kiểm tra, thông, thông cống, khơi, khơi thông, nạo vét, vá, dặm, dặm vá, rải, làm, dọn, dọn dẹp, phun, phun thuốc, diệt, rào, gia cố, san, san gạt, chỉnh, lắp',
    TROUBLES,
  ],
  [
    'dọn, dọn dẹp, xử lý, khắc phục, giải tỏa, sửa, thông, cắt',
    '=xe qua lại bình thường, =xe đi lại bình thường, =xe chạy bình thường, =xe lưu thông bình thường, xe chạy lại, xe qua lại được, xe qua được, xe đi được',
  ],
  [
    'dọn, dọn dẹp, dọn phòng, vệ sinh, chuẩn bị, lau dọn',
    '=sẵn sàng đón khách, =sẵn sàng nhận khách, =sẵn sàng đón học sinh, =sẵn sàng đón các cháu, =sẵn sàng đón đoàn',
  ],
  ['treo, cắm', '!~bay, ~bay phấp phới, !~tung bay'],
  ['gắn, treo, dán, lắp', '~lên tường, ~lên cổng, ~lên cửa, ~lên bảng, ~lên cột, ~lên vách'],
  [
    'lắp, lắp đặt, gắn, sửa, sửa chữa, khắc phục, cài, cài đặt, cập nhật, nâng cấp, kéo',
    `xem được, coi được, xem được hình, coi được hình, xem được trên điện thoại, coi được trên điện thoại, xem được trên máy, =xài ngon, =dùng ngon, =vào ngon, =chạy mượt, ${crossed('máy nào cũng, ai cũng, phòng nào cũng, khách', '=vào được, =mở được, =dùng được, =xài được, =đăng nhập được, =xài ngon, =dùng ngon, =có mạng')}`,
  ],
  [
    'kiểm tra, kiểm định, đăng kiểm, nghiệm thu, xét nghiệm, sát hạch, thi, chấm điểm',
    '=đạt hết, =đạt cả, =đạt yêu cầu hết, =đậu hết, =qua hết, !đậu',
  ],
  [
    'sửa, sửa chữa, sửa lỗi, khắc phục, bảo dưỡng, bảo trì, xử lý, lắp, lắp đặt, cập nhật, nâng cấp, khôi phục',
    'vào bình thường, chạy bình thường, hoạt động bình thường, dùng bình thường, xài bình thường, mở bình thường, lên bình thường, in bình thường, =chạy được hình rõ, hình rõ, =hình rõ nét, =chạy khỏe',
  ],
  [
    'phát, cấp, cấp phát, giao, trao, tặng, chia, give, hand, issue, distribute',
    '=>given to, =>handed to, =>issued to',
  ],
  ['phát sóng, chiếu', 'lên sóng, lên hình'],
  ['cho', '!uống, uống đủ, uống đủ liều, uống hết, uống xong, =uống đủ, =uống đủ liều'],
  [
    'thông báo, phát loa, phổ biến, tuyên truyền',
    crossed(
      'cả tổ, cả xóm, cả thôn, cả khu, cả ấp, cả lớp, cả đội, bà con, các hộ, mọi người, ai cũng, nhà nào cũng, hộ nào cũng',
      '=biết hết, =nắm hết, =nắm được hết, =biết cả, *biết, *nắm, *nắm được, *nghe',
    ),
  ],
  [
    'mời, gửi giấy mời, phát giấy mời',
    crossed(
      'đại biểu, khách, khách mời, các hộ, phụ huynh, bà con, mọi người, ai cũng, các cụ, các bác',
      'nhận giấy mời, nhận giấy, nhận lời, =nhận lời hết, =nhận đủ giấy mời, =nhận hết giấy mời, *nhận giấy mời, *nhận lời',
    ),
  ],
  ...ENGLISH_RESULTS,
];
