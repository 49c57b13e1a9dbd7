import type { Cast } from '../harness/casts.js';
import { organise } from '../harness/organisation.js';
import { findDirective, lastOf, openStage, type Actor, type Place } from '../harness/stage.js';
import { startWorld } from '../harness/world.js';

export type Town = Awaited<ReturnType<typeof openTown>>;

/**
 * A district with an office group and two communes, all on one platform: Hạnh is the owner, Bình speaks for XA01, Chi
 * for XA02; she is in the group of XA01 too. Quang sits in the office and has no role.
 */
export async function openTown({ backend, platform }: Cast, settings: Record<string, string> = {}) {
  const world = await startWorld(backend, { platforms: [platform], rate: 'off', settings });
  const stage = openStage(world, platform);
  const people = organise(stage);
  const hanh = await people.owner();
  const [binh, chi, quang] = [
    await stage.person('Bình'),
    await stage.person('Chi'),
    await stage.person('Quang'),
  ];
  await people.addUnits(hanh, [
    'HUYEN UBND huyện',
    'XA01 Xã An Bình under HUYEN #xa',
    'XA02 Xã Bình Minh under HUYEN #xa',
  ]);
  const code = (what: string) => people.inviteCode(hanh, what);
  const office = await people.bind('Văn phòng', [hanh, quang], await code('office'));
  const xa01 = await people.bind('Xã An Bình', [binh, chi], await code('XA01'));
  const xa02 = await people.bind('Xã Bình Minh', [chi], await code('XA02'));
  const db = () => world.app.runtime.db;
  return {
    world,
    stage,
    people,
    ...{ hanh, binh, chi, quang, office, xa01, xa02, db },
    give: (text: string, where: Place = hanh) => people.give(hanh, where, text),
    says: (who: Actor, where: Place, text: string) => stage.says(who, where, text),
    /** A task for both communes, due in a week. */
    task: () => people.give(hanh, hanh, '/giao #xa hạn 17:00 30/11/2026\nRà soát cống thoát nước'),
    /** Answers a directive under its message in XA01. */
    answer: (who: Actor, number: number, text: string) =>
      stage.says(who, xa01, text, { replyTo: findDirective(stage.shown(xa01), number).id }),
    /** Says something and returns what the bot said last. */
    asks: async (who: Actor, where: Place, text: string) => {
      await stage.says(who, where, text);
      return lastOf(stage, where).text;
    },
    /** Amends a directive and takes it as the preview shows it; returns what the bot said last. */
    amends: async (text: string) => {
      await stage.says(hanh, hanh, text);
      await stage.chooses(hanh, hanh, 'Sửa ngay');
      return lastOf(stage, hanh).text;
    },
    last: (where: Place) => lastOf(stage, where).text,
    texts: (where: Place) => stage.shown(where).map(({ text }) => text),
    /** A unit's part of a directive. */
    part: (number: number, unit = 'XA01') =>
      db().assignment.findFirstOrThrow({
        where: { directive: { number }, unit: { code: unit } },
        include: {
          replies: { orderBy: { id: 'asc' }, include: { versions: { orderBy: { version: 'asc' } } } },
        },
      }),
    /** Takes a directive out of the way of the next test. */
    close: (number: number) => db().directive.updateMany({ where: { number }, data: { state: 'closed' } }),
  };
}
