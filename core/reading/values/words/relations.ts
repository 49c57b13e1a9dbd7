/** How a figure stands to what was asked for, by the words around it. */
export const RELATIONS = `
then	hôm qua, hqua, hôm kia, hôm trước, bữa qua, bữa trước, bữa kia, tuần trước, tuần rồi, tháng trước, tháng rồi, năm ngoái, năm trước, kỳ trước, đợt trước, lần trước, sáng qua, chiều qua, tối qua, đêm qua, yesterday, last week, last month, last year, hồi trước, lúc trước, trước đó, trước đây, đầu kỳ, cùng kỳ, hồi sáng, báo cáo trước
sofar	lũy kế, luỹ kế, cộng dồn, từ đầu năm, từ đầu tháng, từ đầu vụ, từ đầu đợt, so far this year, cumulative
ahead	ngày mai, mai, sáng mai, chiều mai, tuần sau, tháng sau, năm sau, hôm sau, ngày kia, tomorrow, next week, !sắp, !sẽ, đợt sau
now	hôm nay, nay, hnay, bữa nay, tuần này, tháng này, năm nay, đợt này, kỳ này, hiện nay, hiện tại, hiện giờ, hiện, sáng nay, trưa nay, chiều nay, tối nay, đêm nay, today, now, thực tế, đến nay, tới nay, hiện có, quý này
plan	đăng ký, kế hoạch, chỉ tiêu, huy động, cần, mục tiêu, yêu cầu, dự toán, báo giá, danh sách, đàn, tổng đàn, dự trù, xin cấp, xin thêm, đề nghị, cấp thêm, mời, expected, planned, target, need, nhu cầu, định mức, được giao, dự báo, kh, tạm ứng
must	!phải
maybe	dự kiến
change	tăng, giảm, thêm, tăng thêm, bớt, hụt, chênh, lệch, kém, so với, ít hơn, nhiều hơn, more than, less than, less, nữa
rose	tăng lên, giảm xuống, lên thành, tăng lên thành, lên tới, lên đến
became	giảm còn, xuống còn, tụt còn, hạ còn, bớt còn, về còn, rút còn, về bớt còn
left	còn, còn lại, tồn, dư, left, remaining, còn dư, in stock, tồn cuối, tồn kho, thừa, hiện còn, tồn lại
undone	chưa, không, ko, not, hoãn, thiếu, còn thiếu, trừ, tồn đọng, hoàn, trả lại, chưa có, missing, ở lại, lưu ban, bỏ học, lost, pending, outstanding, out, nợ
absent	vắng, nghỉ, absent, nghỉ học, nghỉ ốm, nghỉ phép, xin nghỉ, vắng mặt
present	có mặt, đi học, hiện diện, present, đi làm, working
joined	dự, tham dự, tham gia, đến dự, ra quân, dự họp, đi họp, cử
done	xong, đã
broken	hỏng, hư, hư hỏng, broken
good	sẵn sàng, chạy được, còn chạy được, còn chạy, dùng được, còn dùng được, sử dụng được, xài được, chạy tốt, hoạt động, còn tốt, hoạt động tốt
vacant	trống, empty, vacant, còn trống
taken	đang nằm, có người nằm, occupied, đang dùng
late	trễ hạn, quá hạn, hết hạn, overdue, expired, trễ
moved	sơ tán, di dời, di tản, đưa đi, đã đưa, evacuated
part	trong đó, gồm, bao gồm, bhyt, bảo hiểm, including, of which, tiền mặt, chuyển khoản, ck, riêng, nhập viện, chuyển viện, nặng, tử vong
group	trẻ em, trẻ con, người già, cụ già, phụ nữ, mang thai, khuyết tật, thai sản
women	nữ, girls, female
men	nam, boys, male
outof	trên, trên tổng, trên tổng số, out of
each	mỗi, bình quân, trung bình, each, !giá, đơn giá
morning	sáng, buổi sáng, ca sáng, morning
noon	trưa, buổi trưa
afternoon	chiều, buổi chiều, ca chiều, afternoon
evening	tối, buổi tối, ca tối, đêm, evening
whole	tổng, tổng cân, tổng cộng, tổng số, cộng, cộng lại, cả ngày, cả thảy, tất cả, total, altogether, !sĩ số, si so, in total, cả hai, gộp lại, cả lớp, cả trường, toàn trường, toàn xã, toàn huyện, toàn thôn
equals	tức, tức là, vị chi, quy ra, thành ra, nghĩa là, suy ra, tính ra, ra tổng, còn đúng
so	nên, nên có, nên còn, nên chỉ còn, nên chỉ có, do đó, vậy là, vậy còn, thế là
place	lớp, khối, thôn, ấp, xóm, bản, khoa, tổ, đội, khu, kho, phòng, điểm, cơ sở, chi nhánh, shop, quầy, huyện, tỉnh
unsure	chưa chắc, không chắc, chưa rõ, không rõ, chưa biết, không biết, hỏi lại, để em hỏi, kiểm tra lại, kiểm lại, đếm lại, xem lại, coi lại, để em, để e, hình như, nghe nói, not sure, maybe, gì đó, đâu đó, chưa cộng, chưa tổng hợp, chưa thống kê, chưa báo, chưa chốt, chưa đếm, chưa xác định, đang đếm, đang rà, đang kiểm, i think, think, i guess, only counted, not yet, chắc, chưa vào được, chưa xong, bao nhiêu, hay chưa, phải không, giả sử, nếu, chờ kết quả, e là, chưa gom, chưa gom về, chưa gửi về, chưa về đủ, chưa đủ số, chưa có số, đúng không, đúng ko, được không
`;

/** What titles ask to have been done: `còn 60 thùng` is no answer to `Số thùng đã phát`. */
export const DEEDS =
  'đã, bán, phát, giao, trồng, tiêm, uống, khám, thu, nhận, tiếp nhận, giải quyết, nộp, đắp, nạo vét, dự, tham gia, cho mượn, đặt, dùng, ký, ủng hộ, tiêu hủy, tiêu huỷ, sơ tán, di dời, đi làm, doanh thu, doanh số, kích hoạt, hoàn thành, xử lý, xây, sửa chữa, chi phí, sold, delivered, done';
