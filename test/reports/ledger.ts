import type { Said } from '../../core/replies/said.js';
import { applyReply, unanswered, type AnswerState } from '../../core/replies/answer-state.js';
import type { AnswerValue } from '../../core/reading/answer.js';
import type { Database } from '../../store/db.js';
import { recordReply } from '../../store/replies.js';

/** Numbers below 1 that look random and are the same in every run. */
export function createRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
    chance: (share: number) => next() < share,
  };
}
export type Random = ReturnType<typeof createRandom>;

export const day = 24 * 3600_000;
export const began = Date.parse('2026-09-28T00:00:00+07:00');

const nothing: Said = {
  ...{
    status: null,
    percent: null,
    doneCount: null,
    totalCount: null,
    value: null,
    difficulty: null,
    parts: null,
  },
  ...{ note: '', isQuestion: false, moreTime: null, problem: null },
};

/** Eight weeks of a district that never was: a tree in which units move, tasks and figures, replies of all kinds. */
export async function fillLedger(db: Database, random: Random): Promise<void> {
  const units = await createUnits(db, random);
  const person = await db.person.create({ data: { name: 'Hạnh' } });
  const office = await db.chat.create({ data: { channel: 'telegram', externalId: '-1', role: 'office' } });
  for (let number = 1; number <= 14; number += 1) {
    const sentAt = new Date(began + random.below(50) * day + random.below(day));
    const isCollect = number % 3 === 0;
    const directive = await db.directive.create({
      data: {
        ...{ number, kind: isCollect ? 'collect' : 'task', state: random.chance(0.3) ? 'closed' : 'open' },
        ...{
          audience: 'all',
          title: `Việc số ${number}`,
          body: '',
          issuerId: person.id,
          issuerChatId: office.id,
        },
        ...(isCollect ? { answer: { type: 'number' } } : {}),
        ...{
          sentAt,
          dueAt: random.chance(0.85) ? new Date(sentAt.getTime() + random.below(12 * day)) : null,
        },
      },
    });
    if (directive.state === 'closed')
      await db.directive.update({
        where: { id: directive.id },
        data: { closedAt: new Date(sentAt.getTime() + (2 + random.below(20)) * day) },
      });
    for (const unit of units)
      if (random.chance(0.8))
        await createPart(db, random, { directive, unit, isCollect, sentAt, personId: person.id });
  }
}

async function createUnits(db: Database, random: Random) {
  const units: { id: number; chatId: number }[] = [];
  for (let at = 0; at < 12; at += 1) {
    const parentId = at < 3 ? null : units[random.below(3)]!.id;
    const unit = await db.unit.create({ data: { code: `XA${at}`, name: `Xã ${at}`, parentId } });
    const chat = await db.chat.create({
      data: { channel: 'telegram', externalId: `-10${at}`, role: 'unit', unitId: unit.id },
    });
    units.push({ id: unit.id, chatId: chat.id });
    if (parentId !== null && random.chance(0.5))
      await db.unitPlace.create({
        data: {
          ...{ unitId: unit.id, parentId: units[random.below(3)]!.id },
          until: new Date(began + random.below(56) * day),
        },
      });
  }
  return units;
}

interface Part {
  directive: { id: number };
  unit: { id: number; chatId: number };
  isCollect: boolean;
  sentAt: Date;
  personId: number;
}

async function createPart(
  db: Database,
  random: Random,
  { directive, unit, isCollect, sentAt, personId }: Part,
) {
  const assignment = await db.assignment.create({
    data: {
      ...{ directiveId: directive.id, unitId: unit.id, createdAt: sentAt, excused: random.chance(0.06) },
      ...(random.chance(0.1)
        ? { dueAt: new Date(sentAt.getTime() + random.below(20 * day)), extended: true }
        : {}),
    },
  });
  const state = random.chance(0.92)
    ? ('sent' as const)
    : random.pick(['failed', 'uncertain', 'queued'] as const);
  await db.delivery.create({
    data: {
      ...{ channel: 'telegram', chatId: unit.chatId, kind: 'directive', state, createdAt: sentAt },
      ...{ directiveId: directive.id, assignmentId: assignment.id, sentAt: state === 'sent' ? sentAt : null },
    },
  });
  const times = Array.from({ length: random.below(5) }, () => sentAt.getTime() + random.below(15 * day)).sort(
    (a, b) => a - b,
  );
  let before: AnswerState = unanswered;
  for (const time of times) {
    const at = new Date(time);
    const said = saySomething(random, isCollect);
    const kind = isCollect ? 'collect' : 'task';
    const isRead = said.status !== null || said.value !== null;
    const next = isRead ? applyReply(kind, before, said, at) : null;
    before = next ?? before;
    await recordReply(
      db,
      {
        ...{ assignmentId: assignment.id, directiveId: directive.id, directiveVersion: 1, unitId: unit.id },
        ...{
          chatId: unit.chatId,
          personId,
          messageId: String(time),
          source: 'text',
          said,
          attachments: [],
          at,
        },
        state: isRead
          ? random.pick(['read', 'read', 'corrected'] as const)
          : random.pick(['asked', 'unread'] as const),
        text: said.note,
      },
      next,
    );
  }
}

function saySomething(random: Random, isCollect: boolean): Said {
  if (random.chance(0.1)) return { ...nothing, note: 'bão về rồi kìa' };
  const value: AnswerValue = { type: 'number', number: random.below(1000) / 10 };
  if (isCollect && random.chance(0.7))
    return { ...nothing, status: 'done', value, note: String(value.number) };
  const status = random.pick([
    'acknowledged',
    'in_progress',
    'blocked',
    ...(isCollect ? [] : (['done', 'done'] as const)),
  ] as const);
  return { ...nothing, status, note: status, percent: status === 'in_progress' ? random.below(100) : null };
}
