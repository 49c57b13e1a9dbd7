/**
 * Verbs that tell of a title's work in other words: behind a title with one of the words on the left, those on the right say
 * that it was done. Written without marks. What is on no line is asked back, so a clerk may add freely.
 */
export const SAME_WORK: readonly (readonly [titled: string, told: string])[] = [
  [
    'phát, cấp, cấp phát, trao, tặng, phân phối, hỗ trợ, giao, cứu trợ, chia, gửi giấy, gửi thư, gửi thiệp, vận chuyển, chuyển, cho mượn',
    `phát, phát quà, phát sách, phát thuốc, phát phiếu, cấp, cấp phát, trao, trao quà, tặng, tặng quà, chia, giao hàng, ký nhận, dân nhận, tới tay,
    đến tay, đến tận tay, phát tận tay, phát tận nhà, phát tận cửa, trao tận tay, trao tận nhà, giao tận tay, giao tận nhà, giao tận cửa, đưa tận tay,
    đưa tận nhà, chuyển tận tay, phân phát, phân bổ, giao nhận, ký sổ`,
  ],
  ['phát gạo, phát lương thực, phân phối, trao, tặng, phát hàng, cấp phát', 'chuyển, bàn giao'],
  [
    'chi trả, trả, thanh toán, nộp tiền, nộp quỹ, nộp thuế, nộp phí, phí, quỹ, thuế, tiền, lương, đặt cọc, ủng hộ, quyên góp, tiền mặt',
    'chuyển khoản, đóng, đóng tiền, đóng phí, đóng quỹ, đóng thuế, nộp tiền, nộp thuế, nộp phí, thanh toán, trả, phát tận tay, phát lương, chi tiền, chi trả, tất toán',
  ],
  [
    'chi trả, trợ cấp, trả lương, chia lãi, cổ tức',
    'phát, trả, dân nhận, ký nhận, ký sổ, chuyển lương, trả lương, chi lương',
  ],
  [
    'thu',
    'đóng, thu, thu quỹ, thu tiền, thu phí, thu nợ, đóng tiền, trả, chuyển khoản, chốt sổ, chuyển, gom, ký',
  ],
  [
    'ủng hộ, quyên góp, vận động',
    'thu, chuyển, chở, gom, ủng hộ, quyên góp, ký, ký cam kết, đóng, chốt sổ, chuyển khoản, hỗ trợ',
  ],
  [
    'vệ sinh, dọn, dọn dẹp, làm sạch, lao động, thau rửa, rửa, chỉnh trang, ngày chủ nhật xanh, clean, thu gom, phát quang, quét',
    `dọn, dọn dẹp, dọn vệ sinh, quét, quét dọn, lau, lau chùi, lau dọn, rửa, tẩy rửa, hút bụi, xúc, làm sạch, làm vệ sinh, vệ sinh, tổng vệ sinh,
    phát quang, phát dọn, phát cỏ, cắt cỏ, làm cỏ, gom, gom rác, nhặt rác, hốt rác, hót rác, hốt, hót, hốt bùn, cào bùn, đổ rác, thu gom, thu dọn, khử khuẩn,
    sát khuẩn, khử trùng, kiểm tra, nạo vét, khơi thông, thông cống, thay nước, phơi, nhổ, cưa, đốt rác, chở, vớt rác, vớt bèo, cọ, kỳ cọ, giặt, quét vôi`,
  ],
  ['sắp xếp, xếp', 'kẻ, xếp, dọn, dọn dẹp, kê, sắp đặt, xếp dọn, chuyển, lên kệ, phân loại, dán nhãn'],
  [
    'sửa, sửa chữa, khắc phục, tu sửa, nâng cấp, cải tạo, bảo dưỡng, bảo trì, xây, gia cố, lợp, chống dột, duy tu, chỉnh trang, sửa mái',
    `vá, lợp, trám, hàn, thay, thay mới, thay thế, thay bóng, sửa, chữa, chống dột, chống thấm, trát, xây, quét vôi, sơn, đắp, đóng, bàn giao, đổ, đổ bê tông,
    lát nền, lát gạch, ốp, gia cố, tu sửa, thay nhớt, thay dầu, chạy thử, vận hành thử, nạp gas, thông tắc, kiểm tra, bảo dưỡng, bảo trì, duy tu, rào, nối, fix`,
  ],
  [
    'lắp, lắp đặt, gắn, treo, dựng, cắm, đóng biển, làm biển, trang trí, thay biển',
    'căng, giăng, lắp, lắp đặt, lắp ráp, gắn, gắn biển, treo, treo băng rôn, dựng, cắm, cắm biển, cắm mốc, ráp, bắt, cài, cài đặt, đóng',
  ],
  [
    'trưng bày, bày, lên kệ, nhập sách, nhập hàng, niêm yết giá, giá',
    'lên kệ, xếp, bày, bày hàng, lên hàng, trưng bày, mang ra',
  ],
  [
    'tiêm, tiêm chủng, tiêm phòng, chích, chích ngừa, vắc xin',
    'tiêm, tiêm chủng, tiêm phòng, tiêm vét, chích, chích ngừa, chủng',
  ],
  ['tẩy giun, cho uống, vitamin', 'uống thuốc, cho uống, cho uống thuốc'],
  [
    'khám, sức khỏe, sức khoẻ, đo, cân',
    'khám, khám sức khỏe, thăm khám, đo, cân, cân đo, xét nghiệm, lấy máu',
  ],
  ['xét nghiệm, test', 'xét nghiệm, test, test nhanh, lấy máu'],
  [
    'kiểm kê, kiểm đếm, kiểm kho, kiểm quỹ, đối chiếu, đối soát, đếm, chốt',
    'đếm, kiểm, kiểm đếm, kiểm kho, kiểm hàng, kiểm quỹ, chốt sổ, đối chiếu, đối soát, khớp sổ, khớp số, so khớp, ghi, chốt, chốt ca, kiểm kê, cân',
  ],
  [
    'kiểm tra, rà soát, khảo sát, đánh giá, thẩm định, soát, test, bảo dưỡng, kết nối, nâng cấp',
    'kiểm tra, test, check hết, check đủ, chạy thử, rà, rà soát, ra soát, soát, soát lỗi, dò lại, lọc, đo, đo kiểm, thử máy, kiểm định, nghiệm thu, phỏng vấn, khảo sát, thay mới',
  ],
  ['kiểm tra', 'khám, chấm, lưu mẫu, đổi, kiểm'],
  [
    'danh sách, rà soát, thống kê, tổng hợp, số liệu, điều tra, báo số',
    'đưa, chốt, chốt sổ, chốt danh sách, chốt số liệu, lập, lập danh sách, lên danh sách, nhập, nhập máy, nhập số liệu, ghi, đếm, khai, lọc, điền, ký, niêm yết, thống kê, tổng hợp, chuyển',
  ],
  ['khảo sát, lấy ý kiến, phiếu', 'phát, phát phiếu, thu, thu phiếu, nhập, điền, phỏng vấn'],
  [
    'ban hành, soạn, lập, lập hồ sơ, xây dựng kế hoạch, xây dựng phương án, xây dựng quy chế, viết, hoàn thiện, quyết toán, biên bản, tờ trình, hợp đồng, dự toán, nội quy',
    'ký, ký kết, ký số, ký hợp đồng, phê duyệt, duyệt, ban hành, phát hành, trình, trình ký, bổ sung, dán, đăng, niêm yết, đóng dấu, soạn, viết, lập, đóng cuốn, lập biên bản, dự toán, lưu hồ sơ',
  ],
  ['ký, cam kết, chữ ký', 'ký, ký cam kết, ký số, ký đủ, ký kết, ký hợp đồng'],
  ['trình, duyệt, phê duyệt', 'trình, trình ký, trình duyệt, trình lãnh đạo, ký, ký duyệt, duyệt, phê duyệt'],
  [
    'họp, tổ chức, đại hội, hội nghị, sinh hoạt, lễ, ngày hội, hội thao, hội trại, hội thi, tập huấn, dạy, lớp, diễn tập, rút kinh nghiệm, tọa đàm, giao ban',
    `họp, họp dân, họp tổ, họp phụ huynh, bầu, bế mạc, bế giảng, trao giải, tham gia, tham gia đầy đủ, tham dự, dự, có mặt đầy đủ, thu dọn,
    tập huấn, diễn tập, thao diễn, sinh hoạt, ra mắt, tổ chức, tổ chức họp, tổng kết, huấn luyện, bồi dưỡng`,
  ],
  [
    'tuyên truyền, truyền thông, thông báo, phổ biến, phát loa, phát thanh, niêm yết, công khai, cảnh báo, quảng bá, dán',
    `phát, đọc loa, đọc trên loa, đọc qua loa, thông báo, đã thông báo, ra thông báo, treo, treo băng rôn, dán, dán thông báo, phát thanh, phát loa, phát sóng,
    phát tờ rơi, dán tờ rơi, đăng, đăng bài, đã đăng bài, đã đăng tin, dựng, niêm yết, công khai, ký cam kết, tuyên truyền, phổ biến, quán triệt, lên web, lên kệ`,
  ],
  [
    'sơ tán, di dời, đưa, cứu hộ',
    'đưa, chuyển, chuyển lên, chuyển qua, chuyển sang, di dời, sơ tán, đã sơ tán, đếm, cõng lên, vớt, di chuyển, dọn',
  ],
  [
    'chuyển, vận chuyển, điều chuyển, di dời, tập kết',
    'chuyển, chuyển qua, chuyển lên, chở, vận chuyển, xuất kho, bàn giao, đưa, mang ra, chuyển kho, điều chuyển, trao tận tay, ký nhận, bốc xếp, dọn',
  ],
  ['bàn giao', 'giao nhận, ký, ký nhận, ký giao nhận, chuyển'],
  [
    'nhận, tiếp nhận, nhập kho, nhập hàng, mua, sắm, đặt mua',
    'ký nhận, nhập kho, kiểm đếm, kiểm nhập, cất kho, lên kệ, chốt sổ, chở, chia, giao nhận, nhập hàng, lắp, lắp đặt, chạy thử',
  ],
  ['nhận, tiếp nhận', 'ký, phát'],
  [
    'thu hồi, trả hàng, tiêu hủy, tiêu huỷ, thanh lý, diệt, hủy',
    'rút khỏi kệ, rút khỏi quầy, rút hàng, gom, trả, trả kho, trả hàng, hủy, tiêu hủy, chôn, chôn lấp, đốt, rắc vôi, dọn, rải, kiểm tra, đặt',
  ],
  [
    'phun, khử khuẩn, tiêu độc, khử trùng',
    'phun, phun thuốc, phun khử khuẩn, phun hóa chất, rắc vôi, rải vôi, khử trùng, khử khuẩn, tiêu độc, xịt, rắc, rải, rửa, thả',
  ],
  ['cải tạo ao, ao nuôi, ao', 'rải, rắc vôi, rải vôi, tháo nước, phơi'],
  ['thu hoạch, gặt, hái, thu mua', 'gặt, cắt, hái, thu hái, phơi, nhổ, chở, thu hoạch, tuốt, bán'],
  [
    'trồng, gieo, gieo sạ, xuống giống',
    'trồng, trồng cây, trồng dặm, xuống giống, cấy, gieo, gieo cấy, gieo sạ',
  ],
  [
    'nhập, cập nhật, số hóa, số hoá, kê khai, chuẩn hóa, đồng bộ, báo cáo, dữ liệu, làm sạch dữ liệu',
    'nhập, nhập máy, nhập liệu, nhập số liệu, nhập điểm, gõ, đổi, điền, khai, kê khai, sửa, bổ sung, kích hoạt, tải lên, liên thông, xóa, thay, lên hệ thống, lên phần mềm, gỡ, đối chiếu, cập nhật, cập nhập, vào sổ',
  ],
  [
    'nhập điểm, điểm, hạnh kiểm, chấm, đánh giá',
    'chấm, chấm bài, chấm thi, chấm điểm, lên điểm, vào điểm, xếp, nhập điểm',
  ],
  ['thi, sát hạch, hội thi, kiểm tra', 'thi, coi thi, thi đấu'],
  ['sao lưu', 'backup, tải lên, sao chép, sao lưu'],
  [
    'thay, đổi, bảng giá, dán, tem, niêm yết giá',
    'sửa, thay, đổi, dán, thay giá, đổi giá, dán giá, gỡ, treo, lên kệ, thay mới, dán nhãn, dán tem, đổi tem',
  ],
  [
    'đăng ký, xin, cấp giấy, gia hạn, chữ ký số, nhu cầu, tuyển sinh',
    'đăng ký, khai, kích hoạt, điền, trả, thu, lên danh sách, chốt, nhập',
  ],
  ['cấp giấy, trả kết quả', 'trả, trả kết quả'],
  ['đặt, thuê', 'đặt, chốt, chốt sổ, đặt cọc, xuất'],
  [
    'lịch, phân công, phân ca, điều xe, tăng chuyến, trực, thời khóa biểu, thời khoá biểu, thay ca',
    'xếp, sắp, xếp lịch, sắp lịch, chốt, chốt lịch, xếp ca, chia ca, phân ca, bố trí, gắn, dán, đăng, lên lịch, đổi, đổi ca, điều xe, thay ca',
  ],
  [
    'nạo vét, khơi thông, đào, đắp, kè, thông cống, bờ bao',
    'khơi thông, vét, nạo vét, đào, múc, xúc, thông cống, đắp, đắp bờ, kè, gia cố, đắp đê',
  ],
  [
    'thông tuyến, cây đổ, cây gãy, sạt lở, đường',
    'dọn, cưa, xúc, cắt, kéo, thông xe, chở, vá, san gạt, thông tuyến',
  ],
  ['cắt tỉa, tỉa, chặt', 'cắt, tỉa, cắt tỉa, chặt tỉa, tỉa cành, chở, cưa'],
  ['bầu, bầu cử', 'bầu, bỏ phiếu, kiểm phiếu'],
  ['kiện toàn, thành lập', 'lập, thành lập, ra mắt, kiện toàn, bầu'],
  ['neo đậu, tàu thuyền, kêu gọi tàu', 'neo đậu'],
  [
    'chằng chống, phòng bão, chống bão, trước bão',
    'chằng neo, chằng buộc, chằng néo, giằng néo, gia cố, neo, neo chằng, chằng chống',
  ],
  ['nạp', 'nạp, treo'],
  ['sơn, quét vôi, kẻ', 'sơn, quét vôi, quét sơn, phun sơn, kẻ'],
  ['diệt muỗi, lăng quăng, bọ gậy, sốt xuất huyết', 'phun, lật úp, úp'],
  ['đóng quỹ, đóng', 'chuyển khoản, nộp'],
  ['hưởng ứng, tiết kiệm điện', 'tắt, tham gia'],
  [
    'báo cáo, nộp, gửi, danh sách, hồ sơ',
    'chuyển, tới tay, đến tay, đến tận tay, chuyển qua, chuyển lên, mang lên, mang qua, mang ra',
  ],
  ['làm bài phát thanh, bài, phát thanh', 'soạn, viết, thu âm'],
  ['chữa cháy, bình', 'nạp, thay, treo'],
  ['chào mừng, văn nghệ', 'duyệt, tổng duyệt, tập'],
  [
    '^hồ sơ, ^biên bản, ^kế hoạch, ^danh sách, ^báo cáo, ^hợp đồng, giải trình',
    'bổ sung, chuyển, ký, duyệt, phê duyệt, trình, phát hành, ban hành, đóng cuốn',
  ],
  ['trung thu', 'phát, phát quà'],
  ['lễ, giỗ', 'cúng, dâng hương, làm lễ'],
  ['ca, ca bệnh', 'chuyển tuyến, chuyển viện'],
  ['lấn chiếm, trật tự, vỉa hè', 'tháo dỡ, dọn, dẹp'],
  ['khiếu nại', 'tặng, hòa giải, đối thoại'],
  ['cháy nổ', 'tắt, khóa, niêm phong'],
  ['máy phát điện', 'đổ, đổ xăng'],
  ['máy photocopy, máy in', 'trống, thay mực, đổ mực, châm mực'],
  [
    'order, buy, purchase, procure, supply, supplies, distribute, distribution, deliver, hand, send, ship, relief, kit, kits, parcels, gifts, collect, pay, payroll, invoice',
    'delivered, paid, signed, packed',
  ],
  [
    'contract, sign, agree, lease, permit, plan, report, minutes, policy, form, forms, approval, budget',
    'signed, approved, printed, scanned, copied',
  ],
  ['archive, digitise, digitize, records, files', 'scanned, copied, packed'],
  ['train, training, brief, drill, workshop', 'trained, briefed'],
  ['move, relocate, pack', 'packed, unpacked, loaded'],
  ['trip, visit, meeting room, hall, venue, flight, hotel, reserve', 'booked, paid'],
  ['trench, well, drain, drains, ditch, foundation', 'dug'],
  ['floor, tiles, pipe, pipes, cable, sandbags, sandbag', 'laid'],
  ['thẻ', 'in, phát, phát tận tay, trao, trả, cấp'],
];
