import type { Words } from './tags.js';

/**
 * The small words of a Vietnamese sentence: what denies, asks, makes a condition, or leads to another clause.
 * Of several phrases that fit the longest counts. `!` marks one that is only a guess when typed without its marks.
 */
export const SENTENCE: Words = {
  notYet: `còn trắng trơn, còn trắng nguyên, còn trắng tinh, chưa biết hôm nào, chưa biết bữa nào, chưa biết lúc nào, chưa biết chừng nào, chưa biết ngày nào, chx, not done, not yet, chưa, vẫn chưa, còn chưa, hãy còn chưa, vẫn còn chưa, hiện chưa, cũng chưa, mãi chưa, mãi vẫn chưa, mãi mà chưa, chưa hề, chưa từng, chưa bao giờ, chửa, chưa được, chưa kịp,
    đâu đã, đã đâu mà, làm gì đã, đâu có, làm gì có, làm gì có chuyện, làm sao mà, làm sao xong, sao mà xong, thế nào mà xong, làm sao đã, nào có, nào đã, có đâu, đâu phải, còn lâu, còn lâu mới, còn khuya, còn khuya mới, lâu mới, lâu lắm mới, đến bao giờ mới, biết bao giờ mới, biết đến bao giờ mới, đã làm đâu mà, chưa biết bao giờ, chưa biết khi nào, không biết bao giờ mới, không biết khi nào mới, chưa chi đã, chưa gọi là, chưa thể gọi là, chưa coi là, chưa thể coi là, chưa thể nói là, chưa dám nói là`,
  not: `không, !chẳng, chả, không hề, chẳng hề, không phải, chẳng phải, chưa phải, !hổng, đếch, không phải là, không phải vì`,
  cannot: `không thể, chưa thể, chẳng thể, không thể nào, không thể nào mà, mãi không, mãi chẳng, hoài không, hoài mà không, mãi mà không, cứ không, khó mà, khó có thể, khó lòng, không làm sao, không cách nào, không tài nào, không dám, không có cách nào`,
  noMore: `làm gì còn, đâu còn, không còn gì, không còn, chẳng còn, chả còn, hổng còn, hết còn, không còn phải`,
  denyAfter: `đâu, sao được, sao nổi, thế nào được, làm sao được, làm sao nổi, thế quái nào, gì mà, cái gì, nỗi gì, cái nỗi gì, kiểu gì, sao mà`,
  maybe: `từ kiếp trước, từ kiếp nào, từ kiếp nảo, ước chừng, ước tính, ước khoảng, ước đạt, ước được, độ chừng, còn tùy, tùy, tùy vào, tùy thuộc, có lẽ, chắc, chắc là, chắc cũng, hình như, dường như, có vẻ, có vẻ như, có khi, hay là, không chắc, không chắc lắm, chưa chắc, chưa chắc đã, chưa chắc chắn, hên xui, có khả năng, khả năng là, khả năng cao, theo em biết, theo tôi biết, em nghĩ, nghĩ là, !đoán, đoán là, em đoán, không nhớ, không nhớ rõ, không chừng, biết đâu, coi bộ, nghe chừng, xem chừng, xem ra, coi như, xem như, tạm coi là, áng chừng, thế nào cũng, kiểu gì cũng, liệu, chả biết, em không dám chắc, cũng không rõ, không dám chắc, có thể, chưa dám chắc, trừ khi`,
  said: `!mà đòi, nghe phong phanh, nghe đồn, nghe loáng thoáng, nghe hơi, trên tivi nói, trên ti vi nói, tivi nói, ti vi nói, trên mạng nói, trên mạng bảo, trên mạng đăng, đài nói, đài báo, đài đưa tin, báo đưa tin, !báo đăng, báo đăng là, trên báo nói, trên báo đăng, trên đài nói, trên loa nói, nghe loa nói, trên thời sự nói, !kìa, rồi kìa, xong kìa, nghe nói, nghe đâu, nghe bảo, thấy bảo, thấy nói, nghe đồn, nghe tin, !đồn, !đồn là, nói là, kể là, kể rằng, khoe là, bảo là, báo là, báo lại là, nói xong, bảo xong, báo xong, khoe xong, khoe, nghe kể, theo lời, nói đã, bảo đã, nói rằng, bảo rằng, nghe báo, thấy báo, ai đó`,
  believed: `mơ thấy, nằm mơ thấy, chúc các, chúc anh, chúc chị, chúc mọi người, chúc cả nhà, chúc toàn thể, xin chúc, cầu chúc, ai bảo em chưa, ai bảo chưa, ai bảo là chưa, ai nói em chưa, ai nói chưa, ai nói là chưa, đâu có chưa, đâu phải chưa, đâu phải là chưa, không phải chưa, không phải là chưa, chả phải chưa, nào phải chưa, có phải là chưa, !tưởng, cứ tưởng, tưởng là, tưởng đã, tưởng đâu, !ngỡ, !ngỡ là, cứ ngỡ, lẽ ra, đáng lẽ, !đáng ra, đúng ra, suýt nữa, suýt thì, giả vờ, có gì mà chưa, gì mà chưa, làm gì mà chưa, sao lại chưa, ước gì, giá mà, giá như, ước chi, ước sao, mong sao, phải mà, phải chi, tính là`,
  if: `nếu, nếu như, hễ, miễn, miễn là, giả sử, trước khi, đến khi, tới khi, khi mà, đợi khi, chờ khi, một khi, để khi, cho đến khi, cho tới khi, đến lúc, phải đến khi, đợi xong, chờ xong, khi, lúc nào mà, trong trường hợp, trường hợp mà, !nhỡ, ngộ nhỡ, !lỡ, trừ phi, đợi làm xong, chờ làm xong, nhỡ mà`,
  whenever: `khi nào, lúc nào, chừng nào, bao giờ, hôm nào, bữa nào, đến khi nào, đến bao giờ, tới khi nào, bao giờ mới, khi nào mới, đến bao giờ thì`,
  after: `sau khi, ngay sau khi, ngay khi, từ khi, kể từ khi`,
  favour: `giúp, giùm, dùm, hộ em, hộ với, !nhờ, làm ơn, giúp em, giúp với`,
  haveTo: `phải, cần phải, còn phải, buộc phải, lại phải`,
  must: `để bàn giao, để rà soát, !bảo, !kêu, !bắt, !đòi, cần, yêu cầu, !để, cho kịp, muốn, nên chăng, !lo, cho xong, để xong, !tính, !định, lệnh, thời hạn, deadline, bắt buộc, hãy, nhớ, cố mà, đang tính, đang định, !đừng, ký cam kết hoàn thành, cam kết hoàn thành, đăng ký hoàn thành, đã đăng ký hoàn thành, giao hoàn thành, hẹn hoàn thành, nhắc hoàn thành, hạn hoàn thành, thời hạn hoàn thành, kế hoạch hoàn thành, mục tiêu hoàn thành, chỉ tiêu hoàn thành`,
  letMe: `để đó em, để đó cho em, để đấy em, cứ để em, cứ để đó, để em, để tui, để bên tui, !chờ em, !đợi em, !chờ tí, !đợi tí, !chờ chút, !đợi chút, để tôi, để mình, để bọn em, để chúng em, để tụi em, để anh, để chị, để đơn vị, để trường, để bên em, để cháu, để nhà trường, cho em kiểm tra, để xã, để tổ, để trạm, để chúng tôi`,
  sayAfter: `thì báo, sẽ báo, rồi báo, rồi gửi, rồi nộp, thì gửi, thì nộp, rồi sẽ, báo sau, gửi sau, nộp sau, báo lại, gửi lại sau, là báo, là gửi, là nộp, mới tính, rồi tính, cái đã, xong đi, xong giúp, thì gọi, thì nhắn, rồi tính tiếp, bổ sung sau, báo cáo sau`,
  or: `hay`,
  ask: `đến đâu rồi, tới đâu rồi, mấy h, mấy h rồi, không cho em xin, không cho mình xin, không cho tôi xin, không cho em mượn, là bao nhiêu, cho em hỏi, cho hỏi, cho tôi hỏi, cho mình hỏi, xin hỏi, em hỏi, em muốn hỏi, muốn hỏi, bao giờ thì, ở đâu, cho ai, với ai, gặp ai, là ai, ai vậy, ai thế, mấy giờ, bao nhiêu, như thế nào, thế nào, ra sao, làm sao, tại sao, sao lại, !vì sao, là gì, gì vậy, gì thế, gì đây, mẫu nào, file nào, cái nào, chỗ nào, biểu nào, ngày nào, loại nào, bản nào, phòng nào, kiểu nào, ai phụ trách, qua đâu, vào đâu, về đâu, đâu vậy, đâu thế, được không, được chứ, phải không, có phải, có cần, có được không, hay không, không biết có, chưa hiểu, không hiểu, chưa rõ, không rõ, không biết, !hả, !à, bao lâu, khi nào thì, hướng dẫn giúp, xin hướng dẫn, chỉ giúp, là sao, thì sao, có không, hay sao, nhỉ, hay chưa, thật không, có phải là, sao vậy, sao thế, sao ạ`,
  which: `bộ phận nào, thành phần nào, đối tượng nào, trường hợp nào, hộ nào, xã nào, người nào, cơ quan nào, ban nào, khoa nào, nhóm nào, nào, gì, ai, !mô, !mấy, đơn vị nào, lớp nào, trường nào, thôn nào, tổ nào, nhà nào, chỗ nào mà, bạn nào`,
  cause: `vì, !do, bởi, bởi vì, tại vì, vì lý do, do là, nguyên nhân, lý do, lí do, vì lí do, do đó là, tại do, cũng vì, chỉ vì, lý do là, nguyên nhân là, lí do là`,
  hurdle: `khó khăn là, khó khăn nhất là, khó khăn chính là, vướng mắc là, vướng là, vướng chỗ, vướng ở chỗ, vướng mỗi, chỉ vướng, cái khó là, cái vướng là, vấn đề là, khó ở chỗ, kẹt ở chỗ, kẹt chỗ, khổ cái, tội cái, hiềm nỗi, có điều khó là, trở ngại là, bất cập là, tồn tại là, hạn chế là`,
  contrast: `nhưng, nhưng mà, tuy nhiên, !song, chỉ có điều, có điều, mỗi tội, !mà vẫn, tuy vậy, dù vậy, thế nhưng, thế mà, vậy mà, mà lại, ai ngờ, hóa ra, thật ra, thực ra, ai dè, nhưng lại, cơ mà, có cái, được cái, phải cái, khổ nỗi, mà cuối cùng, mà là, chứ không phải, chớ không phải, chứ hổng phải, chớ hổng phải`,
  although: `tuy, mặc dù, !dù, !dẫu, tuy là, mặc dầu, cho dù, !dù cho, !dù là`,
  so: `!nên, cho nên, vì vậy, vì thế, do đó, do vậy, bởi vậy, thành ra, thế nên, vậy nên, đành, đành phải, nên là`,
  then: `thì, thì mới làm được`,
  is: `là`,
  that: `mà`,
  wish: `chúc, chúc mừng, đi đường cẩn thận, cẩn thận nhé, giữ gìn sức khỏe, giữ sức khỏe, nghỉ ngơi, bảo trọng, bình an`,
  notOnly: `không những, !không chỉ, chẳng những, !không chỉ là`,
  have: `có`,
  suffer: `bị, gặp, gặp phải, !dính`,
  able: `được, !nổi, !xuể, kịp, được gì, nổi gì`,
  more: `nữa`,
  further: `thêm, nốt, nốt phần, tiếp, tiếp tục làm, làm tiếp`,
  ambiguous: `thôi xong, tích nhầm, tick nhầm, bấm nhầm, ấn nhầm, nhấn nhầm, chạm nhầm, lỡ bấm, lỡ tay bấm, xong đời, kho hoan thanh, da thu roi, doi em, ok hết, ok cả, ổn hết, ok hết rồi, ổn cả, de hoan thanh, roi ha, xong ha, sua chua xong, chua xong xuoi, phong chua xong`,
};
