import { DateTime } from 'luxon';
import { afterEach, describe, expect, test } from 'vitest';
import { escalateDirective } from '../../jobs/escalate-directive.js';
import { backends } from '../harness/database.js';
import type { Person, Where } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN', 'XA02 Xã Bình Minh under HUYEN'];

describe.each(backends)('silence goes up on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let groups: Record<string, number>;
  const open = async (now = '2026-11-23T08:00', settings: Record<string, string> = {}) => {
    world = await startWorld(backend, {
      ...{ rate: 'off', now },
      settings: { ESCALATION_AFTER: '2h,1d,1d', ...settings },
    });
    hanh = await world.owner();
    groups = await world.bindUnits(hanh, tree);
  };
  const lead = async (name: string, code: string, isKnown: boolean) => {
    const person = world.person(name);
    if (isKnown) await world.says(person, person, '/start');
    world.telegram.joins({ chat: groups[code]!, user: person.id });
    await world.says(person, groups[code]!, '/viec');
    await world.says(hanh, hanh, `/roles grant lead ${code} @${person.username}`);
    return person;
  };
  const heard = (where: Where) =>
    world
      .shown(where)
      .filter(({ text }) => /Chưa trả lời|chưa báo kết quả|báo vướng/.test(text))
      .map(({ date, text }) => {
        const at = DateTime.fromSeconds(date, { zone: 'Asia/Ho_Chi_Minh' }).toFormat('dd/MM HH:mm');
        return `${at} ${text}`;
      });
  afterEach(() => world.stop());

  test('lead in private, lead above, issuer; each once, with all units in one message', async () => {
    await open();
    const an = await lead('An', 'XA01', true);
    const binh = await lead('Binh', 'HUYEN', true);
    await world.says(hanh, hanh, '/giao XA01 XA02 hạn 17:00 24/11/2026\nKiểm tra kho vật tư');
    await world.presses(hanh, hanh, 'Gửi ngay');
    world.clock.moveTo(new Date('2026-11-24T19:00:00+07:00'));
    const { id } = await world.app.runtime.db.directive.findFirstOrThrow();
    const run = () => escalateDirective.run(world.app.runtime, String(id));
    const runs = await Promise.all([run(), run(), run()]);
    expect(runs.map(({ queued }) => queued).sort()).toEqual([0, 0, 1]);
    await world.until('2026-11-27T18:00');
    expect(heard(an)).toEqual([
      [
        '24/11 19:00 #1 Kiểm tra kho vật tư',
        'Hạn: 17:00 thứ Ba 24/11/2026 (quá hạn 2 giờ)',
        'Chưa trả lời (1): XA01 Xã An Bình',
        'Mong anh/chị cho đơn vị trả lời trong nhóm của đơn vị. Nếu cần thêm thời gian, cũng báo ở đó.',
      ].join('\n'),
    ]);
    expect(heard(binh)).toEqual([
      [
        '25/11 19:00 #1 Kiểm tra kho vật tư',
        'Hạn: 17:00 thứ Ba 24/11/2026 (quá hạn 1 ngày)',
        'Chưa trả lời (2): XA01 Xã An Bình; XA02 Xã Bình Minh',
        'Mong anh/chị nhắc các đơn vị trên trả lời.',
      ].join('\n'),
    ]);
    expect(heard(hanh)).toEqual([
      [
        '26/11 19:00 #1 Kiểm tra kho vật tư',
        'Hạn: 17:00 thứ Ba 24/11/2026 (quá hạn 2 ngày)',
        'Chưa trả lời (2): XA01 Xã An Bình; XA02 Xã Bình Minh',
        'Gõ /tiendo 1 để xem chi tiết, /nhac 1 để nhắc ngay.',
      ].join('\n'),
    ]);
    const steps = await world.app.runtime.db.escalation.findMany({ orderBy: { id: 'asc' } });
    expect(steps.map(({ step, reached }) => `${step} ${reached}`)).toEqual([
      'lead private',
      'lead nobody',
      'parent private',
      'parent private',
      'issuer issuer',
      'issuer issuer',
    ]);
  });

  test('a lead whom the bot never met is named in the group, unless the group says no', async () => {
    await open();
    const an = await lead('An', 'XA01', false);
    await lead('Binh', 'XA02', false);
    await world.says(an, groups['XA01']!, '/neuten khong');
    expect(world.last(groups['XA01']!).text).toContain('không nêu tên ai');
    await world.says(hanh, hanh, '/giao XA01 XA02 hạn 17:00 24/11/2026\nKiểm tra kho vật tư');
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.until('2026-11-24T19:30');
    expect(heard(groups['XA01']!)).toEqual([]);
    expect(heard(groups['XA02']!)[0]).toMatch(/^24\/11 19:00 Gửi Binh:\n#1 Kiểm tra kho vật tư\n/);
    await world.says(hanh, groups['XA02']!, 'xong rồi', { replyTo: world.last(groups['XA02']!).id });
    await world.until('2026-11-26T19:30');
    expect(heard(hanh)[0]).toContain('Chưa trả lời (1): XA01 Xã An Bình');
  });

  test('nobody is named on a day that is full, nor on the days off behind it', async () => {
    await open('2026-11-27T08:00', { GROUP_DAILY_MESSAGES: '2' });
    await lead('An', 'XA01', false);
    await world.says(hanh, hanh, '/giao XA01 hạn 9:00 27/11/2026\nKiểm tra kho vật tư');
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.until('2026-11-30T09:00');
    expect(heard(groups['XA01']!).map((text) => text.split('\n')[0])).toEqual(['30/11 08:00 Gửi An:']);
  });

  test('"received" is followed up before the deadline, an obstacle goes up at once, answers end it', async () => {
    await open();
    const binh = await lead('Binh', 'HUYEN', true);
    await world.says(hanh, hanh, '/giao XA01 XA02 hạn 17:00 24/11/2026\nKiểm tra kho vật tư');
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.presses(hanh, groups['XA01']!, 'Đã nhận');
    await world.says(hanh, groups['XA02']!, '/baocao 1 vướng: thiếu xe chở');
    const obstacle = '23/11 08:00 XA02 Xã Bình Minh báo vướng ở việc #1 “Kiểm tra kho vật tư”: thiếu xe chở';
    expect([heard(hanh), heard(binh)]).toEqual([[obstacle], [obstacle]]);
    await world.until('2026-11-24T16:00');
    expect(heard(groups['XA01']!)).toEqual([
      [
        '24/11 15:00 #1 · Chờ báo kết quả',
        'Kiểm tra kho vật tư',
        'Hạn: 17:00 thứ Ba 24/11/2026 (còn 2 giờ)',
        'Đơn vị đã nhận việc này nhưng chưa báo kết quả.',
        'Cách trả lời: bấm nút bên dưới, trả lời (reply) tin này hoặc gõ /baocao 1 đã làm 70%.',
      ].join('\n'),
    ]);
    await world.until('2026-11-25T20:00');
    expect(heard(binh).at(-1)).toContain('Đã nhận nhưng chưa báo kết quả (1): XA01 Xã An Bình');
    await world.says(hanh, groups['XA01']!, '/baocao 1 xong');
    await world.until('2026-11-27T20:00');
    expect(heard(hanh)).toEqual([obstacle]);
  });
});
