/** Words that make a name of the number behind them. */
export const NAMES = `
lớp, xưởng, phân xưởng, chuyền, khối, tổ, đội, trạm, thôn, ấp, xóm, khu, bản, buồng, nhóm, quầy, !tủ, chốt, giường, !máy, khoa, kho, nhà, phường, quận, phòng, tầng, dãy, cổng, cống, lô, ô, bàn, trường, đường, hẻm, ngõ, km, quốc lộ, tỉnh lộ, ql, tl
mũi, thi vào, đợt, kỳ, ca, buổi, tiết, vòng, lần, hạng, loại, cấp, mức, bậc, báo động, bđ, !thứ, thứ tự, stt, bài, câu
số nhà, bão số, thcs số, trường số, mẫu số, hóa đơn số, hoá đơn số, phiếu số, cv số, biển số, sổ số, nhà số, kho số, trạm số, tổ số, điểm số, máy số, lô số, hđ số
mẫu, mã, cv, công văn, quyết định, qđ, nghị quyết, thông tư, điều, khoản, quý, tháng, năm, năm học, tuần, ngày, mùng, mồng, win, windows, office, toán, tv, tiếng việt, văn, zone, floor, gate, building, block, room, class, grade, no, version, covid, tuổi, hàng, size, form, day
`;
