import { afterEach, describe, expect, test } from 'vitest';
import { sendReminder } from '../../jobs/send-reminder.js';
import { backends } from '../harness/database.js';
import type { WorldOptions } from '../harness/world.js';
import { openChased, type Chased } from './chased.js';

describe.each(backends)('what chasing meets on %s', (backend) => {
  let world: Chased['world'];
  let hanh: Chased['hanh'];
  let groups: Chased['groups'];
  let send: Chased['send'];
  let reminders: Chased['reminders'];
  let times: Chased['times'];
  const open = async (options: WorldOptions = {}) => {
    ({ world, hanh, groups, send, reminders, times } = await openChased(backend, options));
  };
  afterEach(() => world.stop());

  test('what the outage held up waits for the morning and comes once', async () => {
    await open();
    await send('/giao XA01 hạn 20:30 25/11/2026', 'Trực phòng chống lụt bão');
    await world.until('2026-11-25T18:00');
    world.telegram.fault({ method: 'sendMessage', kind: '502', times: 'always' });
    await world.until('2026-11-25T20:50');
    expect(times('XA01')).toEqual(['24/11 20:30']);
    await world.until('2026-11-25T21:30');
    world.telegram.clearFaults();
    await world.until('2026-11-26T07:30');
    expect(times('XA01')).toEqual(['24/11 20:30', '26/11 07:00']);
  });

  test('steps missed while nothing ran are made good by one message', async () => {
    await open();
    await send('/giao XA01 hạn 17:00 25/11/2026', 'Kiểm tra kho vật tư');
    await world.app.stop();
    world.clock.moveTo(new Date('2026-11-26T10:00:00+07:00'));
    await world.restart();
    await world.fastForward('10s');
    expect(times('XA01')).toEqual(['26/11 10:00']);
    expect(reminders('XA01')[0]!.text).toContain('quá hạn 17 giờ');
    await world.until('2026-11-27T12:00');
    expect(times('XA01')).toEqual(['26/11 10:00', '27/11 08:00']);
  });

  test('run twice and at once it reminds once', async () => {
    await open();
    await send('/giao XA01 hạn 17:00 27/11/2026', 'Kiểm tra kho vật tư');
    world.clock.moveTo(new Date('2026-11-26T17:00:00+07:00'));
    const { runtime } = world.app;
    const unit = await runtime.db.unit.findUniqueOrThrow({ where: { code: 'XA01' } });
    const run = () => sendReminder.run(runtime, String(unit.id));
    const runs = await Promise.all([run(), run(), run()]);
    expect(runs.map(({ queued }) => queued).sort()).toEqual([0, 0, 1]);
    expect(await run()).toEqual({ moved: 0, queued: 0 });
    await world.settle();
    expect(times('XA01')).toEqual(['26/11 17:00']);
  });

  test('closed and cancelled directives are left alone, an extended one gets a new plan', async () => {
    await open();
    for (const title of ['Kiểm kê tài sản', 'Sửa đường liên thôn', 'Báo cáo sĩ số'])
      await send('/giao XA01 hạn 17:00 27/11/2026', title);
    await world.says(hanh, hanh, '/close 1');
    await world.says(hanh, hanh, '/cancel 2');
    await world.says(hanh, hanh, '/extend 3 17:00 30/11/2026');
    await world.until('2026-11-30T18:00');
    expect(times('XA01')).toEqual(['30/11 08:00', '30/11 15:00', '30/11 17:00']);
  });

  test('a lost group gets none, and the group bound after it gets the next ones', async () => {
    await open();
    await send('/giao XA01 hạn 17:00 27/11/2026', 'Kiểm tra kho vật tư');
    world.telegram.kicksBot({ chat: groups['XA01']!, from: hanh.id });
    await world.until('2026-11-27T15:30');
    expect(times('XA01')).toEqual([]);
    const lost = groups['XA01']!;
    groups['XA01'] = world.group('Xã An Bình mới', [hanh]);
    await world.says(hanh, hanh, '/invite XA01');
    const code = /\b[2-9A-HJ-NP-Z]{10}\b/.exec(world.last(hanh).text)![0];
    await world.says(hanh, groups['XA01'], `/bind ${code}`);
    await world.until('2026-11-27T17:30');
    expect(times('XA01')).toEqual(['27/11 17:00']);
    expect(world.shown(lost).filter(({ text }) => text.includes('Nhắc'))).toEqual([]);
  });

  test('/remind reminds at once of that one', async () => {
    await open();
    await send('/giao XA01 XA02 hạn 17:00 30/12/2026', 'Kiểm tra kho vật tư');
    await world.presses(hanh, groups['XA02']!, 'Xong');
    await world.says(hanh, hanh, '/remind 1');
    expect([times('XA01'), times('XA02')]).toEqual([['23/11 08:00'], []]);
  });
});
