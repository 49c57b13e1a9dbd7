import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { escalateDirective } from '../../jobs/escalate-directive.js';
import { onceEach } from '../harness/casts.js';
import type { Place } from '../harness/stage.js';
import { openTown, type Town } from './town.js';

/** What goes up and what is decided there, the same on every platform. Steps go on from one another. */
describe.each(onceEach)('what goes up on $title', (cast) => {
  let on: Town;
  beforeAll(async () => {
    on = await openTown(cast, { ESCALATION_AFTER: '2h,1d,1d', SUMMARY_KINDS: 'year' });
    const { asks, people, hanh, binh, quang } = on;
    await asks(binh, binh, `/start ${await people.inviteCode(hanh, 'lead XA01')}`);
    await asks(quang, quang, `/start ${await people.inviteCode(hanh, 'lead HUYEN')}`);
  });
  afterAll(() => on.world.stop());

  const heard = (where: Place) =>
    on.stage
      .shown(where)
      .filter(({ text }) => /Chưa trả lời|chưa báo kết quả|báo vướng/.test(text))
      .map(({ at, text }) => {
        const time = DateTime.fromJSDate(at, { zone: 'Asia/Ho_Chi_Minh' }).toFormat('dd/MM HH:mm');
        return `${time} ${text}`;
      });
  const chooses = (label: string) => on.stage.chooses(on.hanh, on.hanh, label);
  const dueAt = async (n: number, unit = 'XA01') => (await on.part(n, unit)).dueAt?.toISOString();

  test('a unit’s “done” is accepted or given back, and the word for the unit is asked for', async () => {
    const { give, hanh, binh, chi, xa01, xa02, stage, last, part } = on;
    const n = await give('/giao #xa hạn 17:00 30/11/2026 nghiệm thu\nRà soát cống thoát nước');
    await stage.answers(binh, xa01, n, 'Xong');
    expect(last(hanh)).toContain(`XA01 Xã An Bình báo đã xong #${n}`);
    await chooses('Nghiệm thu');
    expect(last(xa01)).toBe(`#${n} đã được nghiệm thu.`);
    await stage.answers(chi, xa02, n, 'Xong');
    await chooses('Trả lại');
    expect(last(hanh)).toContain(`XA02 cần làm lại hoặc bổ sung gì ở #${n}?`);
    await chooses('Thiếu ảnh hoặc tài liệu kèm theo');
    expect(last(xa02)).toContain(`#${n} chưa được nghiệm thu: Thiếu ảnh hoặc tài liệu kèm theo`);
    expect([(await part(n)).state, (await part(n, 'XA02')).state]).toEqual(['accepted', 'returned']);
    await on.close(n);
  });

  test('a request for more time is granted by one choice, and everybody hears it', async () => {
    const { hanh, binh, xa01, stage, answer, last, asks } = on;
    const n = await on.task();
    await answer(binh, n, 'xin gia hạn thêm 2 ngày ạ');
    expect(last(xa01)).toBe(`Đề nghị gia hạn #${n} đã được chuyển tới người giao việc.`);
    const card = stage.shown(hanh).at(-1)!.text;
    expect(card.split('\n').slice(0, 4)).toEqual([
      `XA01 Xã An Bình xin gia hạn #${n} Rà soát cống thoát nước`,
      '“xin gia hạn thêm 2 ngày ạ”',
      'Hạn hiện nay: 17:00 thứ Hai 30/11/2026',
      'Xin đến: 17:00 thứ Tư 02/12/2026',
    ]);
    // Asking again while it waits makes no second request.
    await answer(binh, n, 'cho xã xin gia hạn đến 10/12 với');
    expect(last(xa01)).toBe(`#${n} đã có một đề nghị gia hạn đang chờ người giao việc trả lời.`);
    await chooses('Đồng ý: 17:00 thứ Tư 02/12/2026');
    expect(on.texts(hanh)).toContain(
      `Hạnh đã gia hạn #${n} cho XA01 Xã An Bình đến 17:00 thứ Tư 02/12/2026.`,
    );
    expect(on.texts(xa01).join('\n')).toContain(
      'Hạn mới: 17:00 thứ Tư 02/12/2026 (trước đây: 17:00 thứ Hai 30/11/2026)',
    );
    const { nextReminderAt, extended } = await on.part(n);
    expect([await dueAt(n), extended, nextReminderAt?.toISOString()]).toEqual([
      '2026-12-02T10:00:00.000Z',
      true,
      '2026-12-01T10:00:00.000Z',
    ]);
    expect(await on.db().approval.findMany({ where: { kind: 'more-time' } })).toMatchObject([
      { state: 'granted', openKey: null },
    ]);
    expect(await asks(hanh, hanh, `/nhatky ${n}`)).toContain(
      'gia hạn cho XA01 theo đề nghị: 17:00 30/11/2026 → 17:00 02/12/2026',
    );
    await on.close(n);
  });

  test('or refused with a word, or given another day, in words too', async () => {
    const { asks, hanh, binh, xa01, answer, last, part } = on;
    const says = (text: string) => asks(hanh, hanh, text);
    const n = await on.task();
    await answer(binh, n, 'xin lùi hạn vài hôm');
    expect(last(hanh)).toContain('Xin đến: chưa nói rõ');
    await chooses('Không đồng ý');
    await says('huyện phải gửi tỉnh trong ngày 30/11');
    expect(last(xa01)).toBe(
      `Chưa đồng ý gia hạn #${n}: huyện phải gửi tỉnh trong ngày 30/11. Hạn vẫn là 17:00 thứ Hai 30/11/2026.`,
    );
    expect((await part(n)).extended).toBe(false);
    await answer(binh, n, 'xin gia hạn đến 8h ngày 30/11');
    expect(last(hanh)).toContain('Xin đến: 08:00 thứ Hai 30/11/2026, không muộn hơn hạn hiện nay');
    await chooses('Không đồng ý');
    await says('hạn xin sớm hơn hạn hiện nay');
    await says('/lich giờ XA01 7h-16h30 T2-T6');
    await answer(binh, n, 'xin gia hạn đến 10/12');
    await chooses('Hạn khác');
    await says('2/12'); // until the end of the unit's own working hours
    expect(await dueAt(n)).toBe('2026-12-02T09:30:00.000Z');
    await says('/lich giờ XA01 bỏ');
    await answer(binh, n, 'xin gia hạn đến 10/12');
    await says(`/giahan ${n} XA01 không, vì đã gia hạn một lần`);
    expect(last(xa01)).toContain('vì đã gia hạn một lần');
    expect(await says(`/giahan ${n} XA01 đồng ý`)).toBe(
      `XA01 không có đề nghị gia hạn nào đang chờ ở #${n}.`,
    );
    await answer(binh, n, 'xong');
    await answer(binh, n, 'xin gia hạn thêm 1 ngày');
    expect(last(xa01)).toBe(`#${n} đã được ghi là xong nên không cần gia hạn.`);
    await on.close(n);
  });

  test('silence: lead in private, lead above, issuer; each once, with all units in one message', async () => {
    const { world, give, hanh, binh, quang } = on;
    const n = await give('/giao #xa hạn 17:00 24/11/2026\nKiểm tra kho vật tư');
    const head = `#${n} Kiểm tra kho vật tư`;
    world.clock.moveTo(new Date('2026-11-24T19:00:00+07:00'));
    const { id } = await on.db().directive.findFirstOrThrow({ where: { number: n } });
    const run = () => escalateDirective.run(world.app.runtime, String(id));
    const runs = await Promise.all([run(), run(), run()]);
    expect(runs.map(({ queued }) => queued).sort()).toEqual([0, 0, 1]);
    await world.until('2026-11-26T19:30');
    expect(heard(binh)).toEqual([
      [
        `24/11 19:00 ${head}`,
        'Hạn: 17:00 thứ Ba 24/11/2026 (quá hạn 2 giờ)',
        'Chưa trả lời (1): XA01 Xã An Bình',
        'Mong anh/chị cho đơn vị trả lời trong nhóm của đơn vị. Nếu cần thêm thời gian, cũng báo ở đó.',
      ].join('\n'),
    ]);
    expect(heard(quang)).toEqual([
      [
        `25/11 19:00 ${head}`,
        'Hạn: 17:00 thứ Ba 24/11/2026 (quá hạn 1 ngày)',
        'Chưa trả lời (2): XA01 Xã An Bình; XA02 Xã Bình Minh',
        'Mong anh/chị nhắc các đơn vị trên trả lời.',
      ].join('\n'),
    ]);
    expect(heard(hanh)).toEqual([
      [
        `26/11 19:00 ${head}`,
        'Hạn: 17:00 thứ Ba 24/11/2026 (quá hạn 2 ngày)',
        'Chưa trả lời (2): XA01 Xã An Bình; XA02 Xã Bình Minh',
        `Gõ /tiendo ${n} để xem chi tiết, /nhac ${n} để nhắc ngay.`,
      ].join('\n'),
    ]);
    const steps = await on.db().escalation.findMany({ orderBy: { id: 'asc' } });
    expect(steps.map(({ step, reached }) => `${step} ${reached}`)).toEqual([
      'lead private',
      'lead nobody',
      'parent private',
      'parent private',
      'issuer issuer',
      'issuer issuer',
    ]);
    await on.close(n);
  });

  test('"received" is followed up before the deadline, an obstacle goes up at once, answers end it', async () => {
    const { world, stage, asks, give, hanh, binh, chi, quang, xa01, xa02 } = on;
    await world.until('2026-11-30T08:00');
    const n = await give('/giao #xa hạn 17:00 01/12/2026\nKiểm tra xe');
    const before = [heard(hanh).length, heard(quang).length];
    await stage.answers(binh, xa01, n, 'Đã nhận');
    await asks(chi, xa02, `#${n} vướng: thiếu xe chở`);
    const obstacle = `30/11 08:00 XA02 Xã Bình Minh báo vướng ở việc #${n} “Kiểm tra xe”: thiếu xe chở`;
    expect([heard(hanh).at(-1), heard(quang).at(-1)]).toEqual([obstacle, obstacle]);
    await world.until('2026-12-01T16:00');
    expect(heard(xa01)[0]!.split('\n').slice(0, 4)).toEqual([
      `01/12 15:00 #${n} · Chờ báo kết quả`,
      'Kiểm tra xe',
      'Hạn: 17:00 thứ Ba 01/12/2026 (còn 2 giờ)',
      'Đơn vị đã nhận việc này nhưng chưa báo kết quả.',
    ]);
    await world.until('2026-12-02T20:00');
    expect(heard(quang).at(-1)).toContain('Đã nhận nhưng chưa báo kết quả (1): XA01 Xã An Bình');
    await asks(binh, xa01, `#${n} xong`);
    await world.until('2026-12-04T20:00');
    expect([heard(hanh).length, heard(quang).length]).toEqual([before[0]! + 1, before[1]! + 2]);
  });

  test('a request that waits is recalled to the issuer in the way the channel has', async () => {
    const { world, give, answer, binh, hanh, last } = on;
    const n = await give('/giao XA01 hạn 17:00 10/12/2026\nKiểm kê lương thực');
    await answer(binh, n, 'xin gia hạn thêm 2 ngày');
    await world.until('2026-12-09T17:05');
    const how = cast.platform === 'zalo' ? 'Hãy gõ ví dụ:' : 'Hãy bấm nút dưới tin đề nghị, hoặc gõ ví dụ:';
    expect(last(hanh)).toContain(`bot không nhắc đơn vị. ${how} /giahan ${n} XA01 đồng ý.`);
  });
});
