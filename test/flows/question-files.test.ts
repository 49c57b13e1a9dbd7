import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { lastOf, type Actor, type Stage } from '../harness/stage.js';
import { startOnTwo } from '../harness/two-platforms.js';
import type { World } from '../harness/world.js';

/** An answer to a question with a picture or a file: XA01 is on Telegram, as the issuer is, XA02 on Zalo. */
describe.each(backends)('an answer with a file on %s', (backend) => {
  let world: World;
  let telegram: Stage;
  let zalo: Stage;
  let hanh: Actor;
  let long: Actor;
  let hoa: Actor;
  let groups: { here: string; there: string };

  beforeAll(async () => {
    const on = await startOnTwo(backend);
    const { here, there } = on;
    ({ world, telegram, zalo, hanh, long, hoa } = on);
    await here.addUnits(hanh, ['HUYEN UBND huyện', 'XA01 An Bình under HUYEN', 'XA02 Bình Minh under HUYEN']);
    groups = {
      here: await here.bind('Xã An Bình', [long], await here.inviteCode(hanh, 'XA01')),
      there: await there.bind('Xã Bình Minh', [hoa], await here.inviteCode(hanh, 'XA02')),
    };
    await here.give(hanh, hanh, '/giao XA01 XA02 hạn 17:00 27/11/2026\nKiểm kê vật tư');
  });
  afterAll(() => world.stop());

  const answers = async (text: string, more: object) => {
    world.telegram.says({ chat: Number(hanh.id), from: Number(hanh.id), text, ...more });
    await world.settle();
    return lastOf(telegram, hanh).text;
  };
  const shownHere = () => world.telegram.shown(Number(groups.here)).at(-1)!;

  test('brings it along where the group can see it, also without a word', async () => {
    await telegram.says(long, groups.here, '/baocao 1 nộp theo mẫu nào ạ?');
    const replyTo = Number(lastOf(telegram, hanh).id);
    expect(await answers('Theo mẫu này.', { replyTo, photo: true })).toBe(
      'Đã chuyển câu trả lời về #1 tới XA01.',
    );
    expect(shownHere().text).toBe('Trả lời câu hỏi về #1:\nTheo mẫu này.');
    expect(shownHere().attachments).toHaveLength(1);
    await answers('', { replyTo, document: { fileName: 'mau.docx', content: 'x' } });
    expect(shownHere().text).toBe('Trả lời câu hỏi về #1:');
    expect(shownHere().attachments).toHaveLength(1);
  });

  test('says so where the group can not', async () => {
    await zalo.says(hoa, groups.there, '/baocao 1 nộp theo mẫu nào ạ?');
    const replyTo = Number(lastOf(telegram, hanh).id);
    const document = { fileName: 'mau.docx', content: 'x' };
    expect(await answers('Theo mẫu này.', { replyTo, document })).toBe(
      'Đã chuyển câu trả lời về #1 tới XA02. Nhóm đó không xem được tệp gửi kèm; hãy chuyển tệp bằng cách khác.',
    );
    expect(lastOf(zalo, groups.there).text).toContain('Theo mẫu này.\n(Tin này có kèm tệp mau.docx');
  });
});
