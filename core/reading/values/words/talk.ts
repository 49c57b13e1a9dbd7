/** What may stand before a figure and says nothing of it. */
export const TALK = `
âm, dạ, vâng, dạ vâng, dạ thưa, thưa, em, e, anh, a, chị, c, cô, thầy, sếp, bác, chú, mình, tôi, bọn em, bọn mình, tụi em, tụi mình, bên em, bên mình, bên, ạ, ah, nhé, nha, nhen, thôi, đó, luôn, rồi, r, sdt
xin, báo cáo, đếm lại rồi, đếm lại thì, kiểm lại rồi, kiểm lại thì, kiểm tra lại rồi, kiểm tra lại thì, rà lại rồi, rà lại thì, xem lại rồi, coi lại rồi, bc, b/c, gửi, báo, xảy ra, thông tin, cập nhật, chốt, chốt lại, sửa lại, sửa, đúng, xong, số liệu, kết quả, kq, sl, thống kê, số, lượng, số lượng, tổng hợp, xin báo cáo, lại, mới, vừa
là, có, được, đc, dc, đạt, thì, mà, ở, tại, của, cho, với, và, bị, gồm có, cả, khoảng, tầm, cỡ, độ, ước, áng chừng, chừng, gần như, mỗi, đúng, vẫn, đang, đã, chỉ, hết, ra, nơi, lúc, hồi, vào, theo, nguyên, giờ, sáng nay, nay, đủ, cùng, ế, quá, ế quá, lên, đi, ngày, trong, từ, toàn, đo, đo được, đếm được, đến, về, thu được, tính ra, phải, nhận được, ăn, hôm, bữa, thứ, tui, tụi tui, tớ, tổng kết, rà soát, rà soát lại, kiểm đếm, tính đến, hóa đơn, đoạn, tuyến, khúc, dân, bà con, tổ chức, tổ chức được, thực hiện, triển khai, reads, shows, rate, currently, số đúng, đúng ra
đơn vị, đv, dv, trường, xã, thôn, tổ, xóm, ấp, ban, phòng, lớp, trạm, khoa, chi đoàn, chi hội, đội, khối, hội, ubnd, thcs, th, thpt, mn, tiểu học, mầm non, huyện, phường, bộ phận, một cửa, cửa, địa bàn, shop, quầy, cửa hàng, ca, htx, kho, cơ quan
chẵn, á, chứ, trời, mưa, hôm nay, hiện nay, này, nhõn, vỏn vẹn, tới, qua, thuộc, vùng, quanh, gom, ghi, vậy, chia, chừng này, tính, we, have, there, are, is, the, number, of, it, about, around, roughly, got, had, it's, its, so, far, our, all, only, just, yes, hi, hello, sir, madam, and, count, as, i, at, pls, please, from, today, thanks, sorry, not, yesterday, x
`;

/** What takes back the figure before it, or the one it stands by. */
export const SLIPS =
  'quên, nhầm, lộn, ghi sai, gõ sai, báo sai, đếm sai, tính sai, là sai, xin lỗi, sorry, à không, mistake, typo, oops';
