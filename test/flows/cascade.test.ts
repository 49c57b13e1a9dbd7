import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWriting } from '../../reports/write-report.js';
import { gatherSummary } from '../../store/gather-summary.js';
import { splitByUnit } from '../../core/summary/cut-content.js';
import { countPeriods } from '../../store/summary-history.js';
import { parsePeriod } from '../../core/summary/period.js';
import { backends } from '../harness/database.js';
import type { Person, Where } from '../harness/people.js';
import { openHamlets, type Hamlets } from './hamlets.js';

describe.each(backends)('a directive passed on on %s', (backend) => {
  let on: Hamlets;
  let world: Hamlets['world'];
  let hanh: Person;
  let lan: Person;
  let groups: Record<string, number>;
  const last = (where: Where) => on.last(where);
  const db = () => on.db();
  const at = (n: number, code: string) => on.at(n, code);
  const asks = (text: string, who = hanh) => on.asks(text, who);
  const give = (line: string, title?: string) => on.give(line, title);
  const passOn = (n: number, words = '') => on.passOn(n, words);
  const says = (code: string, text: string) => on.says(code, text);
  beforeAll(async () => {
    on = await openHamlets(backend);
    ({ world, hanh, lan, groups } = on);
  });
  afterAll(() => world.stop());

  test('by one tap of the lead: own words, an earlier deadline, and the part above is computed from below', async () => {
    const n = await give('/giao #xa hạn 17:00 30/11/2026 nghiệm thu');
    const shown = world.last(groups.XA01!);
    expect(shown.buttons.flat().map(({ text }) => text)).toEqual([
      'Đã nhận',
      'Đang làm',
      'Vướng',
      'Xong',
      'Chuyển xuống',
    ]);
    expect(
      world
        .last(groups.XA02!)
        .buttons.flat()
        .map(({ text }) => text),
    ).not.toContain('Chuyển xuống');
    const chi = world.person('Chi');
    world.telegram.joins({ chat: groups.XA01!, user: chi.id });
    expect(await world.presses(chi, groups.XA01!, 'Chuyển xuống')).toContain(
      'Chỉ phụ trách của XA01 Xã An Bình',
    );
    // The lead never wrote to the bot in private: the preview stands in the group.
    await world.presses(lan, groups.XA01!, 'Chuyển xuống');
    expect(last(groups.XA01!)).toContain('Nơi nhận: THON1 THON2 – 2 đơn vị');
    await world.presses(lan, groups.XA01!, 'Bỏ');
    await world.says(lan, lan, '/start');
    expect(await world.presses(lan, groups.XA01!, 'Chuyển xuống')).toBe(
      `Bản xem trước của #${n} đã gửi vào tin nhắn riêng của anh/chị.`,
    );
    expect(last(lan)).toContain('Hạn: 17:00 thứ Sáu 27/11/2026');
    expect(last(lan)).toContain('Nơi gửi: Xã An Bình');
    await world.presses(lan, lan, 'Sửa');
    await world.presses(lan, lan, 'Nội dung');
    await world.says(lan, lan, 'Các thôn gửi ảnh trước thứ Sáu.');
    const below = `Các thôn gửi ảnh trước thứ Sáu.\n\nNội dung #${n}:\nĐo từng cống, chụp ảnh.`;
    expect(last(lan)).toContain(below);
    await world.presses(lan, lan, 'Sửa');
    await world.presses(lan, lan, 'Nơi nhận');
    await world.says(lan, lan, 'XA02');
    expect(last(lan)).toContain('không được phân quyền gửi tới: XA02');
    await world.says(lan, lan, 'all');
    await world.presses(lan, lan, 'Gửi ngay');
    const m = on.next();
    expect(last(groups.THON1!)).toContain(below);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'acknowledged', byHand: false, nextReminderAt: null });
    expect(await world.presses(lan, groups.XA01!, 'Chuyển xuống')).toBe(
      `#${n} đã được chuyển xuống mọi đơn vị trực thuộc: #${m}.`,
    );
    await says('THON1', `#${m} được 40%`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'in_progress', percent: 20 });
    await says('THON2', `#${m} vướng: mất điện`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'blocked', difficulty: 'THON2: mất điện' });
    expect(last(hanh)).toContain('XA01 Xã An Bình báo vướng ở việc');
    expect(await asks(`/tiendo ${n}`)).toContain(
      'XA01 Xã An Bình: 20%, 0/2 đơn vị cấp dưới đã xong, THON2: mất điện',
    );
    await says('THON2', `#${m} xong`);
    await says('THON1', `#${m} xong`);
    const done = await at(m, 'THON1');
    expect(await at(n, 'XA01')).toMatchObject({
      state: 'done',
      percent: 100,
      claimedAt: done.doneAt,
      doneAt: null,
    });
    expect(last(lan)).toBe(
      `Cấp dưới đã xong cả 2 phần việc của #${m}. #${n} của XA01 được báo xong và đang chờ nghiệm thu.`,
    );
    expect(last(hanh)).toContain('XA01 Xã An Bình báo đã xong');
    await world.presses(hanh, hanh, 'Nghiệm thu');
    expect(await at(n, 'XA01')).toMatchObject({ state: 'accepted', doneAt: done.doneAt });
    await says('THON1', `#${m} chưa xong, còn một cống`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'accepted' });
    await asks(`/huy ${n}`);
  });

  test('what is said of the part above holds until it is given back, and an edit below is followed', async () => {
    const n = await give('/giao XA01 hạn 17:00 30/11/2026');
    const m = await passOn(n, ': gửi ảnh kèm');
    expect(last(groups.THON1!)).toContain(`gửi ảnh kèm\n\nNội dung #${n}:`);
    const said = await says('THON1', `#${m} xong`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'in_progress', percent: 50 });
    await says('XA01', `#${n} đã làm 80%`);
    expect(last(groups.XA01!)).toBe(
      `Đã ghi: #${n} – đang làm 80%.\nTừ nay #${n} theo lời đơn vị, không tính từ cấp dưới nữa.`,
    );
    expect(await at(n, 'XA01')).toMatchObject({ percent: 80, byHand: true });
    await says('THON2', `#${m} đang làm`);
    expect(await at(n, 'XA01')).toMatchObject({ percent: 80, byHand: true });
    expect(await asks(`/tiendo ${n}`)).toContain('XA01 Xã An Bình: 80%, theo lời đơn vị, cấp dưới xong 1/2');
    expect(await world.presses(lan, groups.XA01!, 'Tính từ cấp dưới')).toBe(
      `#${n} lại tính từ cấp dưới: đang làm 50%.`,
    );
    await world.edits(groups.THON1!, said, `#${m} được 60%`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'in_progress', percent: 30, byHand: false });
    // An admin's word is a hand as well, and the group takes it back in words.
    await asks(`/ghithay ${n} XA01 xong`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'done', byHand: true });
    await says('XA01', `#${n} theo cấp dưới`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'in_progress', percent: 30, doneAt: null });
    await asks(`/mien ${m} THON2 mất điện cả tuần`);
    await says('THON1', `#${m} xong`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'done', percent: 100 });
    await says('XA01', `#${n} chuyển xuống thôn rồi ạ`);
    expect(last(groups.XA01!)).not.toContain('mọi đơn vị trực thuộc');
    await asks(`/huy ${n}`);
  });

  test('goes to some first and to the rest later', async () => {
    const n = await give('/giao XA01 hạn 17:00 30/11/2026');
    await says('XA01', `#${n} chuyển xuống`);
    await world.presses(lan, lan, 'Sửa');
    await world.presses(lan, lan, 'Nơi nhận');
    await world.says(lan, lan, 'THON1');
    await world.presses(lan, lan, 'Gửi ngay');
    const m = on.next();
    await says('THON1', `#${m} được 40%`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'in_progress', percent: 40 });
    await says('XA01', `/chuyen ${n} gửi ảnh kèm`);
    expect(last(lan)).toContain('Nơi nhận: THON2 – 1 đơn vị');
    await world.presses(lan, lan, 'Gửi ngay');
    on.next();
    expect(await at(n, 'XA01')).toMatchObject({ state: 'in_progress', percent: 20, byHand: false });
    await asks(`/huy ${n}`);
  });

  test('changes above are told below, and its end is the end below', async () => {
    const n = await give('/solieu XA01 hạn 17:00 30/11/2026', 'Số hộ ngập\nsố hộ 0..500');
    const m = await passOn(n);
    await says('THON1', `#${m} 15`);
    await asks(`/sua ${n}\nSố hộ bị ngập sâu\nTính từ 0,5 m.`);
    await world.presses(hanh, hanh, 'Sửa ngay');
    expect(last(groups.THON2!)).toBe(
      [
        `Việc #${n} mà #${m} được chuyển xuống từ đó có thay đổi:`,
        `Sửa lần 1 của #${n}:`,
        'Tên việc mới: Số hộ bị ngập sâu',
        'Nội dung mới:',
        'Tính từ 0,5 m.',
        `Hạn của #${m} vẫn là 17:00 thứ Sáu 27/11/2026.`,
      ].join('\n'),
    );
    await asks(`/giahan ${n} XA01 17:00 2/12/2026`);
    expect(last(lan)).toContain('Hạn mới: 17:00 thứ Tư 02/12/2026');
    expect(last(lan)).toContain(`gõ /giahan ${m} kèm hạn mới`);
    expect(await asks(`/giahan ${m} 17:00 1/12/2026`, lan)).toBe(
      `Đã gia hạn #${m} đến 17:00 thứ Ba 01/12/2026. Đang báo cho 2 nhóm.`,
    );
    expect(await asks(`/tiendo ${m}`, lan)).toContain('1/2 đã hoàn thành');
    await says('THON2', `#${m} 20`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'done', value: { type: 'number', number: 35 } });
    await asks(`/huy ${n}`);
    expect(await db().directive.findFirstOrThrow({ where: { number: m } })).toMatchObject({
      state: 'cancelled',
    });
    expect(last(groups.THON1!)).toContain('đã hủy, không cần làm nữa');
    expect(last(lan)).toBe(`#${n} đã hủy nên #${m} chuyển xuống từ đó cũng hủy. Cấp dưới đã được báo.`);
    expect(await asks(`/giahan ${m} 17:00 5/12/2026`, lan)).toBe(`#${m} đã hủy, không thay đổi được nữa.`);
  });

  test('a report counts it once: above, or below where the unit above is not told of', async () => {
    const n = await give('/giao #xa hạn 17:00 30/11/2026');
    const m = await passOn(n);
    await says('THON1', `#${m} xong`);
    const place = { zone: 'Asia/Ho_Chi_Minh', weekStart: 'mon' } as const;
    const { runtime } = world.app;
    const period = parsePeriod('2026-W48', place)!;
    const content = await db().$transaction((tx) =>
      gatherSummary(tx, { period, place, now: world.clock.now() }),
    );
    const units = await db().unit.findMany();
    const idOf = (code: string) => units.find((unit) => unit.code === code)!.id;
    const figures = (codes: string[] | null) => {
      const of = { content, number: 1, units: codes && codes.map(idOf), name: '', locale: 'vi' as const };
      const { view } = createWriting(runtime.settings, of);
      return view.directives.map(
        ({ directive, items }) => `#${directive.number} ${items.map(({ unit }) => unit.code).join(' ')}`,
      );
    };
    expect(figures(null)).toEqual([`#${n} XA01 XA02`]);
    expect(figures(['XA01'])).toEqual([`#${n} XA01`]);
    expect(figures(['THON1'])).toEqual([`#${m} THON1`]);
    expect(splitByUnit(content)(idOf('THON1')).items).toHaveLength(1);
    const [counts] = await db().$transaction((tx) => countPeriods(tx, [period]));
    const thon = counts!.units.find(({ unitId }) => unitId === idOf('THON1'))!;
    expect([thon.counts.doneInTime, thon.passed?.doneInTime]).toEqual([0, 1]);
  });
});
