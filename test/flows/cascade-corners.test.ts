import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openHamlets, type Hamlets } from './hamlets.js';

/** Where passing on meets the other rules: leave, quorum, duplicates, a time that is set. */
describe.each(backends)('what is passed on, on %s', (backend) => {
  let on: Hamlets;
  beforeAll(async () => {
    on = await openHamlets(backend);
    await on.world.says(on.lan, on.lan, '/start');
  });
  afterAll(() => on.world.stop());

  test('a hamlet that is excused is left out above; where none is left the unit answers itself', async () => {
    const { give, passOn, says, at, asks, last, lan } = on;
    const n = await give('/giao XA01 hạn 17:00 30/11/2026');
    expect(await asks(`/chuyen ${n}`)).toContain('/chuyen 12 XA01'); // by one who leads no unit
    const m = await passOn(n);
    await says('THON1', `#${m} vướng: mất điện`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'blocked' });
    await says('THON2', `#${m} được 40%`);
    await asks(`/mien ${m} THON1 cả thôn nghỉ hội làng`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'in_progress', percent: 40, difficulty: null });
    await asks(`/mien ${m} THON2 như trên`);
    expect(last(lan)).toBe(
      `Cấp dưới không còn đơn vị nào phải trả lời #${m}. Anh/chị hãy trả lời #${n} thay cho XA01.`,
    );
    expect(await at(n, 'XA01')).toMatchObject({ state: 'acknowledged', percent: null, byHand: false });
    await asks(`/mien ${m} THON2 thôi`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'in_progress', percent: 40 });
    // Its lead lets it go below: the unit is called to account as before.
    await asks(`/huy ${m}`, lan);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'acknowledged', percent: null });
    await asks(`/huy ${n}`);
  });

  test('a hamlet on leave owes nothing and holds nothing up above, until the leave is taken back', async () => {
    const { give, passOn, says, at, asks, world, groups } = on;
    await asks('/lich miễn THON2 24/11 đến 27/11');
    const n = await give('/giao XA01 hạn 17:00 26/11/2026');
    const m = await passOn(n);
    expect(await at(m, 'THON2')).toMatchObject({ excused: true, nextReminderAt: null });
    await says('THON1', `#${m} xong`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'done', percent: 100 });
    await asks('/lich miễn THON2 bỏ');
    expect(await at(m, 'THON2')).toMatchObject({ excused: false });
    expect(await at(n, 'XA01')).toMatchObject({ state: 'in_progress', percent: 50, doneAt: null });
    await world.until('2026-11-24T17:01');
    expect(world.shown(groups.THON2!).at(-1)!.text).toContain(`#${m} · Nhắc phản hồi`);
    await asks(`/huy ${n}`);
  });

  test('whoever must answer above says it by hand; until enough have, the sum of those below holds', async () => {
    const { give, passOn, says, at, asks, world, groups, last, lan } = on;
    const chi = world.person('Chi');
    world.telegram.joins({ chat: groups.XA01!, user: chi.id });
    const n = await give('/giao XA01 hạn 17:00 04/12/2026 người trả lời: phụ trách');
    const m = await passOn(n);
    await says('THON1', `#${m} xong`);
    await world.says(chi, groups.XA01!, `#${n} xong hết rồi`);
    expect(last(groups.XA01!)).toContain('chưa tính là câu trả lời');
    expect(await at(n, 'XA01')).toMatchObject({ state: 'in_progress', percent: 50, byHand: false });
    await says('THON2', `#${m} xong`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'done', percent: 100 });
    await asks(`/huy ${n}`);
    const p = await give('/giao XA01 hạn 17:00 04/12/2026 người trả lời: 2 trong @lan, @chi, @dung');
    const q = await passOn(p);
    await says('THON1', `#${q} được 60%`);
    await world.says(chi, groups.XA01!, `#${p} xong`);
    expect(last(groups.XA01!)).toMatch(
      /1\/2 người đã trả lời, còn chờ 1 người nữa trong số: @lan, @dung\)\.$/,
    );
    expect(await at(p, 'XA01')).toMatchObject({ state: 'in_progress', percent: 30, byHand: false });
    await says('THON2', `#${q} được 60%`);
    expect(await at(p, 'XA01')).toMatchObject({ state: 'in_progress', percent: 60, byHand: false });
    await world.says(lan, groups.XA01!, `#${p} xong`);
    expect(last(groups.XA01!)).toContain(`Từ nay #${p} theo lời đơn vị`);
    expect(await at(p, 'XA01')).toMatchObject({ state: 'done', byHand: true });
    // Given back to those below, the words of the two are gone with it: one alone does not bring them back.
    await says('XA01', `#${p} theo cấp dưới`);
    await world.says(chi, groups.XA01!, `#${p} xong`);
    expect(await at(p, 'XA01')).toMatchObject({ state: 'in_progress', percent: 60, byHand: false });
    await asks(`/huy ${p}`);
  });

  test('duplicates that were both passed on are one below as well', async () => {
    const { give, passOn, says, at, asks, last, groups, lan } = on;
    const [first, second] = [
      await give('/giao XA01 hạn 17:00 04/12/2026'),
      await give('/giao XA01 hạn 17:00 04/12/2026'),
    ];
    const [one, two] = [await passOn(first), await passOn(second)];
    await says('THON1', `#${one} xong`);
    await says('THON2', `#${two} được 60%`);
    expect(await asks(`/gop ${second} ${first}`)).toContain(`Đã gộp #${second} vào #${first}`);
    expect(last(groups.THON2!)).toContain(`#${two} trùng với #${one} nên đã gộp làm một.`);
    expect(last(lan)).toContain(`#${two} đã gộp vào #${one} vì hai việc ở trên trùng nhau.`);
    expect(await at(one, 'THON2')).toMatchObject({ state: 'in_progress', percent: 60 });
    expect(await at(first, 'XA01')).toMatchObject({ state: 'in_progress', percent: 80 });
    expect(await asks(`/tiendo ${first}`)).toContain('80%, 1/2 đơn vị cấp dưới đã xong');
    await says('THON2', `#${one} xong`);
    expect(await at(first, 'XA01')).toMatchObject({ state: 'done', percent: 100 });
    await asks(`/huy ${first}`);
  });

  test('of duplicates one of which was passed on, the sum below counts for the one that stays', async () => {
    const { give, passOn, says, at, asks } = on;
    const [first, second] = [
      await give('/giao XA01 hạn 17:00 04/12/2026'),
      await give('/giao XA01 hạn 17:00 04/12/2026'),
    ];
    const below = await passOn(second);
    await says('THON1', `#${below} xong`);
    await asks(`/gop ${second} ${first}`);
    expect(await at(first, 'XA01')).toMatchObject({ state: 'in_progress', percent: 50 });
    await says('THON2', `#${below} xong`);
    expect(await at(first, 'XA01')).toMatchObject({ state: 'done' });
    await asks(`/huy ${first}`);
  });

  test('goes out at the time that is set, and not twice', async () => {
    const { give, at, asks, says, world, lan, groups, last } = on;
    const n = await give('/giao XA01 hạn 17:00 04/12/2026');
    await says('XA01', `#${n} chuyển xuống`);
    await world.presses(lan, lan, 'Hẹn giờ');
    await world.says(lan, lan, '9:00 1/12');
    expect(last(lan)).toContain('lúc 09:00 thứ Ba 01/12/2026');
    expect(await at(n, 'XA01')).toMatchObject({ state: 'acknowledged' });
    await says('XA01', `#${n} chuyển xuống`);
    expect(last(groups.XA01!)).toBe(
      `#${n} đã được chuyển xuống mọi đơn vị trực thuộc: đang chờ đến giờ gửi.`,
    );
    const before = world.shown(groups.THON1!).length;
    await world.until('2026-12-01T09:01');
    const news = world.shown(groups.THON1!).slice(before);
    const number = on.next();
    expect(news.filter(({ text }) => text.startsWith(`#${number} · Việc cần làm`))).toHaveLength(1);
    await says('THON1', `#${number} xong`);
    expect(await at(n, 'XA01')).toMatchObject({ state: 'in_progress', percent: 50 });
    await asks(`/huy ${n}`);
    // Cancelled above before its time, it never goes out.
    const p = await give('/giao XA01 hạn 17:00 04/12/2026');
    await says('XA01', `#${p} chuyển xuống`);
    await world.presses(lan, lan, 'Hẹn giờ');
    await world.says(lan, lan, '15:00 1/12');
    await asks(`/huy ${p}`);
    const then = world.shown(groups.THON1!).length;
    await world.until('2026-12-01T15:01');
    expect(world.shown(groups.THON1!)).toHaveLength(then);
  });
});
