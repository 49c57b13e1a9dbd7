/** Words of an answer that there is none, without their marks. */

/** `không`, `chưa` as they are typed. */
export const DENIALS = 'khong, ko, k, kg, khg, hok, hong, chua';

/** Who speaks, of when, and how politely, before a denial. */
export const LEADS =
  'da, vang, a, em, e, ben em, ben minh, don vi, truong em, xa em, thon em, lop em, ap em, tram em, hien, hien nay, hien tai, hom nay, tuan nay, trong tuan, trong ngay, trong thang, den gio, toi gio, den nay, tinh den nay, thi, va';

/** Behind it. */
export const ENDS =
  'a, ah, nha, nhe, nghe, nghen, chi, anh, co, thay, sep, em, oi, luon, het, ca, roi, dau, nua, ban';

/** What may stand between a denial and `nào`, beside words of what is asked for. */
export const LINKS =
  'dc, ghi, nhan, phat, hien, sinh, xay, ra, mat, ban, thay, cho, lam, chet, hu, nay, gio, bao, co, con, bi, he, di, phai, duoc, dat, hong, dau, ca, a, ah, oi, het, tron, nua, moi, them, luon, nhe, nha, chi, anh, em, cac, truong, hop, ai, vo, vao, ve, den, toi, nuoi, gi, thi, nen, ko, khong';

/** What a thing may be called by instead of its name. */
export const ONES =
  'dong, cai, con, cho, ca, chiec, truong, chau, be, tre, nguoi, ban, cuon, quyen, cu, ho, nha, em, bo, cay, thung, binh, chuyen, met, hs, dc';

/** What begins words that only tell why, where or what next: `không có hộ nào do trời tạnh`. */
export const ADJUNCTS =
  'vi, do, nen, boi, tai, nho, mong, de, qua, o, ngoai, duoi, ben, voi, tu, hom, luc, khi, thuoc, sau, hen, theo';

/** What is told of all of them is the reverse of what is asked for. */
export const REVERSES = `
late	con han, chua het han, con dat
broken	chay tot, hoat dong tot, hoat dong binh thuong, binh thuong, chay ok, dung tot
`;
