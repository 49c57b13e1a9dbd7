import type { Words } from './tags.js';

/** `gửi đi thẩm định`, `mang đi in`: what others are to do with it. */
const HANDED_ON = ['gửi', 'gửi đi', 'chuyển', 'chuyển đi', 'đưa đi', 'đem đi', 'mang đi', 'cầm đi'].flatMap(
  (verb) =>
    'thẩm định,xét duyệt,phê duyệt,duyệt,lấy ý kiến,xin ý kiến,góp ý,sửa,bảo hành,kiểm định,xét nghiệm,in,công chứng,trình ký,ký,đóng dấu,lấy dấu'
      .split(',')
      .map((what) => (verb.includes(' ') || what.includes(' ') ? `${verb} ${what}` : `!${verb} ${what}`)),
);

/** `thấy thông báo`, `coi công văn`: what was read is no work that was done. */
const SEEN = [
  'thấy',
  'coi',
  'xem',
  'đọc',
  'đọc xong',
  'xem xong',
  'coi xong',
  'ngó',
  'mở',
  'nhận',
  'nhận được',
  'đọc được',
  'coi được',
  'nghe',
  'tải',
].flatMap((verb) =>
  'thông báo,tb,báo cáo,công văn,văn bản,kế hoạch,tin nhắn,hướng dẫn,phân công,file,mail,giấy mời,công điện,quyết định,danh sách,lịch'
    .split(',')
    .map((what) => `${verb} ${what}`),
);

/**
 * What an office does. A verb says that the work is done only with `đã`, `rồi`, `xong` or the like around it, so the
 * list can be long: a verb that is missing is asked back.
 */
export const VERBS: Words = {
  complete: `êm xuôi rồi, êm xuôi hết rồi, êm xuôi hết, xong trọn, xong trọn vẹn, ký đủ cam kết, ký đủ bản cam kết, xong gọn, xong gọn gàng, xong gọn lẹ, xong trước hạn luôn, xong sớm luôn, ht rồi, đã ht, ht xong, lo xong, lo xong xuôi, lo xong hết, sent, finish, complete, chạy lại ngon lành, chạy ngon lành, chạy lại ngon, chạy lại tốt, đủ chỉ tiêu, đạt đủ chỉ tiêu, xong, chuẩn bị đâu ra đó, chuẩn bị đâu ra đấy, chuẩn bị đâu vào đấy, chuẩn bị đâu vào đó, đâu ra đó, đâu ra đấy, đâu vô đó, đâu vô đấy, chạy lại bình thường, hoạt động lại bình thường, hoạt động lại, sáng lại, chạy lại được, lấy đủ, gom đủ, nghiệm thu đạt, nghiệm thu đạt yêu cầu, kiểm tra đạt, kiểm định đạt, thẩm định đạt, test đạt, đạt nghiệm thu, được nghiệm thu, thành công, thành công tốt đẹp, chuẩn bị xong, tiến hành xong, hoàn thiện xong, đã rồi, xong xuôi, hoàn thành, hoàn tất, hoàn thành xong, đã ht, ht xong, dứt điểm, đâu vào đấy, done, xong việc, xong hẳn, kết thúc, đã hết việc, hoàn thành nhiệm vụ,
    hoàn thành công việc, hoàn thành báo cáo, hoàn thành mục tiêu, hoàn thành kế hoạch, hoàn thành chỉ tiêu, hoàn thành công tác chuẩn bị, hoàn thành dự kiến, xong báo cáo, về đích, ok xong, cán đích,
    xong béng, xong tuốt, hoàn công, xong phần việc, xong nhiệm vụ, hoàn thành xuất sắc, hoàn thành tốt, xong đâu vào đấy, trọn gói, hoàn chỉnh`,
  hand: `nộp tận tay, giao tận cửa, phát tận cửa, bỏ vào mail, bỏ vô mail, bỏ vào hộp thư, bỏ vào drive, bỏ lên drive, bỏ vào nhóm, bỏ vô nhóm, thả vào nhóm, thả vô nhóm, quăng vào nhóm, quăng lên nhóm, giao tận tay, giao tận nhà, phát tận tay, phát tận nhà, đưa tận tay, đưa tận nhà, chuyển tận tay, gửi tận tay, trao tận nhà, đã đăng tin, đã đăng bài, trả lời phiếu khảo sát, trả lời phiếu, trả lời khảo sát, đẩy dữ liệu, đẩy dữ liệu lên, đến tay, tới tay, đến tận tay, trao tận tay, trả lời công văn, trả lời văn bản, trả lời đơn, mang lên, mang qua, mang sang, mang ra, đem lên, đem qua, đem nộp, mang nộp, cầm lên, chuyển qua, đưa qua, nộp tiền, nộp thuế, nộp phí, đóng tiền, đóng phí, đóng quỹ, gởi, nộp, gửi, gửi báo cáo, nộp báo cáo, báo cáo, nộp bài, gửi bài, gửi lên, nộp lên, giao nộp, bàn giao, chuyển, chuyển chuyển giao, chuyển hồ sơ, chuyển lên, trả kết quả, phản hồi,
    báo số liệu, chốt, chốt số liệu, chốt sổ, chốt ca, chốt danh sách, up, upload, submit, send, email, fwd, forward, share, tải lên, đẩy lên, đưa lên, gửi kèm, bấm gửi, bấm nộp, nhấn gửi, đăng tải, nộp bù, gửi bù, gửi bản cứng, nộp bản cứng,
    gửi file, nộp hồ sơ, gửi hồ sơ, báo kết quả, gửi kết quả, gửi danh sách, nộp danh sách`,
  work: `thay bóng đèn, thay đèn, lắp bóng đèn, lắp đèn, sửa bóng đèn, sửa đèn, hạ xuống, hạ biển, !hạ bảng, !hạ bạt, hạ rạp, hạ ngọn, !hạ cây, !bế lên, cõng lên, dìu lên, bưng lên, khiêng lên, khuân lên, vác lên, khuân vào, hốt bùn, hốt rác, hót rác, hót đất, cào bùn, cào rác, lượm rác, nhặt rác, !khuân, !hốt, !hót, đã công khai, công khai danh sách, công khai kết quả, công khai kinh phí, công khai tài chính, công khai thu chi, công khai dự toán, công khai quyết toán, công khai số liệu, ký giấy cam kết, ký đơn cam kết, ký phiếu cam kết, ký tờ cam kết, dán tờ rơi, treo tờ rơi, rải tờ rơi, dán áp phích, dán pa nô, ủ chua, ủ phân, ủ rơm, ủ cỏ, dán giá mới, thay giá mới, dán nhãn mới, dán tem mới, rút khỏi kệ, rút khỏi quầy, rút hàng, rút sạch hàng, gỡ xuống, đã số hóa, nhập số liệu, in đề thi, ra đề thi, sao đề thi, đăng ký thi đua, !công nhận, chi tiền, thi đấu, ký giao nhận, giao nhận, !xuất, đóng hồ sơ, đóng quyển, lưu kho, chi lương, chuyển lương, thu mua, đặt vé, !đặt, đặt tiệc, đổ xăng, bơm lốp, trả phòng, nhận phòng, trả hàng, trả sách, lát nền, cài win, lên đơn, đổi giá, đổi tem, !đổi, giao ca, !soát, !mở, !bán, !ủi, !nấu, !bày, trưng bày, !nhổ, !xịt, !rắc, !tháo, !gỡ, !nối, !hàn, !buộc, !căng, !phủ, !che, !bọc, ghi danh, phỏng vấn, !tuyển, lấy chữ ký, lấy dấu, nộp phạt, soát vé, dò lại, chuyển viện, xuất viện, tư vấn, lên kệ, xuất hóa đơn, đã sơ tán, đã phân bổ, đã phân loại, đã phân phát, đã phân luồng, bàn giao mặt bằng, giải phóng mặt bằng, !trả, khóa sổ, !đăng, đăng ký, đăng bài, cập nhật, cập nhập, nhập, nhập liệu, nhập điểm, lên điểm, vào điểm, vào sổ, ghi sổ, chấm điểm, chấm thi, chấm,
    chấm bài, kiểm thực, !điền, !khai, khai báo, kê khai, !ký, ký số, ký kết, ký cam kết, ký bản cam kết, ký hợp đồng, ký giấy, ký nhận, đóng dấu, phê duyệt, duyệt, ban hành, phát hành, công bố, niêm yết,
    !dán, treo, !gắn, gắn biển, !cắm, cắm mốc, cắm biển, !dựng, !kẻ, !sơn, !vẽ, tổ chức, tổ chức họp, thực hiện, tập huấn, tuyên truyền, vận động, phổ biến, quán triệt,
    phát thanh, đọc loa, đọc trên loa, đọc qua loa, bắc loa, phát loa, phát sóng, tiếp sóng, thông báo, đã thông báo, ra thông báo, mở lớp, khai giảng, bế giảng, diễn tập, thao diễn, sinh hoạt, tọa đàm, tổng kết, sơ kết, khen thưởng, phát thưởng, !trao, trao quà,
    trao thưởng, tặng, tặng quà, !thăm, thăm hỏi, hỗ trợ, ủng hộ, quyên góp, phát, phát quà, phát sách, phát thuốc, phát giấy mời, cấp, cấp phát, cấp thẻ, cấp giấy, cấp đổi, cấp thuốc, phân phát, phân bổ,
    phân loại, phân luồng, !chia, giao hàng, ship, giao tận nơi, kiểm tra, kiểm, kiểm kê, kiểm kho, kiểm hàng, kiểm đếm, kiểm định, kiểm quỹ, rà soát, rà, ra soát, đối chiếu,
    đối soát, thẩm định, thẩm tra, xác minh, nghiệm thu, xét nghiệm, giám sát, thanh tra, thanh lý, !hủy, tiêu hủy, chôn lấp, thu hồi, xử lý, giải quyết, xử phạt, lập biên bản, hòa giải, đối thoại,
    tiếp dân, khắc phục, khắc phục hậu quả, khắc phục sự cố, xử lý sự cố, sửa lỗi, soát lỗi, soát lỗi chính tả, xử lý lỗi, sửa, sửa chữa, !chữa, !vá, tu sửa, duy tu, bảo dưỡng, bảo trì, bảo hành, !thay, thay mới, thay thế, thay bóng,
    nâng cấp, lắp, lắp đặt, ráp, lắp ráp, đấu nối, !cài, cài đặt, hiệu chỉnh, hiệu chuẩn, chỉnh trang, sao lưu, lưu trữ, lưu hồ sơ, khôi phục, !reset, vận hành thử, chạy thử, test, tiêm, tiêm chủng,
    tiêm phòng, tiêm vét, chích, chích ngừa, !chủng, phun, phun thuốc, phun khử khuẩn, phun hóa chất, khử khuẩn, khử trùng, sát khuẩn, tiêu độc, khám, khám sức khỏe, điều trị, cách ly, khoanh vùng,
    cho uống, cho ăn, !cân, !đo, cân đo, đo đạc, xét tuyển, cấp cứu, truyền dịch, !mổ, thăm khám, uống thuốc, cho uống thuốc, lấy máu, test nhanh, dọn, dọn dẹp, !dẹp, dẹp bỏ, dẹp dọn, dọn vệ sinh, vệ sinh, tổng vệ sinh,
    quét, quét dọn, lau, lau chùi, lau dọn, rửa, !tẩy, tẩy rửa, !giặt, hút bụi, thu gom, !gom, đổ rác, phát quang, phát dọn, phát cỏ, cắt cỏ, cắt tỉa, chặt tỉa, !tỉa, !tưới, trồng, trồng cây, trồng dặm,
    !cấy, !gieo, gieo cấy, gieo sạ, !gặt, !cày, bừa, !bón, bón phân, thu hoạch, làm cỏ, bơm, bơm nước, tháo nước, xả nước, xả tràn, nạo vét, khơi thông, thông cống, thông tắc, đào, !lấp, san lấp, !đắp,
    đắp đê, gia cố, !kè, chằng chống, trải, !rải, rải đá, đổ bê tông, !đổ, lợp, xây, thi công, tháo dỡ, !dỡ, làm đường, !trám, trát, !ốp, lát gạch, !rào, rào chắn, chốt chặn, ra quân, tuần tra,
    di dời, sơ tán, di tản, cứu hộ, cứu trợ, tập kết, bốc xếp, bốc dỡ, vận chuyển, !chở, !kéo, khiêng, bưng, dời neo đậu, !thả, thả giống, thu, thu quỹ, thu tiền, thu phí, thu nợ, chi trả,
    chuyển khoản, chuyển tiền, thanh toán, quyết toán, giải ngân, hoàn ứng, tạm ứng, hoàn trả, !đóng, hạch toán, đối chiếu công nợ,
    lập phiếu, xuất kho, nhập kho, nhập hàng, xuất hàng, đóng gói, đóng hàng, lên hàng, bày hàng, dán giá, thay giá, kiểm hạn, cắt sổ, khóa kho, !bầu, kết nạp, kiện toàn,
    thành lập, ra mắt, phổ cập, coi thi, !thi, ôn tập, dạy bù, dự giờ, xếp lớp, chia lớp, sắp xếp, bố trí, trang trí, trang bị, chuẩn bị đủ, chuẩn bị đầy đủ, làm,
    làm báo cáo, làm sạch, làm vệ sinh, làm thủ tục, làm hồ sơ, làm bù, tham gia, tham gia đầy đủ, tham dự, !dự, có mặt đầy đủ, góp ý, cho ý kiến, bổ sung, đính kèm, đính chính, chỉnh sửa, ghi, ghi nhận lại,
    scan, check hết, check đủ, fix, update, setup, set up, print, photo, !chụp, chụp ảnh, !quay, !in, in ấn, !dịch, đánh máy, !gõ, sửa sai, chốt phương án, !chọn, bình xét, xét duyệt, cho nghỉ, !đón, đón đoàn, !tiễn, đưa
    đưa trực ca, thay ca, điểm danh, chấm công, tính lương, trả lương, phát lương, đặt xe, đặt phòng, đặt lịch, !mua, mua sắm, !sắm, bàn giao ca, nhận bàn giao, niêm phong, !cất,
    cất kho, di chuyển, !tắt, !bật, !khóa, mở khóa, !cúng, dâng hương, !viếng, treo cờ, treo băng rôn, thả cá, kích hoạt, tất toán,
    khảo sát, thống kê, tổng hợp, tập hợp, cấp cho,
    chằng buộc, !kê cao, !kê dọn, xếp dọn, sắp đặt, bốc vác, kiểm phiếu, bỏ phiếu, !đăng tin, !đưa tin, quay phim, !dựng phim, !dựng clip, biên tập, thu âm, phát tờ rơi, dán thông báo, treo thông báo, dán nhãn, gắn nhãn, dán tem, đóng thùng, !đóng bao, đóng kiện, !bốc hàng, !dỡ hàng, !xuống hàng, !chất hàng, !cân hàng, nhập số, nhập máy, phát phiếu, thu phiếu, thu bài, trả bài, phát bài, !ra đề, !in đề, !sao đề, phô tô, đóng cuốn, lưu file, sao chép, !vá lỗi, backup, deploy, cấu hình, phân quyền, cấp quyền, mở tài khoản, đổi mật khẩu, khởi động lại, !đấu dây, !kéo dây, !kéo cáp, !đi dây, đào mương, !đào hố, !đắp bờ, !đắp đập, !be bờ, !tát nước, bơm tát, tiêu úng, xuống giống, !làm đất, cày ải, lên luống, phủ bạt, che bạt, tỉa cành, !làm giàn, !thu hái, xay xát, rắc vôi, rải vôi, !đỡ đẻ, kéo lưới, thả lưới, !thay nước, sục khí, vớt bèo, vớt rác, gom rác, đốt rác, xúc đất, san gạt, san nền, lu lèn, trải nhựa, thảm nhựa, !đổ nền, !đổ móng, !đổ mái, !đổ trần, !dựng cột, ghép cốp pha, buộc thép, quét vôi, bả matit, chống thấm, chống dột, hút hầm cầu, hút bể phốt, châm mực, !thay mực, !đổ mực, nạp gas, !thay dầu, thay nhớt, vá lốp, rửa xe, !đăng kiểm, đóng bảo hiểm, mua bảo hiểm, rút tiền, gửi tiền, ký duyệt, ký nháy, xin chữ ký, !xin dấu, công chứng, chứng thực, !sao y, !trả giấy, !trả thẻ, trao thẻ, !trao bằng, phát bằng, xếp ghế, !kê bàn, !kê ghế, !kê bàn ghế, !dựng rạp, !dựng sân khấu, !căng bạt, treo phông, !căng phông, cắm hoa, tổng duyệt, khai mạc, bế mạc, !làm lễ, trao giải, bốc thăm, xếp lịch, sắp lịch, lên thực đơn, sơ chế, nấu ăn, !chia cơm, !chia suất, phát cơm, lưu mẫu, !rửa bát, !rửa chén, tiệt trùng, hấp sấy, thay băng, cắt chỉ, băng bó, !kê toa, !kê đơn, hội chẩn, chuyển tuyến, điều phối, điều động, điều xe, !phân ca, !chia ca, !xếp ca, !chốt lịch, !chốt công, chốt lương, duyệt công, duyệt chi, so khớp, khớp số, khớp sổ, kết chuyển, xuất báo cáo, xuất file, kết xuất, trích xuất, lọc danh sách, gộp file, ghép file, nén file, đánh số, !đánh mã, gán mã, dán mã, !đăng web, lên web, đăng fanpage, post, post bài, livestream, huấn luyện, bồi dưỡng, tuyển sinh, phát học bổng, trao học bổng, chào cờ, !đưa đón, !đón khách, hủy lịch, dời lịch, đổi lịch, !đổi ca, đổi phòng, !đổi vé, !mua vé, !in vé, !bán vé, !sơ cứu, giải cứu, thu giữ, tịch thu, cưỡng chế, giải tỏa, bồi thường, chi trả đền bù, lên form, lên drive, lên ggdrive, lên google drive, lên onedrive, lên cloud, lên cổng dịch vụ công, lên hệ thống, nhập hệ thống, lên phần mềm, liên thông, số hóa, chuyển kho, điều chuyển, luân chuyển, trả kho, kiểm nhập, căn chỉnh, cân chỉnh, đo kiểm, thử tải, phun sơn, quét sơn, đánh bóng, neo đậu, neo chằng, giằng néo, chằng néo, !kê, !xếp, !hấp, !sấy, !phơi, !hái, !vớt, !xúc, !múc, !khoan, !cưa, !đục, !khâup, !gộp, !lọc, !xóa, !đốt, !chôn, !lùa, !nhốt, !ươm, !gói, !đong, !nạp, !sạc, !bốc, !cẩu, !giăng, !lót, !ghim, !neo, !mần, đậy kín, bịt kín, rào kín, che kín, !đậy, !bịt, !nắn, !sang sửa, thông xe, đưa vào sử dụng, tháo gỡ biển, !dựng lại, !thu dọn, tập kết vật liệu, vận hành, !chạy máy, !thử máy, thông nước, thông tuyến, rải đá, rải nhựa, rải thảm, !cắt, !dắt, !khơi, !dâng`,
  draft: `họp tổ dân phố, họp khu dân cư, họp khu phố, đặt hàng, đặt mua, đặt cọc, đăng ký lịch, thống nhất, soạn, soạn thảo, !viết, !dựng file, !lập, lập danh sách, lập hồ sơ, lên danh sách, lên khung, lấy mẫu, lấy số liệu, lấy ý kiến, thu thập, họp, họp dân, họp tổ, họp bàn, họp phụ huynh, họp cha mẹ, họp cha mẹ học sinh, họp cmhs, họp phhs, thiết kế, !trình,
    trình ký, trình duyệt, trình lãnh đạo, mua vật tư, !đếm, !dò, !thảo, !mời, gom số liệu, lên lịch, dự toán, lập dự toán`,
  prep: `gửi báo giá, xin báo giá, lấy báo giá, gửi thợ, gửi thợ sửa, giao thợ, giao thợ sửa, mang thợ sửa, đưa thợ sửa, mang ra thợ, mang ra tiệm, đem ra tiệm, đem tiệm sửa, gửi hãng sửa, gửi hãng, ${HANDED_ON.join(', ')}, đi xem, đi coi, đã chuẩn bị, đã phân công, trả lời, hồi âm, triển khai, chuyển cho, gửi cho ban giám hiệu, chuyển lời, tham mưu, liên hệ, phân công, giao, giao việc, giao cho, giao nhiệm vụ, chỉ đạo, chỉ đạo các, nhắc, nhắc nhở, đôn đốc, xin, hỏi, cử,
    lên kế hoạch, xây dựng kế hoạch, có kế hoạch, lập kế hoạch, đề ra, báo cáo xin, gửi văn bản đề nghị, gửi công văn xin, gửi công văn đề nghị, gửi tờ trình, gửi đề nghị, gửi văn bản xin, gửi xin ý kiến, nộp đơn xin, xin ý kiến,
    trình xin, làm việc với, làm đơn, làm tờ trình, báo cáo lãnh đạo, báo cáo cấp trên, báo lãnh đạo, làm việc, làm hỏng, làm mất, làm một ít, phối hợp, trao đổi, thống nhất lịch, gọi, gọi điện,
    gọi thợ, gọi cho, nhắn, nhắn tin, nhắn cho, báo, báo cho, báo thợ, huy động, chủ động, rút kinh nghiệm, quên, giục, hối, kêu thợ, nhờ bên, liên lạc, chuẩn bị làm,
    đã chuẩn bị làm, thử, thử lại, tập trung, mượn, !thuê, đến nơi, vào cuộc, ra hiện trường, lên xe, xuống cơ sở, có lịch`,
  take: `ghi sổ tay, ghi vào sổ tay, ghi vào lịch, ghi lịch, note lịch, note lại, lưu lịch, lưu vào lịch, cho vào lịch, đặt lịch nhắc, check mail, check tin, check tin nhắn, check zalo, check thông báo, !nhân được công văn, !nhân được thông báo, !nhân được văn bản, !nhân được cv, !nhân được tb, ${SEEN.join(', ')}, ghi nhớ, lưu ý, chú ý, nhận, nhận được, nhận đủ, tiếp nhận, hiểu, xem, xem qua, đọc, biết, nghe, nghe rõ, rõ, !nắm, nắm bắt thông tin, nắm bắt tình hình, nắm thông tin, nắm rõ, hiểu rõ, nắm được, nắm tình hình, tiếp cận, nhận thông báo,
    nhận văn bản, nhận chỉ đạo, nhận tin, nhận thông tin, nhận công văn, nhận nhiệm vụ, nhận việc, nhận lệnh, thấy tin, đọc tin, xem tin, tiếp thu, nhìn thấy tin, note, lưu`,
  undo: `mail dội lại, bị dội lại, dội lại mail, dội về, rút về sửa, lấy lại sửa, lấy lại để sửa, lấy về sửa, lấy về để sửa, rút báo cáo, rút hồ sơ, xin rút, xin rút lại, nhầm, gửi nhầm, nộp nhầm, báo nhầm, nhập nhầm, ghi nhầm, !lộn, gửi lộn, sai, gửi sai, nhập sai, in sai, làm sai, bị trả lại, bị trả trả trả lại, bị trả, rút lại, thu hồi lại, bị hủy, bị bác, bị từ chối, bị loại, !chưa đạt, !không đạt, chưa đạt yêu cầu, không đạt yêu cầu, phải làm lại, phải sửa, phải sửa lại, bắt sửa lại, bắt làm lại, phải in lại, phải nộp lại, phải gửi lại, yêu cầu làm lại, yêu cầu sửa, cần sửa lại, bị lỗi phải, làm lại từ đầu, đọc nhầm, nhìn nhầm, hiểu nhầm, nói nhầm, bấm nhầm, không đúng mẫu, sai mẫu, chưa đúng mẫu, nhầm lẫn, em nhầm, em lộn, đính chính lại`,
  again: `lại`,
};
