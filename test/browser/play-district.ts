import { createExample } from '../../web/sandbox/example.js';
import { sandboxName } from '../../channels/sandbox/sandbox.js';
import { loadExample } from '../../store/sandbox-example.js';
import { organise } from '../harness/organisation.js';
import { findDirective, lastOf, openStage, type Actor } from '../harness/stage.js';
import type { World } from '../harness/world.js';

/** Everyday work of the example district, with every kind of answer in it: three directives in a week of the sandbox. */
export async function playDistrict(world: World) {
  const example = createExample(sandboxName, null);
  await loadExample(world.app.runtime.db, example, world.clock.now());
  const stage = openStage(world, 'sandbox');
  const people = organise(stage);
  const admin: Actor = example.admin;
  const groupOf = (code: string) => example.units.find((unit) => unit.code === code)!.group!;
  const give = (text: string) => people.give(admin, admin, text);
  const answer = (code: string, number: number, text: string, who = 0) => {
    const { externalId, members } = groupOf(code);
    const replyTo = findDirective(stage.shown(externalId), number).id;
    return stage.says(members[who]!, externalId, text, { replyTo });
  };
  const report = await give(
    '/giao #truonghoc hạn 17h thứ 4\nBáo cáo sĩ số đầu tuần\nMỗi trường gửi số lớp đã kiểm tra sĩ số và lý do nếu chưa đủ.',
  );
  const drains = await give(
    '/giao #xa hạn 17h thứ 6 nghiệm thu\nRà soát cống thoát nước trước mùa mưa\nKiểm tra từng tuyến cống chính, nạo vét đoạn tắc, chụp ảnh sau khi làm.',
  );
  const meeting = await give('/xacnhan khẩn #xa hạn 11h mai\nHọp giao ban huyện 14h thứ 5 tại hội trường');
  await world.fastForward('20m');
  await answer('TH01', report, 'xong 12/12 lớp');
  await answer('TH02', report, 'đang làm 60%');
  await answer('TH03', report, 'vướng: máy tính phòng giáo vụ hỏng, chưa nhập được');
  await answer('TH04', report, 'lớp ghép thì tính là một hay hai lớp?');
  for (const code of ['XA01', 'XA02', 'XA03', 'XA05', 'XA07']) await answer(code, meeting, 'đã rõ');
  await answer('XA01', drains, 'đã làm 70%, tiếp theo nạo vét đoạn chợ');
  await answer('XA02', drains, 'xong');
  await answer('XA03', drains, 'vướng: chưa có máy múc, đề xuất huyện hỗ trợ');
  await answer('XA04', drains, 'đã nhận');
  await answer('XA05', drains, 'xin gia hạn đến 17h thứ 2 tuần sau vì đang chờ vật tư');
  await answer('XA06', drains, 'anh em đang lo việc khác nữa nên cũng hơi căng');
  await stage.kicksBot(groupOf('XA11').members[0]!, groupOf('XA11').externalId);
  await world.fastForward('2d');
  await answer('TH02', report, 'xong');
  await answer('XA08', drains, 'xong, đã nạo vét 3 tuyến');
  await world.fastForward('40m');
  return {
    ...{ stage, admin, report, drains, meeting, answer, groupOf },
    /** What the bot said in a unit's group. */
    shownIn: (code: string) => stage.shown(groupOf(code).externalId).map(({ text }) => text),
    /** The link that the bot sends to `/web`. */
    async askLink(who: Actor = admin) {
      await stage.says(who, who, '/web');
      const { text } = lastOf(stage, who);
      return /http\S+/.exec(text)?.[0] ?? `no link in: ${text}`;
    },
  };
}
