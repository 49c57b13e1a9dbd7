/** Examples that lose their meaning without marks: two everyday readings remain. */
export const AMBIGUOUS_WITHOUT_MARKS: readonly string[] = [
  'Đã sửa chữa xong trạm bơm', // sửa chữa (repair) or sửa chưa (repaired? not yet)
  'sửa chữa xong rồi',
];
