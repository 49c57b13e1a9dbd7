import { wordList } from './word-list.js';

const phrases = (list: string): readonly (readonly string[])[] =>
  list
    .split(',')
    .map((phrase) => phrase.trim().split(/\s+/))
    // Of several that fit the longest counts.
    .sort((one, other) => other.length - one.length);

/** What persons are called by, before their names. */
export const PERSONS: readonly string[] = 'ong ba anh chi em co thay chu bac cu be chau'.split(' ');

/** What belongs to somebody whom a title names: `nhà bà Năm`, `hồ sơ em Minh`. */
const BELONGINGS = ['nha', 'ho', 'ho so'].flatMap((thing) =>
  PERSONS.map((who) => [`${thing} ${who}`, thing] as const),
);

/** What a title may name one of by a number, a letter or a name (`tổ 7`, `kho A`, `lớp Lá`), without marks. */
export const UNITS = phrases(
  `${BELONGINGS.map(([words]) => words).join(', ')}, to dan pho, tdp, to, thon, xom, ap, ban, buon, lang, khu pho, kp, khu vuc, khu, hem, ngo, ngach, kiet, duong, tuyen duong, tuyen, doan, phuong, xa, lop,
  khoi lop, khoi, truong, diem truong, tram, chi nhanh, co so, cua hang, kho lanh, kho, tang, lau, day, phong, toa, khoa, lo, don hang, ma don, don, doi, nhom, cong, ho, dap, kenh,
  cau, quay, chi bo, chi doan, chi hoi, mon, dot, vong, giai doan, hang muc, chuong, bai, buoi, tiet, luot, ca, may, xe, ao, thua, giuong, chot, diem,
    tieu chuan, tieu chi, bao so, cong van, van ban, quyet dinh, to trinh, nghi quyet, chi thi, cong dien,
  hamlet, group, lane, station, ward, grade, class, branch, block, floor, room, team, batch, phase, round, order, lot, warehouse, zone, building, village,
  line, stage, section, booth, route`,
);

/** The same of times, which may as well say when something was done: `tháng 10`. */
export const TIMES = phrases(
  'thang, quy, nam, tuan, ngay, hoc ky, hoc ki, hk, ky, ki, week, quarter, month, term, semester',
);

/** One kind under several names. */
export const SAME_KIND: ReadonlyMap<string, string> = new Map([
  ...BELONGINGS,
  ['to dan pho', 'to'],
  ['tdp', 'to'],
  ['kp', 'khu pho'],
  ['khoi lop', 'khoi'],
  ['tuyen duong', 'duong'],
  ['don hang', 'don'],
  ['ma don', 'don'],
  ['hoc ky', 'ky'],
  ['hoc ki', 'ky'],
  ['hk', 'ky'],
  ['ki', 'ky'],
]);

/** Papers that are told apart by the time that they are for: `kế hoạch hè`. */
export const PAPERS = phrases(
  'ke hoach, bao cao, lich, danh sach, bang luong, thuc don, quyet toan, lua, vu lua, vu, tien, plan, report, schedule, list',
);

/** Those times, where no number tells them apart. */
export const PERIODS = phrases(
  `giua ky, cuoi ky, dau nam, cuoi nam, giua nam, trung thu, nam hoc, hoc ky, he, tet, tuan, thang, quy, nam,
  he thu, dong xuan, xuan he, thu dong, dien, nuoc, rac,  weekly, monthly, quarterly, annual, yearly, summer, winter`,
);

/** What is counted: `tổ 3 người` is a team of three. */
export const COUNTED = wordList(
  'người hộ cháu thùng bao hộp gói cuốn quyển cái chiếc kg tấn tạ lít mét km giờ phút ngày tuần tháng buổi lần lượt triệu suất phần tiếng trang bộ cây chuyến',
  'nguoi chau thung goi cuon quyen chiec kg lit met km phut ngay lan luot trieu suat tieng trang people students boxes days hours times bags families households kids',
);

/** The English months and their numbers; without May and March, which are other words too. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january jan',
    'february feb',
    '',
    'april apr',
    '',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ].flatMap((names, at) =>
    names.split(' ').flatMap((name) => (name === '' ? [] : [[name, at + 1] as const])),
  ),
);
