import { DateTime } from 'luxon';
import type { Backend } from '../harness/database.js';
import { startWorld, type WorldOptions } from '../harness/world.js';

const tree = ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN', 'XA02 Xã Bình Minh under HUYEN'];

export type Chased = Awaited<ReturnType<typeof openChased>>;

/** A district with two communes that are reminded; Hạnh, the owner, sits in every group. */
export async function openChased(backend: Backend, options: WorldOptions = {}) {
  const world = await startWorld(backend, { rate: 'off', ...options });
  const hanh = await world.owner();
  const groups = await world.bindUnits(hanh, tree);
  const reminders = (code: string) =>
    world.shown(groups[code]!).filter(({ text }) => /Nhắc phản hồi|chờ đơn vị phản hồi/.test(text));
  return {
    world,
    hanh,
    groups,
    asks: async (text: string, who = hanh) => {
      await world.says(who, who, text);
      return world.last(who).text;
    },
    unitId: async (code: string) =>
      (await world.app.runtime.db.unit.findUniqueOrThrow({ where: { code } })).id,
    send: async (first: string, title: string) => {
      await world.says(hanh, hanh, `${first}\n${title}\nCác đơn vị rà soát và báo cáo.`);
      await world.presses(hanh, hanh, 'Gửi ngay');
    },
    reminders,
    /** When the reminders came, e.g. `30/12 17:00` in Ho Chi Minh City. */
    times: (code: string) =>
      reminders(code).map(({ date }) =>
        DateTime.fromSeconds(date, { zone: 'Asia/Ho_Chi_Minh' }).toFormat('dd/MM HH:mm'),
      ),
  };
}
