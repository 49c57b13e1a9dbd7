import type { Backend } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld } from '../harness/world.js';

const tree = ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN #xa', 'XA02 Xã Bình Minh under HUYEN #xa'];

export type Communes = Awaited<ReturnType<typeof openCommunes>>;

/** A district whose two communes have groups: Bình and Chi sit in XA01, Chi in XA02 too; Hạnh is the owner. */
export async function openCommunes(backend: Backend) {
  const world = await startWorld(backend, { rate: 'off' });
  const hanh = await world.owner();
  const groups = await world.bindUnits(hanh, tree);
  const [binh, chi] = [world.person('Bình'), world.person('Chi')];
  const [xa01, xa02] = [groups.XA01!, groups.XA02!];
  for (const user of [binh.id, chi.id]) world.telegram.joins({ chat: xa01, user });
  world.telegram.joins({ chat: xa02, user: chi.id });
  world.telegram.setPrivacy({ on: false });
  const db = () => world.app.runtime.db;
  let number = 0;
  const messageOf = (n: number, group = xa01) =>
    world.shown(group).find(({ text }) => text.includes(`#${n} ·`))!;
  const give = async (first: string, title = 'Rà soát cống thoát nước') => {
    await world.says(hanh, hanh, `${first}\n${title}`);
    await world.presses(hanh, hanh, 'Gửi ngay');
    number += 1;
    return number;
  };
  return {
    world,
    hanh,
    binh,
    chi,
    xa01,
    xa02,
    db,
    messageOf,
    /** Sends a directive; returns its number. */
    give,
    task: () => give('/giao #xa hạn 17:00 30/11/2026'),
    /** Takes a directive out of the way of the next test. */
    close: (n: number) => db().directive.updateMany({ where: { number: n }, data: { state: 'closed' } }),
    at: async (n: number, code = 'XA01') =>
      db().assignment.findFirstOrThrow({
        where: { directive: { number: n }, unit: { code } },
        include: {
          replies: { orderBy: { id: 'asc' }, include: { versions: { orderBy: { version: 'asc' } } } },
        },
      }),
    makeLead: async (who: Person, code: string) => {
      const { personId } = await db().account.findFirstOrThrow({ where: { externalId: String(who.id) } });
      const unit = await db().unit.findUniqueOrThrow({ where: { code } });
      await db().role.create({ data: { personId, kind: 'lead', unitId: unit.id } });
    },
    answer: (who: Person, n: number, text: string) =>
      world.says(who, xa01, text, { replyTo: messageOf(n).id }),
    press: async (who: Person, n: number, label: string, group = xa01) => {
      const message = messageOf(n, group).id;
      const answered = await world.telegram.presses({ chat: group, from: who.id, message, label });
      await world.settle();
      return answered?.text;
    },
    /** Says something to the bot in private, as the owner, and returns its answer. */
    asks: async (text: string) => {
      await world.says(hanh, hanh, text);
      return world.last(hanh).text;
    },
    /** Amends a directive and takes it as the preview shows it. */
    amends: async (text: string) => {
      await world.says(hanh, hanh, text);
      await world.presses(hanh, hanh, 'Sửa ngay');
    },
    last: (where: number | Person = xa01) => world.last(where).text,
    reactionsOn: (id: number) =>
      world.telegram
        .shown(xa01)
        .find((message) => message.id === id)!
        .reactions.map(({ emoji }) => emoji),
  };
}
