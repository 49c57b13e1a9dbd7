/** Examples that lose their meaning without marks: two everyday readings remain. */
export const AMBIGUOUS_WITHOUT_MARKS: readonly string[] = [
  'Đã sửa chữa xong trạm bơm', // sửa chữa (repair) or sửa chưa (repaired? not yet)
  'sửa chữa xong rồi',
  'bí quá anh ơi', // stuck, or a pumpkin
  'chờ huyện cấp vắc xin', // chờ (waiting) or cho (for)
  'em đang cho các lớp kiểm tra', // the same two
  'đang cho anh em đi kiểm tra', // and here
  'không mượn được xe', // mượn (borrow) or muốn (want)
  'hệ thống báo lỗi', // báo lỗi (fails) or bảo lời (a word)
  'chưa xong à', // à (asks) or ạ (polite)
  'vẫn đang chờ nhà thầu hoàn thành', // chờ (waiting) or cho (letting)
  'đợi hoàn thành xong sẽ báo', // đợi (wait) or đội (team)
  'em đang đếm hàng, tối xong ạ', // tối (tonight) or tôi (I)
  'xe chở hàng hỏng dọc đường chắc trễ 2 tiếng', // chở (carry) or cho (allow)
  'Chị cho em khất tới thứ 5 nhé, con em ốm', // con (child) or còn (still)
  'phía em ok rồi, chờ bên kế toán', // chờ (waiting) or cho (for)
  'con e ốm nên hnay e chưa làm kịp ạ', // con (child) or còn (still)
  'chưa có gì để báo cáo ạ', // để báo (to report) or đê bao (a dyke)
  'bản nháp xong rồi, chờ anh duyệt', // chờ (waiting) or cho (for)
  'ok nhưng mà khó đấy', // khó (hard) or kho (a store)
  'mái dột, thợ hẹn thứ 7', // mái (roof) or mai (tomorrow)
  'dạ đang nghe ạ', // dạ đang (yes, I am) or đã đăng (posted)
  'máy lọc nước hư, thợ chưa tới', // hư (broken) has no meaning without its mark
  'Kênh N3 đã thông, kênh N5 còn tắc', // tắc (jammed) likewise
  'bà con chưa đồng thuận việc hiến đất', // bà con (people) or ba, còn chưa (still not)
  'điểm lớp 8A nhập dở, mạng chập chờn quá', // dở (half done) or do (because of)
  'chưa hủy, chờ hội đồng họp', // chờ (waiting) or cho (for)
];
