import type { SummaryContent, UnitDeliveries } from '../core/summary/summary-content.js';
import { figureOr, figures, moments, readFigures, readMoments } from './columns.js';
import { Prisma, type Db } from './db.js';

/** From the best that can be known of a delivery to the worst; what was skipped is none. */
const states = ['sent', 'uncertain', 'waiting', 'failed'] as const;
const rank = Prisma.sql`case x.state when 'sent' then 0 when 'uncertain' then 1 when 'queued' then 2 when 'sending' then 2
  when 'failed' then 3 else 4 end`;
const unit = Prisma.sql`coalesce(c."unitId", (select a."unitId" from "Assignment" a where a.id = x."assignmentId"))`;

const figureNames = ['directives', 'chats', 'parts', 'units', 'ranks'] as const;
type Figures = Record<(typeof figureNames)[number], Int32Array>;

/** Deliveries in columns. `ranks`: places in the list of states. */
export interface Deliveries extends Figures {
  sentAt: Float64Array;
}

/** The deliveries of these directives; with `onlyIds` of these parts alone. */
export async function loadDeliveries(
  db: Db,
  directiveIds: readonly number[],
  onlyIds?: readonly number[],
): Promise<() => Deliveries> {
  const isMeant = onlyIds ? Prisma.sql`and x."assignmentId" = any(${[...onlyIds]}::int[])` : Prisma.empty;
  const [columns] = await db.$queryRaw<[Record<keyof Deliveries, string>]>`
    select ${figures(Prisma.sql`x."directiveId"`)} as directives, ${figures(Prisma.sql`x."chatId"`)} as chats,
      ${figures(Prisma.sql`x."assignmentId"`)} as parts, ${figures(unit)} as units, ${figures(rank)} as ranks,
      ${moments(Prisma.sql`x."sentAt"`)} as "sentAt"
    from "Delivery" x join "Chat" c on c.id = x."chatId"
    where x."directiveId" = any(${[...directiveIds]}::int[]) and x.kind = 'directive' ${isMeant}`;
  const list = (name: keyof Figures) => readFigures(columns[name]);
  return () => ({
    ...(Object.fromEntries(figureNames.map((name) => [name, list(name)])) as Figures),
    sentAt: readMoments(columns.sentAt),
  });
}

/** When each part first reached a group of its unit, in milliseconds. */
export function findReached({ parts, ranks, sentAt }: Deliveries): Map<number, number> {
  const first = new Map<number, number>();
  for (const [place, id] of parts.entries()) {
    const at = sentAt[place]!;
    if (ranks[place] === 0 && id >= 0 && at < (first.get(id) ?? Infinity)) first.set(id, at);
  }
  return first;
}

/** How directives with these numbers, by id, went out: each group counts once a directive, in the best that is known of it. */
export function countDeliveries(
  { sentAt: _, ...all }: Deliveries,
  numbers: ReadonlyMap<number, number>,
): Pick<SummaryContent, 'deliveries' | 'undelivered'> {
  const table = { ...all, units: all.units.slice(), ranks: all.ranks.slice(), parts: all.parts.slice() };
  const places = findBest(table, numbers).filter((place) => table.ranks[place]! < states.length);
  return { deliveries: countUnits(table, places), undelivered: listUndelivered(table, places, numbers) };
}

/** The places of the first of each directive and group, which tell from now on what is known of all of these. */
function findBest(
  { directives, chats, parts, units, ranks }: Figures,
  numbers: ReadonlyMap<number, number>,
): number[] {
  const byDirective = new Map(Array.from(numbers.keys(), (id) => [id, new Map<number, number>()]));
  const places: number[] = [];
  for (let at = 0; at < directives.length; at += 1) {
    const known = byDirective.get(directives[at]!);
    if (!known) continue;
    const first = known.get(chats[at]!);
    if (first === undefined) {
      known.set(chats[at]!, at);
      places.push(at);
      continue;
    }
    ranks[first] = Math.min(ranks[first]!, ranks[at]!);
    // Of a group without a unit of its own, the newest part says whose it is.
    if (parts[at]! > parts[first]!) [parts[first], units[first]] = [parts[at]!, units[at]!];
  }
  return places;
}

/** Nobody's last. */
const byUnit = (a: { unitId: number | null }, b: { unitId: number | null }) =>
  (a.unitId ?? Infinity) - (b.unitId ?? Infinity) || 0;

function countUnits({ units, ranks }: Figures, places: readonly number[]): UnitDeliveries[] {
  const counts = new Map<number | null, UnitDeliveries>();
  for (const place of places) {
    const unitId = figureOr(units, place);
    const own = counts.get(unitId) ?? { unitId, sent: 0, failed: 0, uncertain: 0, waiting: 0 };
    own[states[ranks[place]!]!] += 1;
    counts.set(unitId, own);
  }
  return [...counts.values()].sort(byUnit);
}

function listUndelivered(
  { directives, units, ranks }: Figures,
  places: readonly number[],
  numbers: ReadonlyMap<number, number>,
) {
  return places
    .filter((place) => ranks[place]! > 0)
    .sort((a, b) => ranks[a]! - ranks[b]!)
    .map((place) => ({
      unitId: figureOr(units, place),
      number: numbers.get(directives[place]!)!,
      state: states[ranks[place]!] as Exclude<(typeof states)[number], 'sent'>,
    }))
    .sort((a, b) => a.number - b.number || byUnit(a, b));
}
