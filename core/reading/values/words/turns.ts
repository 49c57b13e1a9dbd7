/** What was done with things, or befell them: `hủy 20 suất` is no answer to how many were cooked, unless the title says so. */
export const TURNS =
  'hủy, huỷ, bỏ, mất, rớt, đổ, vỡ, rách, cháy, trả, trả lại, hoàn, đổi, cho, cho mượn, mượn, vay, nợ, bán, mua, nhập, xuất, chuyển, lấy, rút, gửi, tặng, biếu, cắt, xin, đặt, thừa, thiếu, dư, ế, trống, chết, ốm, sốt, bệnh, bị, trượt, loại, cũ, mới, lỗi, sai, nhầm, quên, gấp, chờ, đợi, hẹn, dời, lên, xuống, hết, tới, đến, lùi, ngoài, gần, hơn, quá, dưới, tối đa, tối thiểu, ít nhất, nhiều nhất, cao nhất, thấp nhất, sức chứa, chứa, chỗ, mức, định, tính, muốn, nếu, như, bằng, gấp đôi, trên, mọi khi, bình thường, thường, hàng ngày, mọi ngày, khách, bên kia, nhà bên, chỗ khác';

/** What titles say of when and where, which every answer leaves out: `Số suất ăn trưa trong ngày`. */
export const PLAIN =
  'ngày, trong ngày, hôm nay, sáng, sáng nay, trưa, chiều, chiều nay, tối, tuần, tháng, quý, năm, cuối tuần, cuối ngày, cuối ca, ăn, ăn trưa, ăn sáng, ăn tối, khối lượng, lượng, số lượng, tổng, tổng số';
