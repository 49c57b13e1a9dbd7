import type { SummaryContent, UnitDeliveries } from '../core/summary/summary-content.js';
import { figureOr, figures, readFigures } from './columns.js';
import { Prisma, type Db } from './db.js';
import type { Span } from './items-then.js';
import { ofSpan } from './summary-facts.js';

/** From the best that can be known of a delivery to the worst; what was skipped is none. */
const states = ['sent', 'uncertain', 'waiting', 'failed'] as const;
const rank = Prisma.sql`case x.state when 'sent' then 0 when 'uncertain' then 1 when 'queued' then 2 when 'sending' then 2
  when 'failed' then 3 else 4 end`;
const unit = Prisma.sql`coalesce(c."unitId", (select a."unitId" from "Assignment" a where a.id = x."assignmentId"))`;

export type DeliveryColumns = Record<'numbers' | 'chats' | 'parts' | 'units' | 'ranks', string>;
type Table = Record<keyof DeliveryColumns, Int32Array>;

/** The deliveries of the period's directives, a column a text; countDeliveries reads them. */
export async function loadDeliveries(db: Db, span: Span): Promise<DeliveryColumns> {
  const [columns] = await db.$queryRaw<[DeliveryColumns]>`
    select ${figures(Prisma.sql`d.number`)} as numbers, ${figures(Prisma.sql`x."chatId"`)} as chats,
      ${figures(Prisma.sql`x."assignmentId"`)} as parts, ${figures(unit)} as units, ${figures(rank)} as ranks
    from "Directive" d join "Delivery" x on x."directiveId" = d.id and x.kind = 'directive' join "Chat" c on c.id = x."chatId"
    where ${ofSpan(span)} and d.state in ('open', 'closed') and d.number is not null`;
  return columns;
}

/** How the directives went out: each group counts once a directive, in the best that is known of it. */
export function countDeliveries(
  columns: DeliveryColumns,
): Pick<SummaryContent, 'deliveries' | 'undelivered'> {
  const table = Object.fromEntries(
    Object.entries(columns).map(([name, text]) => [name, readFigures(text)]),
  ) as Table;
  const places = findBest(table).filter((place) => table.ranks[place]! < states.length);
  return { deliveries: countUnits(table, places), undelivered: listUndelivered(table, places) };
}

/** The places of the first of each directive and group, which tell from now on what is known of all of these. */
function findBest({ numbers, chats, parts, units, ranks }: Table): number[] {
  const byNumber = new Map<number, Map<number, number>>();
  const places: number[] = [];
  for (let at = 0; at < numbers.length; at += 1) {
    const known = byNumber.get(numbers[at]!) ?? new Map<number, number>();
    byNumber.set(numbers[at]!, known);
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

function countUnits({ units, ranks }: Table, places: readonly number[]): UnitDeliveries[] {
  const counts = new Map<number | null, UnitDeliveries>();
  for (const place of places) {
    const unitId = figureOr(units, place);
    const own = counts.get(unitId) ?? { unitId, sent: 0, failed: 0, uncertain: 0, waiting: 0 };
    own[states[ranks[place]!]!] += 1;
    counts.set(unitId, own);
  }
  return [...counts.values()].sort(byUnit);
}

function listUndelivered({ numbers, units, ranks }: Table, places: readonly number[]) {
  return places
    .filter((place) => ranks[place]! > 0)
    .sort((a, b) => ranks[a]! - ranks[b]!)
    .map((place) => ({
      unitId: figureOr(units, place),
      number: numbers[place]!,
      state: states[ranks[place]!] as Exclude<(typeof states)[number], 'sent'>,
    }))
    .sort((a, b) => a.number - b.number || byUnit(a, b));
}
