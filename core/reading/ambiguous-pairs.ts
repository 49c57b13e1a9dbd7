/** Examples that lose their meaning without marks: two everyday readings remain. */
export const AMBIGUOUS_WITHOUT_MARKS: readonly string[] = [
  'Đã sửa chữa xong trạm bơm', // sửa chữa (repair) or sửa chưa (repaired? not yet)
  'sửa chữa xong rồi',
  'đang cho anh em đi kiểm tra', // and here
  'không mượn được xe', // mượn (borrow) or muốn (want)
  'chưa xong à', // à (asks) or ạ (polite)
  'em đang đếm hàng, tối xong ạ', // tối (tonight) or tôi (I)
  'xe chở hàng hỏng dọc đường chắc trễ 2 tiếng', // chở (carry) or cho (allow)
  'chưa có gì để báo cáo ạ', // để báo (to report) or đê bao (a dyke)
  'ok nhưng mà khó đấy', // khó (hard) or kho (a store)
  'dạ đang nghe ạ', // dạ đang (yes, I am) or đã đăng (posted)
  'Kênh N3 đã thông, kênh N5 còn tắc', // tắc (jammed) likewise
  'điểm lớp 8A nhập dở, mạng chập chờn quá', // dở (half done) or do (because of)
  'chưa hủy, chờ hội đồng họp', // chờ (waiting) or cho (for)
  'xã em đã kiểm tra hết các hồ chứa, an toàn cả', // hồ chứa (reservoir) or hộ chưa (households not yet)
  // Read otherwise: gió or giờ, mới or mỗi, mãi or mai, còn or con, dựng or dừng, chứ or chú.
  'Dạ em mới đổi số, mọi người lưu giúp em 0987654321',
  'Danh sách thì có rồi, còn bản đồ ngập chưa vẽ', // vẽ (draw) or về (come)
  'mái dột chưa sửa',
  'Chưa nộp là tổ 3 chứ tổ 4 tôi nộp rồi nhé',
  'VB chưa phát hành do lỗi chữ ký số',
  'mới phun nửa cánh đồng, gió to quá nên chậm',
  'đang dựng, 8h tối phát',
  'Dạ thư viện em nhập sách mới xong rồi cô',
  'mọi người cố gắng nộp đủ nhé',
  'mãi mới xong',
  // Asked back, since a word without its mark is another one: ký, thay, cân, tháo, đấu, dựng, chằng, điền, bảo, tới.
  'ngân hàng báo đã nhận tiền, vậy là xong khoản vay',
  'Vg ạ em gửi lại r đó chị, lần này đủ dấu',
  'có hộ nào chưa ký đâu, đủ cả rồi bác ạ',
  'Ông tổ phó bảo thu đủ rồi nhưng tôi chưa đếm lại tiền',
  'Rồi anh, tụi em chằng néo xong hết mái trường',
  'Máy chấm công hư hoài, nhờ IT xuống giúp',
  'Mới đổ đế móng, chờ bê tông khô',
  'Tình trạng lợn chết nhiều quá, chôn không xuể, xin thêm máy xúc',
  'Còn một nửa thôi anh ơi', // nửa (half) or nữa (more)
  'hệ thống đóng rồi', // đóng (closed), đông (crowded)
  'cổng đăng ký đóng từ hôm qua', // and here
  'đường in ấn tắc rồi', // tắc (jammed) or tác
  'khó hoàn thành', // khó (hard) or kho (a store)
  'treo biển rồi nha a, nhưng đèn led bị cháy 1 bóng, chưa có đồ thay',
  // In capitals an abbreviation or a name is a word: CH (cửa hàng) or chưa, Thu or thu.
  'CH Cầu Giấy hoàn thành việc đổi tem phụ ạ',
  'CH 07 đã nhận thông tin ạ',
  'Dạ nhớ rồi ạ',
  'em reset mật khẩu cho chị Hà rồi ạ',
  'đã rồi anh ơi, em báo chị Thu rồi',
  'Trồng xong 300 cây keo rồi bác ạ',
  'hợp đồng ký rồi, bản gốc em gửi bưu điện',
  'Trạm bơm số 2 vận hành lại rồi ạ, sửa xong từ 3h sáng',
  'Đồng hồ nước nhà bà Sáu thay rồi anh',
  'fix xong bug đăng nhập rồi anh ạ',
  'Sếp duyệt thì em in ngay',
  'chờ anh duyệt là em gửi luôn',
  'ráng xong tối nay nha chị',
  'Giàn giáo tháo hết rồi anh, trả thuê luôn',
  'Thực đơn mới in rồi, em để mỗi bàn một cuốn',
  'tàu 1234 đã vào bờ, cá cân xong, chuyển lên chợ',
  'Cột điện nghiêng đã dựng lại, đóng điện lúc 17h20',
  'Giao dịch viên đã cân quỹ cuối ngày, khớp',
  'Trận chung kết chiều mai mới đá',
  'chưa đâu, cỡ 3 bữa nữa',
  'em điền form rồi ạ',
  'quạt lắp rồi, điện chưa đấu',
  'form dài quá, em điền tới mục 7',
  'chờ em 30 phút',
  'em gửi nháp cho chị xem trước',
  'Không chỉ xong mà còn vượt tiến độ',
  'chưa đạt chỉ tiêu, mới 65%',
  'gửi hàng r nhé, mã vận đơn VN123456789',
  // Asked back, since too many of their words are others without marks.
  'dạ để chiều mát em phun',
  'còn đồng chí Tâm đi điều trị dưới tỉnh',
  'quán đóng cửa tránh bão rồi, không đặt được',
  'bảng cân đối chưa cân',
  'vớt sạch, nước thông',
  'đã phân ca xong, gửi danh sách',
  'cắm đủ 12 biển, chụp ảnh gửi nhóm',
  'biển in xong để ở kho, mai đi cắm',
  'bóng cháy nữa rồi',
  'xe thang bận đến thứ 5',
  'đoàn đánh giá ngoài công nhận rồi chị ơi',
  '108 khẩu, chủ tịch ký rồi, em gửi bản scan',
  'mực hết, tiệm photo nghỉ',
  'gom 4 xe, chở ra bãi hết rồi',
  'phải bầu lại vòng hai',
  'xe bên đó hẹn thứ 3 qua lấy',
  'Xin thêm 30 suất nữa, danh sách bị sót',
  'đất nhão quá cắm cọc không nổi',
  'phụ huynh phản ứng vì tăng giá nên chưa ai đóng',
  'gửi rồi đó anh, 12 tấm',
  'cụ Bảy mất rồi anh ạ',
  'Mật khẩu tài khoản đơn vị em hết hạn mất rồi, nhờ anh cấp lại',
  'đê bao vỡ rồi anh ơi, đoạn cống số 4',
  'heo chết gần hết rồi còn đâu mà thống kê',
  'em nộp cho thầy Dũng rồi mà',
  'tưới đủ 2 cữ sáng chiều rồi anh',
  'giếng cạn, máy hút toàn bùn',
  'dạ chiều em tưới',
  'kiểm 40 sạp, 3 sạp cân sai đã dán niêm phong',
  'còn dãy hàng cá chưa đi',
  'máy xúc bận công trình khác, hẹn mùng 10',
  'web xong, OTA thì em đợi họ mở quyền',
  'em ngâm, rửa, phơi nắng đủ cả rồi cô',
  'sóng đánh trôi hết cây mới trồng',
  'đề chưa về điểm thi',
  'y tế thôn nghỉ sinh chưa ai thay',
  'còn mấy nhà khóa cửa chưa gặp được chủ',
  'nhà trọ bà Tư đóng cửa luôn rồi',
  'em với Tuấn đổi xong rồi anh',
  'lop em da tap 2 lan roi a',
  'bánh vỡ 5 hộp rồi chị',
];

/** Examples that may read as done while their marks are typed in part: `cho sep duyet` (chờ), `chi con` (chỉ còn). */
export const AMBIGUOUS_HALF_MARKED: readonly string[] = [
  'em làm xong bảng lương rồi, chờ sếp duyệt mới chi',
  'Người thì sơ tán xong, trâu bò còn đang lùa',
  'đã gửi cho chị Hạnh kiểm lại, chị ấy ok thì em chốt',
  'Đã trình sếp, sếp bảo sửa lại mục 2',
  'Nộp rồi nhưng thiếu, phải nộp bổ sung',
  'Mọi người nộp hết rồi chỉ còn anh Tài',
  'xong việc nhà đã rồi em làm',
  'tàu chở hàng quay về rồi',
];
