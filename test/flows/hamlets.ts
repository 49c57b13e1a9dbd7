import type { Backend } from '../harness/database.js';
import type { Person, Where } from '../harness/people.js';
import { startWorld } from '../harness/world.js';

const tree = [
  'HUYEN UBND huyện',
  'XA01 Xã An Bình under HUYEN #xa',
  'XA02 Xã Bình Minh under HUYEN #xa',
  'THON1 Thôn Đông under XA01',
  'THON2 Thôn Đoài under XA01',
];

export type Hamlets = Awaited<ReturnType<typeof openHamlets>>;

/** A district with two communes, one of them with two hamlets: Lan leads it and sits in all three groups. */
export async function openHamlets(backend: Backend) {
  const world = await startWorld(backend, { rate: 'off', settings: { ESCALATION_AFTER: '2h,1d,1d' } });
  const hanh = await world.owner();
  const groups = await world.bindUnits(hanh, tree);
  world.telegram.setPrivacy({ on: false });
  const lan = world.person('Lan');
  for (const code of ['XA01', 'THON1', 'THON2']) world.telegram.joins({ chat: groups[code]!, user: lan.id });
  await world.says(lan, groups.XA01!, '/viec');
  await world.says(hanh, hanh, '/phanquyen grant lead XA01 @lan');
  const db = () => world.app.runtime.db;
  const last = (where: Where) => world.last(where).text;
  let number = 0;
  return {
    ...{ world, hanh, lan, groups, db, last },
    at: (n: number, code: string) =>
      db().assignment.findFirstOrThrow({ where: { directive: { number: n }, unit: { code } } }),
    asks: async (text: string, who: Person = hanh) => {
      await world.says(who, who, text);
      return last(who);
    },
    /** Sends a directive; returns its number. */
    give: async (line: string, title = 'Rà soát cống thoát nước\nĐo từng cống, chụp ảnh.') => {
      await world.says(hanh, hanh, `${line}\n${title}`);
      await world.presses(hanh, hanh, 'Gửi ngay');
      return (number += 1);
    },
    /** Lan passes a part of XA01's on to both hamlets, seeing the preview in private; returns the number. */
    passOn: async (n: number, words = '') => {
      await world.says(lan, groups.XA01!, `#${n} chuyển xuống${words}`);
      await world.presses(lan, lan, 'Gửi ngay');
      return (number += 1);
    },
    /** The number of a directive that went out in another way. */
    next: () => (number += 1),
    says: (code: string, text: string) => world.says(lan, groups[code]!, text),
  };
}
