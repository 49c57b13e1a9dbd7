import type { Words } from './tags.js';

/** How much of the work is meant, in Vietnamese, and the things that work is counted in. */
export const EXTENT: Words = {
  every: `bấy nhiêu, tất cả, toàn bộ, hết, hết cả, đủ, đầy đủ, cả, toàn thể, trọn vẹn, hết toàn bộ, đủ hết, hoàn toàn, hết sạch, mọi, !tất, đủ số lượng, hết ráo, ráo, sạch, hết trơn, đủ cả, hết lượt, đồng loạt, hết thảy, cả thảy, tất tần tật, trọn bộ, tất tật, toàn, đồng bộ, hết tất cả, toàn trường, toàn xã, toàn thôn, toàn huyện`,
  some: `chưa tới đâu, chưa đến đâu, chưa đâu vào đâu, chưa ăn thua, hai phần ba, ba phần tư, một phần ba, một phần tư, hai phần, ba phần, về mặt, về khoản, kha khá, được nhiều, được khá nhiều, khá nhiều, một phần, từng phần, một nửa, phân nửa, quá nửa, già nửa, hơn nửa, hơn một nửa, gần nửa, non nửa, nửa, một số, một vài, vài, lác đác, lưng chừng, giữa chừng, mới được, mới đạt, mới làm, mới có, được ít, được mấy, được vài, được một ít, được tí, được chút, một ít, được kha khá, nửa chừng, nửa đường, một bộ phận, một bên, một số bước, !từng, lần lượt, !dần, dần dần, !nửa đầu, !phần đầu, nửa buổi, quá bán, phần nào, lưng lửng, dang dở, mấy phần, một chút, một tí, ít, một góc, lẻ tẻ, rải rác, còn ngổn ngang, chừng nửa`,
  sketch: `bản nháp, nháp, bản thảo, dự thảo, bản dự thảo, bản sơ bộ`,
  only: `!chỉ, chỉ mới, mới chỉ, mới chỉ có, chỉ có, chỉ được, vẻn vẹn, có mỗi, !mỗi, chỉ xong, được mỗi, chỉ làm được, vỏn vẹn`,
  except: `trừ, ngoại trừ, chỉ trừ, trừ ra, riêng, riêng có, duy chỉ, duy có, mỗi tội còn, ngoài ra còn, không kể, ngoài ra, trừ mỗi, chưa kể`,
  left: `còn, vẫn còn, hiện còn, hãy còn, đang còn, còn lại, chỉ còn, còn mỗi, còn mấy, còn vài, còn một số, còn một vài, còn một ít, còn nhiều, còn phần, còn khâu, còn bước, còn đoạn, còn một, vẫn còn lại, còn một chút, còn ít, còn sót, còn tồn, còn nợ, tồn lại, sót lại, còn sót lại, !sót, !bị sót, sót mất, còn dư việc, còn có, còn độ, còn khoảng, còn tầm, vẫn thiếu, còn sót mất, còn cả đống, còn bộn, tồn đọng, còn tồn đọng, dư ra`,
  piece: `phần, bước, giai đoạn, đợt, khâu, mục, hạng mục, vòng, chương, phụ lục, đợt đầu, !công đoạn, phần việc đầu, vế, chặng`,
  member: `đoạn, bên, nội dung, !ý, !câu, lớp, tuyến, tuyến đường, khối, tổ, thôn, xóm, ấp, !bản, khu, khu phố, nhà, điểm, trường, xã, phường, trạm, đầu việc, tầng, dãy, phòng, móng, mái, !tường, nền đường, nền nhà, nền móng, file, biểu, khoa, quầy, kho, hộ, buổi, !ca, mũi, tiết, cụm, nhóm, đội, ban, máy, sân, cổng, khúc, hẻm, ngõ, kênh, mương, cống, hồ, đập, bếp, lô, chi nhánh, cửa điểm trường, làng, buôn, bảng, phiếu, hồ sơ, sổ,`,
};
