import type { Person } from '../harness/people.js';
import type { World } from '../harness/open-world.js';
import { throwDice } from './dice.js';
import { home, type UnitPlan } from './types.js';

/** Zones with a change of clocks, for a branch of units abroad each. */
const abroad = ['America/New_York', 'Europe/Paris'];
const weekdays = [1, 2, 3, 4, 5];

/** A district with its communes and their schools: `count` units in all. */
export function planOrganisation(count: number, seed: number): UnitPlan[] {
  const communes = Math.min(Math.max(4, Math.round(count / 10)), count - 1);
  const base = { zone: home, days: weekdays, workUntil: '17:00', naming: true };
  const root: UnitPlan = {
    ...{ ...base, code: 'HUYEN', name: 'UBND huyện Mẫu Sơn', parent: null, tag: 'huyen', lead: 'private' },
  };
  const below = Array.from({ length: communes }, (_, at): UnitPlan => {
    const code = `XA${String(at + 1).padStart(2, '0')}`;
    const zone = abroad[communes - 1 - at] ?? home;
    const own = at === 1 ? { days: [...weekdays, 6], workUntil: '16:30' } : {};
    return {
      ...base,
      ...own,
      zone,
      code,
      name: `Xã số ${at + 1}`,
      parent: 'HUYEN',
      tag: 'xa',
      ...lead(code),
    };
  });
  const schools = Array.from({ length: count - 1 - communes }, (_, at): UnitPlan => {
    const code = `TH${String(at + 1).padStart(3, '0')}`;
    const above = below[at % communes]!;
    return {
      ...{ ...above, code, name: `Trường số ${at + 1}`, parent: above.code, tag: 'truong', ...lead(code) },
    };
  });
  return [root, ...below, ...schools];

  function lead(code: string): Pick<UnitPlan, 'lead' | 'naming'> {
    const dice = throwDice(seed, 'lead', code);
    const kind = dice.pick(['private', 'private', 'named', 'named', null] as const);
    return { lead: kind, naming: kind !== 'named' || dice.chance(0.7) };
  }
}

/** The organisation in its chats. */
export interface Settled {
  owner: Person;
  office: number;
  /** The unit's present group. */
  groups: Map<string, number>;
  /** Who speaks in the unit's group. */
  members: Map<string, Person>;
  leads: Map<string, Person>;
}

/**
 * Settles it in its chats. Units, groups and leads are written straight into the tables: that a code binds a group and
 * a word makes a lead is shown elsewhere, and hundreds of them would take longer than the days themselves.
 */
export async function settleIn(world: World, plans: readonly UnitPlan[]): Promise<Settled> {
  const owner = await world.owner();
  const office = await world.bindOffice(owner);
  const ids = await createUnits(world, plans);
  const people = (title: string, name: string, wanted: (plan: UnitPlan) => boolean) =>
    new Map(
      plans
        .filter(wanted)
        .map((plan) => [plan.code, world.person(`${title} ${plan.name}`, `${name}${plan.code}`)]),
    );
  const members = people('Thư ký', 'thuky', () => true);
  const leads = people('Trưởng', 'truong', ({ lead }) => lead !== null);
  const groups = new Map(
    plans.map(({ code, name }) => {
      const lead = leads.get(code);
      return [code, world.group(name, [owner, members.get(code)!, ...(lead ? [lead] : [])])];
    }),
  );
  const { db } = world.app.runtime;
  await db.chat.createMany({
    data: plans.map(({ code, name, naming }) => ({
      ...{ channel: 'telegram', externalId: String(groups.get(code)), role: 'unit' as const },
      ...{ unitId: ids.get(code)!, title: name, naming, boundAt: world.clock.now() },
    })),
  });
  await nameLeads(world, plans, { leads, ids });
  return { owner, office, groups, members, leads };
}

async function createUnits(world: World, plans: readonly UnitPlan[]): Promise<Map<string, number>> {
  const { db } = world.app.runtime;
  const ids = new Map<string, number>();
  for (const { code, name, parent, tag, zone, days, workUntil } of plans) {
    const unit = await db.unit.create({
      data: {
        ...{ code, name, tags: [tag], timeZone: zone === home ? null : zone },
        parentId: parent === null ? null : ids.get(parent)!,
      },
    });
    ids.set(code, unit.id);
    const isOwn = tag === 'xa' && days.includes(6);
    const hours = { unitId: unit.id, days: [...days], from: '07:30', until: workUntil };
    if (isOwn) await db.workingHours.create({ data: hours });
  }
  return ids;
}

/** Those who ever wrote to the bot have a private chat with it; of the others it only knows the name. */
async function nameLeads(
  world: World,
  plans: readonly UnitPlan[],
  { leads, ids }: { leads: ReadonlyMap<string, Person>; ids: ReadonlyMap<string, number> },
): Promise<void> {
  const { db } = world.app.runtime;
  for (const { code, lead } of plans) {
    const person = leads.get(code);
    if (!person) continue;
    const { id: externalId, name, username } = person;
    const account = { channel: 'telegram', externalId: String(externalId), name, username };
    const role = { kind: 'lead' as const, unitId: ids.get(code)! };
    const known = await db.person.create({
      data: { name, accounts: { create: account }, roles: { create: role } },
    });
    if (lead !== 'private') continue;
    world.telegram.says({ chat: externalId, from: externalId, text: '/start' });
    await db.chat.create({
      data: {
        ...{ channel: 'telegram', externalId: String(externalId), role: 'private', title: name },
        personId: known.id,
      },
    });
  }
  await world.settle();
}

/** The unit gets another group, bound by a code. */
export async function moveGroup(world: World, settled: Settled, unit: string): Promise<void> {
  const { owner, groups, members, leads } = settled;
  const lead = leads.get(unit);
  const group = world.group(`${unit} (mới)`, [owner, members.get(unit)!, ...(lead ? [lead] : [])]);
  groups.set(unit, group);
  await world.says(owner, owner, `/invite ${unit}`);
  const code = /\b[2-9A-HJ-NP-Z]{10}\b/.exec(world.last(owner).text)![0];
  await world.says(owner, group, `/bind ${code}`);
}
