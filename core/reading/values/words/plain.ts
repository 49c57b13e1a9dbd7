/** Who counted, cooked, sold or served, and how it is told: these leave a count what it is. `hủy`, `mượn`, `giữ` do not. */
export const DOERS =
  'bếp, nhà bếp, căn tin, quán, tiệm, quầy bar, hóa đơn, theo hóa đơn, lễ tân, thu ngân, bảo vệ, thủ kho, bill, sổ, theo, theo sổ, nấu, nấu được, làm, làm được, phục vụ, đón, đón được, tiếp, cân, cân được, đếm, rà, rà xong, thực thu, ghi nhận, về, về lúc, lúc, cộng sổ, bãi, bãi trước, bãi sau, mầm, chồi, lá, mẫu giáo';

/** What titles say of when and where, which every answer leaves out: `Số suất ăn trưa trong ngày`. */
export const PLAIN =
  'ngày, trong ngày, hôm nay, sáng, sáng nay, trưa, chiều, chiều nay, tối, tuần, tháng, quý, năm, cuối tuần, cuối ngày, cuối ca, ăn, ăn trưa, ăn sáng, ăn tối, khối lượng, lượng, số lượng, tổng, tổng số';
