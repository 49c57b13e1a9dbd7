import type { Backend } from '../harness/servers.js';
import type { World } from '../harness/open-world.js';
import type { Chats, Seen } from './chats.js';
import type { Difference } from './compare.js';
import type { Model } from './model/model.js';
import type { Part } from './model/state.js';
import type { Office } from './office.js';
import type { Settled } from './organisation.js';
import type { Obligation } from './ledger.js';
import { day, type Deed, type Message, type Timed, type Trouble, type UnitPlan } from './types.js';

export interface Options {
  units: number;
  days: number;
  seed: number;
  backend: Backend;
  /** ISO date of the first day. */
  start: string;
}

/** Both ledgers of a run, and what was done meanwhile. */
export interface Run {
  plans: UnitPlan[];
  seen: Seen[];
  expected: Message[];
  done: Timed<Deed>[];
  /** Every unit's part with its deadline. */
  obligations: Obligation[];
  /** When the program did not run. */
  stops: { from: number; until: number }[];
  troubles: number;
  steps: number;
  differences: Difference[];
  end: number;
}

/** A run under way. */
export interface Stage {
  world: World;
  settled: Settled;
  chats: Chats;
  model: Model;
  office: Office;
  agenda: Timed<Deed>[];
  troubles: Timed<Trouble>[];
  /** Units that have begun to think about it: a second copy changes nothing. */
  asked: Set<Part>;
  run: Run;
  seed: number;
  start: number;
}

/** How the model saw the chat, and what the program's ledger has of the last day. */
export async function explain({ world, model, settled }: Stage, { chat, at }: Difference): Promise<string[]> {
  const { db } = world.app.runtime;
  const externalId = settled.groups.get(chat);
  const rows = await db.delivery.findMany({
    where: {
      chat: { externalId: String(externalId) },
      OR: [
        { state: 'queued' },
        { sentAt: { gt: new Date(at - day) } },
        { claimedAt: { gt: new Date(at - day) } },
      ],
    },
    include: { directive: { select: { title: true } } },
    orderBy: { id: 'asc' },
  });
  const ledger = rows.map(
    ({ kind, step, state, reason, notBefore, claimedAt, directive }) =>
      `ledger: ${kind} ${step ?? ''} ${directive?.title ?? ''} ${state} ${reason ?? ''} claimed ${claimedAt?.toISOString()} not before ${notBefore.toISOString()}`,
  );
  return [...model.explain(chat, at), ...ledger];
}

/** Deadlines as they were given. */
export function listObligations({ model, run: { done, end } }: Stage): Obligation[] {
  return model.listParts().flatMap(({ work, unit, due, isExcused, path }) => {
    const isMoved = done.some(
      ({ deed }) =>
        (deed.do === 'extend' && deed.key === work.key) || (deed.do === 'leave' && path.includes(deed.unit)),
    );
    const ended = done.find(
      ({ deed }) => (deed.do === 'close' || deed.do === 'cancel') && deed.key === work.key,
    );
    const { key, urgent } = work;
    const one = { key, urgent, unit: unit.code, isMoved: isMoved || isExcused, endedAt: ended?.at ?? end };
    return due === null ? [] : [{ ...one, due }];
  });
}
