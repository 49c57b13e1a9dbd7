/** How a figure stands to what was asked for, by the words around it. */
export const RELATIONS = `
then	hôm qua, hqua, hôm kia, hôm trước, bữa qua, bữa trước, bữa kia, tuần trước, tuần rồi, tháng trước, tháng rồi, năm ngoái, năm trước, kỳ trước, đợt trước, lần trước, sáng qua, chiều qua, tối qua, đêm qua, yesterday, last week, last month, last year, hồi trước, lúc trước, trước đó, trước đây, đầu kỳ, cùng kỳ, hồi sáng, báo cáo trước, báo cáo cũ, ban đầu, lúc đầu, was, previously, before, hồi tháng
sofar	lũy kế, luỹ kế, cộng dồn, từ đầu năm, từ đầu tháng, từ đầu vụ, từ đầu đợt, so far this year, cumulative
ahead	ngày mai, mai, sáng mai, chiều mai, tuần sau, tháng sau, năm sau, hôm sau, ngày kia, tomorrow, next week, !sắp, !sẽ, đợt sau
now	hôm nay, nay, hnay, bữa nay, tuần này, tháng này, năm nay, đợt này, kỳ này, hiện nay, hiện tại, hiện giờ, hiện, sáng nay, trưa nay, chiều nay, tối nay, đêm nay, today, now, thực tế, đến nay, tới nay, hiện có, quý này, thực, thực dùng, now is, mới đo, mới nhất, vừa đo, vừa đếm, bây giờ, giờ là, đếm lại được, đếm lại là, đếm lại còn, đếm lại có, kiểm lại được, kiểm lại còn, kiểm lại có, kiểm tra lại được, kiểm tra lại là, kiểm tra lại còn, kiểm tra lại có, rà lại được, rà lại còn, rà lại có
plan	đăng ký, kế hoạch, chỉ tiêu, huy động, cần, mục tiêu, yêu cầu, dự toán, báo giá, danh sách, đàn, tổng đàn, dự trù, xin cấp, xin thêm, đề nghị, cấp thêm, expected, planned, target, need, nhu cầu, định mức, được giao, dự báo, kh, tạm ứng, !mời, khách mời, báo động, cho phép, tối đa, tối thiểu, ngưỡng, sức chứa, công suất, được phép, alarm, level, dự phòng, needed, required, requested, ordered, please send
must	!phải
maybe	dự kiến
change	vượt, sót, tăng, giảm, thêm, tăng thêm, bớt, hụt, chênh, lệch, kém, so với, ít hơn, nhiều hơn, more than, less than, less, nữa
rose	tăng lên, giảm xuống, lên thành, tăng lên thành, lên tới, lên đến
became	giảm còn, xuống còn, tụt còn, hạ còn, bớt còn, về còn, rút còn, rút xuống còn, hạ xuống còn, về bớt còn, giờ còn, giờ chỉ còn, nay còn, nay chỉ còn, hiện còn, bây giờ còn, hiện chỉ còn
left	còn, còn lại, tồn, dư, left, remaining, còn dư, in stock, tồn cuối, tồn kho, thừa, hiện còn, tồn lại, giữ lại, để lại, unused, giờ còn, giờ chỉ còn, nay còn, nay chỉ còn, hiện chỉ còn, bây giờ còn
undone	chưa, không, ko, not, hoãn, thiếu, còn thiếu, trừ, tồn đọng, hoàn, trả lại, chưa có, missing, ở lại, lưu ban, bỏ học, lost, pending, outstanding, out, nợ
absent	vắng, nghỉ, absent, nghỉ học, nghỉ ốm, nghỉ phép, xin nghỉ, vắng mặt, đi vắng, on leave, away, did not come
present	có mặt, đi học, hiện diện, present, đi làm, working, đi đủ, attended
joined	dự, tham dự, tham gia, đến dự, ra quân, dự họp, đi họp, cử, joined, attended, came, attending
done	xong, đã, hoàn thành, hoàn tất, giải quyết xong
broken	hỏng, hư, hư hỏng, broken, offline, not working, out of order, hỏng hóc
good	sẵn sàng, chạy được, đang chạy, còn chạy được, còn chạy, dùng được, còn dùng được, sử dụng được, xài được, chạy tốt, hoạt động, còn tốt, hoạt động tốt, working, online, chạy ok, chạy ngon, an toàn, bình thường, còn nguyên, không sao
vacant	trống, empty, vacant, available, còn trống
taken	đang nằm, có người nằm, occupied, đang dùng, kín, full
late	trễ hạn, quá hạn, hết hạn, overdue, expired, trễ
moved	sơ tán, di dời, di tản, đưa đi, đã đưa, evacuated
part	trong đó, gồm, bao gồm, bhyt, bảo hiểm, including, of which, tiền mặt, chuyển khoản, ck, riêng, nhập viện, chuyển viện, nặng, tử vong, có phép, không phép
group	trẻ em, trẻ con, người già, cụ già, phụ nữ, mang thai, khuyết tật, thai sản
women	nữ, girls, female
men	nam, boys, male
outof	trên, trên tổng, trên tổng số, out of, of, trong tổng, trong tổng số, trong số, trên tổng cộng
each	bình quân, trung bình, each, !giá, đơn giá, !mỗi, mỗi em, mỗi hộ, mỗi người, mỗi nhà, mỗi lớp, mỗi bộ, mỗi thùng, mỗi bao, mỗi hộp, mỗi suất, mỗi ngày, mỗi vỉ, mỗi bạn, mỗi cháu, mỗi trường, mỗi thôn, mỗi xã, mỗi xe, mỗi cái, mỗi gói, mỗi phòng, mỗi đứa, mỗi tổ, mỗi điểm, mỗi con
morning	sáng, buổi sáng, ca sáng, morning, sáng nay
noon	trưa, buổi trưa, trưa nay
afternoon	chiều, buổi chiều, ca chiều, afternoon, chiều nay
evening	tối, buổi tối, ca tối, đêm, evening, tối nay, đêm nay
whole	tổng, tổng cân, tổng cộng, tổng số, cộng, cộng lại, cả ngày, cả thảy, tất cả, total, altogether, !sĩ số, si so, in total, cả hai, gộp lại, cả lớp, cả trường, toàn trường, toàn xã, toàn huyện, toàn thôn, cả khối, cả xã, cả thôn, cả ấp, cả xóm, cả quý, cả tuần, cả tháng, cả năm, cả đợt, cả buổi, cả đội, cả tổ, cả phòng, cả đơn vị, cả nhóm, cả khu, cả cụm, cả phường, cả huyện, cả khóm, cả làng, cả ca, toàn đơn vị, toàn phường, toàn khối, hết thảy, tính chung, tính chung là, tính tổng, tính gộp, gộp, gộp chung, cộng hết, tất tần tật, sau thuế, gồm VAT, có VAT, cả VAT, gồm thuế, cả thuế, tong, cong, tong cong, combined, sum
equals	tức, tức là, bằng, tương đương, tương ứng, vị chi, quy ra, thành ra, nghĩa là, suy ra, tính ra, ra tổng, còn đúng
so	nên, nên có, nên còn, nên chỉ còn, nên chỉ có, do đó, vậy là, vậy còn, thế là, vậy, vậy tổng, thành, hence, so only, so just, so we, so now, nên đi, nên làm
place	lớp, khối, thôn, ấp, xóm, bản, khoa, tổ, đội, khu, kho, phòng, điểm, cơ sở, chi nhánh, shop, quầy, huyện, tỉnh
filler	bạch đàn, nếu cần, nếu thiếu, nếu sai, nếu có gì, if needed, hoàn toàn, chiều dài, chiều cao, chiều rộng, chiều sâu, chiều ngang, nằm trong, cho chắc, cho chắc ăn, xin nghỉ phép, đơn xin nghỉ, nhà nghỉ, handed out, given out, hand out, dự trữ, thiếu niên, thiếu nhi, dự sinh, tổ chức, nước sạch
away	cách, rộng, bề rộng, chiều rộng
unsure	có lẻ, !hả, !hở, là cùng, đổ lại, trở xuống, chưa chắc, không chắc, chưa rõ, không rõ, chưa biết, không biết, hỏi lại, để em hỏi, kiểm tra lại, kiểm lại, đếm lại, xem lại, coi lại, để em, để e, hình như, nghe nói, not sure, maybe, gì đó, đâu đó, chưa cộng, chưa tổng hợp, chưa thống kê, chưa báo, chưa chốt, chưa đếm, chưa xác định, đang đếm, đang rà, đang kiểm, i think, think, i guess, only counted, not yet, chắc, chưa vào được, chưa xong, bao nhiêu, hay chưa, phải không, giả sử, nếu, chờ kết quả, e là, chưa gom, chưa gom về, chưa gửi về, chưa về đủ, chưa đủ số, chưa có số, đúng không, đúng ko, được không, mấy bạn kia, chiều mới nộp, chiều mới báo, chiều mới có, mai mới có, mai mới báo, tối mới có, not counted yet, not counted, chưa kiểm xong, chưa báo cáo, chưa gửi, chưa nộp lên, still checking, still counting, còn mấy
net	chưa VAT, chưa thuế, trước thuế, chưa gồm, chưa tính, không tính, chưa kể, không kể, không gồm, excluding
rate	mỗi giờ, một giờ, một ngày, mỗi tiếng, per hour, an hour
fixed	sửa được, sửa xong, khắc phục, khắc phục được, đóng lại được, khôi phục, xử lý được, xử lý xong, cấp lại, fixed, repaired, !thay, thay xong, thay được
meter	chỉ số, chỉ số cũ, chỉ số mới, số cũ, số mới, đồng hồ báo
gone	chuyển đi, chuyển trường, rời đi, bỏ về
cancelled	hủy, huỷ, hủy bớt, rút lui, cancelled
`;

/** What titles ask to have been done: `còn 60 thùng` is no answer to `Số thùng đã phát`. */
export const DEEDS =
  'đã, bán, phát, giao, trồng, tiêm, uống, khám, thu, nhận, tiếp nhận, giải quyết, nộp, đắp, nạo vét, dự, tham gia, cho mượn, đặt, dùng, ký, ủng hộ, tiêu hủy, tiêu huỷ, sơ tán, di dời, đi làm, doanh thu, doanh số, kích hoạt, hoàn thành, xử lý, xây, sửa, sửa chữa, thoát, xuất viện, khỏi, hiến, quyên góp, vận động, huy động, trao, tặng, phun, vệ sinh, dọn, kiểm tra, lắp, lắp đặt, bàn giao, phát quang, cài, cấy, gieo, thả, tập huấn, đào tạo, chi phí, sold, delivered, done';

/** Words that only begin or end as those do: `bán trú` is no sale. */
export const NO_DEEDS =
  'bán trú, bán kính, giấy khen, nhà vệ sinh, phòng vệ sinh, vệ sinh viên, trường dạy nghề, tặng phẩm, trung thu, mùa thu, đăng ký, dự trữ, dự kiến, dự toán, dự báo, dự phòng, dự án, máy phát, phát điện, phát thanh, phát triển, phát hiện, phát sinh, nước uống, đồ dùng, giao thông, giao ban, ký túc xá, nhận thức, khám phá';
