// `10h mai, trễ là không tổng hợp được`: what follows, and who is to call. A time in it may move the deadline.
const CONDITIONS =
  '(?:de )?(?:tre|muon|cham|lo)(?: (?:han|gio|nua|hon))? (?:la|thi|coi nhu|se|em|co|minh|phong|van phong|khong|ko|k)|(?:truong|don vi|xa|phuong|thon|phong|lop|to|cua hang|chi nhanh|tram|ben|noi|nguoi|ai) (?:nao |ma )?(?:chua|khong|ko|k|co|con|vuong|kho|tre|nop|xong|can)';
// `sau giờ đó khóa tệp`, `đừng để thứ 3`: a time in these is not the deadline.
const BEYOND =
  'qua (?:han|gio|moc)(?: (?:do|nay|tren))?(?! \\d)|sau (?:han|(?:gio|luc|moc|thoi diem|khi) (?:do|nay|ay|tren))|(?:dung|khong duoc|khong|ko|k) (?:(?:ai|noi nao|don vi nao) )?(?:de|cham|tre|muon|quen|doi|gia han|nhan)';
// `để thứ 7 huyện tổng hợp`: the time in it is the office's own.
const PURPOSE =
  '(?:de |cho )?kip|(?:de(?! nghi)|cho)(?: (?:con|em|chi|anh|co|toi|minh|phong|van phong|huyen|so|ben|thu truong|lanh dao|ke toan))*(?: [^,;]{0,30}?)? (?:tong hop|trinh|bao cao|in|ky|hop|chot|nop|gui|doi chieu|duyet)';
const REMARK = new RegExp(
  `(?:[ ,;.!-]+(?:(?<condition>${CONDITIONS})|${BEYOND})|[,;.]+ ?(?:${PURPOSE}))(?![a-z0-9])(?<more>.*)$`,
);
const NAMES_TIME = /\d|\b(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|cn|mai|hom|tuan|thang)\b/;
// `đã hẹn 9h nhưng thôi cho tới 15h nay`: the latter holds.
const TURN =
  /^.{3,120}?[ ,](?:(?:nhung|ma)(?: thoi)?(?: thi)? (?:chot|cho|doi|lui|lay|han)(?: lai)?(?: la| den| tiep| sang| vao)?|(?:a )?nham(?: roi| la)?,?) (?=.{2})/;
// `gia hạn thêm: từ 5/12 dời sang 9/12`
const MOVED =
  /^(?:.{0,80} )?tu .{3,30} (?:doi|lui|chuyen|keo dai)(?: lai)?(?: sang| den| tiep| thanh)? (?=\d|thu|t\d|chu|cn|ngay|het|cuoi)/;
const ADDED = /\b(?:hoac|hay|or|khong thi|neu khong|tru (?!thi dua|diem|luong)|rieng)\b/;

/** The words of a deadline without remarks around it: `10h mai, trễ là không tổng hợp được`. Takes prepared words. */
export function withoutRemark(words: string): string {
  const turned = words.replace(TURN, '').replace(MOVED, '');
  const remark = REMARK.exec(turned);
  if (!remark || remark.index < 2 || ADDED.test(remark[0])) return turned;
  const { condition, more } = remark.groups!;
  return condition !== undefined && NAMES_TIME.test(more!) ? turned : turned.slice(0, remark.index);
}
