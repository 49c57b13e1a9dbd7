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
];
