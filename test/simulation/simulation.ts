import { openWorld, type World } from '../harness/open-world.js';
import { findNextMoment } from '../harness/quiet.js';
import type { TestServers } from '../harness/servers.js';
import { runTick } from '../../jobs/run-tick.js';
import { watchChats } from './chats.js';
import { compare } from './compare.js';
import { planAnswers } from './members.js';
import { createModel } from './model/model.js';
import { createOffice } from './office.js';
import { planOrganisation, settleIn } from './organisation.js';
import { createTitles } from './reading.js';
import { planRequests } from './requests.js';
import { explain, listObligations, type Options, type Run, type Stage } from './run.js';
import { writeScript } from './script.js';
import { emptyQueue, planTroubles } from './troubles.js';
import { day, minute, type Deed, type Timed, type Trouble } from './types.js';

/** The program looks for what is due every ten seconds. */
const untilNextLook = 10_000;
/** Whoever differs so often has told enough. */
const enough = 30;

const settings = {
  ESCALATION_AFTER: '2h,1d,1d',
  TELEGRAM_RATE_PER_SECOND: '0',
  TELEGRAM_CHAT_RATE_PER_SECOND: '0',
  TELEGRAM_GROUP_RATE_PER_MINUTE: '0',
};

/**
 * Plays these days on the real program, from due moment to due moment, with the model beside it, and compares what each
 * sent at each moment. `onDay` is told how far it is.
 */
export async function simulate(
  servers: TestServers,
  options: Options,
  onDay: (days: number, run: Run) => void = () => undefined,
): Promise<Run> {
  const world = await openWorld(servers, options.backend, {
    ...{ now: `${options.start}T07:00`, rate: 'off', settings },
  });
  try {
    const stage = await prepare(world, options);
    for (;;) {
      const { run } = stage;
      const now = world.clock.now().getTime();
      onDay((now - stage.start) / day, run);
      if (now >= run.end || run.differences.length >= enough) {
        run.obligations = listObligations(stage);
        return run;
      }
      await step(stage, await findNext(stage, now));
    }
  } finally {
    await world.stop();
  }
}

async function prepare(world: World, { units, days, seed, start }: Options): Promise<Stage> {
  const plans = planOrganisation(units, seed);
  const settled = await settleIn(world, plans);
  const begun = world.clock.now().getTime();
  const end = begun + days * day;
  const titles = createTitles(new Set(planRequests(plans, seed).map(({ title }) => title)));
  const chats = watchChats(world, settled, titles);
  return {
    ...{ world, settled, chats, seed, start: begun, asked: new Set() },
    model: createModel(plans, { start: begun, end }),
    office: createOffice(world, settled, { titles, chats }),
    agenda: writeScript(plans, { start, days, seed }),
    troubles: planTroubles({ start, days, seed }),
    run: {
      ...{ plans, seen: [], expected: [], done: [], stops: [], obligations: [] },
      ...{ troubles: 0, steps: 0, differences: [], end },
    },
  };
}

interface Moment {
  at: number;
  /** Whether the program or the model has something to do then; else only people do. */
  isDue: boolean;
}

/** The next moment at which somebody does something, or something is due on either side. */
async function findNext({ world, model, agenda, troubles, run }: Stage, now: number): Promise<Moment> {
  const planned = await findNextMoment(world, new Date(now));
  const stop = troubles.find(({ deed }) => deed.do === 'stop');
  const due = Math.min(planned?.getTime() ?? Infinity, model.nextMoment(now), run.end);
  const at = Math.max(Math.min(due, agenda[0]?.at ?? Infinity, stop?.at ?? Infinity), now);
  return { at, isDue: due <= at };
}

async function step(stage: Stage, { at, isDue }: Moment): Promise<void> {
  const { world, run } = stage;
  world.clock.moveTo(new Date(at));
  run.steps += 1;
  const deeds = await act(stage, at);
  const trouble = takeTrouble(stage, at, isDue);
  if (trouble?.do === 'stop') deeds.push(...(await sleep(stage, at, trouble.until)));
  // Where nobody did anything the world is at rest.
  if (deeds.length > 0 && !trouble) await world.settle();
  // A look at which nothing is due finds nothing: the next one that does comes soon enough to tell.
  const now = world.clock.now().getTime();
  if (isDue || trouble || now > at) await tick(stage, trouble);
  await settleLedgers(stage, deeds);
}

/** What people do now. Those who only answer do so in one breath. */
async function act({ agenda, office, model, run }: Stage, at: number): Promise<Timed<Deed>[]> {
  const due = agenda.splice(0, agenda.filter((one) => one.at <= at).length);
  const possible = due.filter(({ deed }) => model.isPossible(deed));
  for (const { deed } of possible) await office.do(deed);
  const done = possible.map(({ deed }) => ({ at, deed }));
  run.done.push(...done);
  return done;
}

/** Restarts and the emptied queue come when there is work to lose. */
function takeTrouble({ troubles }: Stage, at: number, isDue: boolean): Trouble | null {
  const index = troubles.findIndex((one) => one.at <= at && (isDue || one.deed.do === 'stop'));
  return index < 0 ? null : troubles.splice(index, 1)[0]!.deed;
}

/** Nothing runs for hours. Units go on answering; the office waits. */
async function sleep(stage: Stage, from: number, until: number): Promise<Timed<Deed>[]> {
  const { world, agenda, office, model, run } = stage;
  await world.settle();
  await world.app.stop();
  const meanwhile = agenda.splice(0, agenda.filter((one) => one.at < until).length);
  const later = meanwhile.filter(({ deed }) => deed.do !== 'answer');
  agenda.unshift(...later.map((one, index) => ({ ...one, at: until + (index + 1) * minute })));
  const said: Timed<Deed>[] = [];
  for (const { at, deed } of meanwhile) {
    if (deed.do !== 'answer' || !model.isPossible(deed)) continue;
    world.clock.moveTo(new Date(at));
    const typed: Deed = { ...deed, by: 'reply' };
    await office.do(typed);
    said.push({ at, deed: typed });
  }
  world.clock.moveTo(new Date(until));
  run.done.push(...said);
  run.stops.push({ from, until });
  return said;
}

/** The program looks for what is due and does it; whatever befalls it meanwhile. */
async function tick({ world, run }: Stage, trouble: Trouble | null): Promise<void> {
  const look = async () => {
    await runTick(world.app.runtime);
    await world.settle();
  };
  if (!trouble) return look();
  run.troubles += 1;
  if (trouble.do === 'flush') {
    await runTick(world.app.runtime);
    await emptyQueue(world);
    await world.settle();
    world.clock.moveTo(new Date(world.clock.now().getTime() + untilNextLook));
    return look();
  }
  // In the midst of what it is about to do, or from its sleep.
  if (trouble.do === 'restart') await runTick(world.app.runtime);
  await world.restart();
  await world.settle();
  await look();
}

/** What came against what should have come; then units think about what they got. */
async function settleLedgers(stage: Stage, deeds: readonly Timed<Deed>[]): Promise<void> {
  const { world, chats, model, agenda, run, seed } = stage;
  const seen = chats.look();
  const byChat = new Map<string, string[]>();
  for (const { chat, what } of seen) byChat.set(chat, [...(byChat.get(chat) ?? []), what]);
  const now = world.clock.now().getTime();
  const expected = model.expect(now, byChat, (outbox) => {
    for (const { at, deed } of deeds) model.doings.do({ ...outbox, now: at }, deed);
    model.tick(outbox);
  });
  run.seen.push(...seen);
  run.expected.push(...expected);
  for (const one of compare(seen, expected)) run.differences.push({ ...one, why: await explain(stage, one) });
  for (const { at, chat, what } of seen) {
    const part = what.startsWith('directive ') ? model.partOf(what.slice(10), chat) : undefined;
    if (!part || stage.asked.has(part)) continue;
    stage.asked.add(part);
    agenda.push(...planAnswers(part, at, seed));
  }
  agenda.sort((a, b) => a.at - b.at);
}
