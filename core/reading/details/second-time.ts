const LATEST = '(?:chậm|muộn|trễ|cham|muon|tre) (?:nhất|nhat)(?: là| la)?';
const ELSE = '(?:nếu |neu )?(?:không|khong|ko|k)(?: được| duoc| thì| thi){1,2}';
const OR = `[\\s,;]+(?:hoặc|hoac|hay|or|otherwise|at the latest|${LATEST}|${ELSE})`;
const LEADS =
  '(?:(?:là|la|đến|den|tới|toi|sang|qua|thêm|them|ngày|ngay|hôm|hom|vào|vao|xin|to|until|till|by) )*';
const NUMBER = '(?:\\d|một|hai|ba|bốn|năm|a |one|two|three)';
const TIME = `(?:${NUMBER}|thứ|thu|t[2-7]|chủ nhật|chu nhat|cn|mai|mốt|cuối|cuoi|đầu|tuần|tuan|tháng|mon|tue|wed|thu|fri|sat|sun|next|dec|jan)`;
const SECOND = new RegExp(
  `^(?:${OR} ${LEADS}${TIME}[^,;.!?\\n]{0,40}|\\s?[-–]\\s?\\d[^,;.!?\\n]{0,40})`,
  'iu',
);
// `5/12, 7/12`: nothing else behind it.
const LISTED = /^\s*[,;]\s*\d{1,2}[-/]\d{1,2}(?=\s*(?:ạ|a|nhé|nha)?[.!\s]*$)/iu;

// `từ 30/11 | đến 3/12`
const MOVED = new RegExp(
  `^\\s+(?:sang|qua|đến|den|tới|toi|thành|to|until|till)\\s+(?:(?:ngày|ngay|hết|het) )*${TIME}[^,;.!?\\n]{0,30}`,
  'iu',
);

/**
 * How much of the text behind a time belongs to a second one: `5/12 | hoặc 7/12`, `2 ngày | , không thì 1 ngày`,
 * `từ 30/11 | đến 3/12`.
 */
export function secondTime(time: string, behind: string): number {
  const moved = /^(?:từ|tu|from)\s/iu.test(time) ? MOVED.exec(behind) : null;
  return (moved ?? SECOND.exec(behind) ?? LISTED.exec(behind))?.[0].trimEnd().length ?? 0;
}

/** How much of the text before a time is another one: `2 or | 3 more days`. */
export function timeBefore(text: string): number {
  return /\d ?(?:or|to|-|–) ?$/i.exec(text)?.[0].length ?? 0;
}
