import { DateTime } from 'luxon';
import { afterEach, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import type { Person, Where } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN', 'XA02 Xã Bình Minh under HUYEN'];

/** What escalation-anywhere.test.ts does not tell: who is named in a group, and on which days nobody is. */
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
  /** Somebody who never wrote to the bot in private. */
  const lead = async (name: string, code: string) => {
    const person = world.person(name);
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

  test('a lead whom the bot never met is named in the group, unless the group says no', async () => {
    await open();
    const an = await lead('An', 'XA01');
    await lead('Binh', 'XA02');
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

  test('nor is anybody named in the group that takes the place of one that said no', async () => {
    await open();
    const an = await lead('An', 'XA01');
    await world.says(an, groups['XA01']!, '/neuten khong');
    const moved = world.group('Xã An Bình (mới)', [hanh, an]);
    await world.says(hanh, hanh, '/moi XA01');
    await world.says(hanh, moved, /\/gan \S+/.exec(world.last(hanh).text)![0]);
    await world.says(hanh, hanh, '/giao XA01 hạn 17:00 24/11/2026\nKiểm tra kho vật tư');
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.until('2026-11-24T19:30');
    expect(world.shown(moved).some(({ text }) => text.includes('Kiểm tra kho vật tư'))).toBe(true);
    expect(heard(moved)).toEqual([]);
    await world.says(an, moved, '/neuten co');
    await world.says(hanh, hanh, '/giao XA01 hạn 17:00 25/11/2026\nBáo số máy bơm');
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.until('2026-11-25T19:30');
    expect(heard(moved)[0]).toMatch(/^25\/11 19:00 Gửi An:\n#2 Báo số máy bơm\n/);
  });

  test('nobody is named on a day that is full, nor on the days off behind it', async () => {
    await open('2026-11-27T08:00', { GROUP_DAILY_MESSAGES: '2' });
    await lead('An', 'XA01');
    await world.says(hanh, hanh, '/giao XA01 hạn 9:00 27/11/2026\nKiểm tra kho vật tư');
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.until('2026-11-30T09:00');
    expect(heard(groups['XA01']!).map((text) => text.split('\n')[0])).toEqual(['30/11 08:00 Gửi An:']);
  });
});
