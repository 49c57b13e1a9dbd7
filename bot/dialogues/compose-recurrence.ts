import { readFirstLine } from '../../core/compose/first-line.js';
import { UserError } from '../../core/errors.js';
import { joinLines, type RichText } from '../../core/message.js';
import { foldText } from '../../core/text/fold.js';
import { closeDialogue, openDialogue, saveDialogue, type DialogueRow } from '../../store/dialogues.js';
import {
  createRecurrenceDraft,
  dropRecurrenceDraft,
  findRecurrence,
  type Recurrence,
} from '../../store/recurrences.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { readTargets } from '../../services/drafts/words.js';
import { findPlace } from '../../services/office-calendar.js';
import { turnAcceptance } from '../../services/drafts/terms.js';
import { dropDraft, startDraft, turnDraft } from '../recurring/decide.js';
import { sayRecurrences } from '../recurring/list.js';
import { buildRecurringPreview, draftSteps, listDraftSteps } from '../recurring/preview.js';
import {
  checkDue,
  fromRecurrence,
  nextOpenings,
  openingsTried,
  readRhythmWords,
} from '../recurring/words.js';
import { readRecurring, toRecurrenceWords, type RecurringData } from '../recurring/words.js';
import type { ComposeData } from './compose-data.js';
import { isNothing, partTakers } from './compose-directive.js';
import { buildQuestion } from './compose-questions.js';
import { listRecurringOptions, type RecurringStep } from './compose-recurrence-questions.js';
import { inSteps } from './in-steps.js';
import { dialogueMs, type Dialogue, type DialogueAnswer } from './dialogue.js';

const kind = 'recurrence';

/** Asks for the first part, below what runs already. */
export const startRecurring = async (ctx: Context) =>
  begin(ctx, { urgent: false, attachments: [], pausesOverTet: false }, 'kind', await sayRecurrences(ctx));

/** Asks which part of a draft to change. */
export const changeDraft = (ctx: Context, draft: Recurrence) => {
  const { id: draftId, replacesId } = draft;
  return begin(ctx, { ...fromRecurrence(draft), draftId, ...(replacesId ? { replacesId } : {}) }, 'change');
};

/** Asks which part of a running one to change: what is shown then is a draft that replaces it. */
export const changeRecurrence = (ctx: Context, recurrence: Recurrence) =>
  begin(ctx, { ...fromRecurrence(recurrence), replacesId: recurrence.id }, 'change');

/** Stores what is known whole as a draft and shows it. Without buttons the answer to it is waited for. */
export async function showRecurring(ctx: Context, { options: _, ...data }: RecurringData): Promise<void> {
  const { draftId, replacesId = null } = data;
  const words = await toRecurrenceWords(ctx, data);
  if (draftId !== undefined) await dropRecurrenceDraft(ctx.db, draftId);
  const { personId: issuerId } = getSpeaker(ctx);
  const by = { issuerId, issuerChatId: ctx.chat.id, replacesId, now: ctx.now };
  const draft = await createRecurrenceDraft(ctx.db, words, by);
  const replaced = replacesId === null ? null : await findRecurrence(ctx.db, replacesId);
  await answer(ctx, await buildRecurringPreview(ctx, draft, replaced?.number ?? null));
  if (ctx.channel.capabilities.buttons) return;
  await openDialogue(ctx.db, placeOf(ctx), stateOf(ctx, 'decide', { ...data, draftId: draft.id }));
}

/** Writing a recurring request with the bot asking for its parts, and changing one. */
export const recurrenceDialogue: Dialogue = {
  kind,
  async take(ctx, row, said) {
    const step = row.step as RecurringStep;
    const data = row.data as unknown as RecurringData;
    if (step === 'decide') return takeDecision(ctx, row, data, said);
    if (step === 'change') return takeChange(ctx, row, data, said);
    const attachments = said.attachments.length > 0 ? { attachments: said.attachments } : {};
    await goOn(ctx, row, { ...data, ...(await take(ctx, step, said, data)), ...attachments });
  },
};

async function goOn(ctx: Context, row: DialogueRow, data: RecurringData): Promise<void> {
  const missing = findMissing(data);
  if (missing) return ask(ctx, row, missing, data);
  await closeDialogue(ctx.db, row.id);
  await showRecurring(ctx, data);
}

function findMissing(data: RecurringData): RecurringStep | null {
  const parts: [RecurringStep, unknown][] = [
    ['kind', data.kind],
    ['rhythm', data.rhythmWords],
    ['targets', data.targets],
    ['title', data.title],
    ['body', data.body],
    ['due', data.dueWords],
    ...(data.kind === 'collect' ? ([['figure', data.answer]] as [RecurringStep, unknown][]) : []),
  ];
  return parts.find(([, known]) => known === undefined)?.[0] ?? null;
}

async function take(
  ctx: Context,
  step: RecurringStep,
  said: DialogueAnswer,
  data: RecurringData,
): Promise<Partial<RecurringData>> {
  if (step === 'kind') return { kind: readKind(said.text) };
  if (step === 'rhythm') {
    const place = await findPlace(ctx);
    await inSteps(async () => readRhythmWords(place, said.text));
    return { rhythmWords: said.text.trim() };
  }
  if (step === 'targets') return takeTargets(ctx, said, data);
  if (step !== 'due') return takePart(ctx, step, said, data);
  return isNothing(said)
    ? { dueWords: null }
    : takeDue(ctx, said.text.replace(/^(?:hạn|due)[:\s]+/iu, ''), data);
}

async function takeTargets(
  ctx: Context,
  said: DialogueAnswer,
  data: RecurringData,
): Promise<Partial<RecurringData>> {
  const { targets, isUrgent, deadline } = readFirstLine(said.text.replace(/\s+/g, ' '));
  await inSteps(() => readTargets(ctx, getSpeaker(ctx), targets));
  const due = deadline === null ? {} : await takeDue(ctx, deadline, data);
  return { targets, urgent: data.urgent || isUrgent, ...due };
}

/** Title, body and figure are asked for and read as in a directive. */
async function takePart(ctx: Context, step: RecurringStep, said: DialogueAnswer, data: RecurringData) {
  const {
    title,
    body,
    answer: figure,
    attachments,
    terms,
  } = await inSteps(() => partTakers[step as 'title'](ctx, said, data as ComposeData));
  return {
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body }),
    ...(figure === undefined ? {} : { answer: figure }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(terms === undefined ? {} : { terms }),
  };
}

async function takeDue(
  ctx: Context,
  words: string,
  data: RecurringData,
): Promise<Pick<RecurringData, 'dueWords'>> {
  const place = await findPlace(ctx);
  const rhythm = readRhythmWords(place, data.rhythmWords ?? '');
  const rule = {
    rhythm,
    anchor: ctx.now.toISOString().slice(0, 10),
    onDayOff: 'move',
    pausesOverTet: false,
  } as const;
  checkDue(place, words, nextOpenings(place, rule, { now: ctx.now, count: openingsTried }));
  return { dueWords: words.trim() };
}

const kinds = ['task', 'acknowledge', 'collect', 'notice'] as const;

function readKind(text: string) {
  const found = kinds.find((one) => one === text);
  if (!found) throw new UserError('recurrence.badKind');
  return found;
}

/** A part by its button, or the whole anew in one message. */
async function takeChange(
  ctx: Context,
  row: DialogueRow,
  data: RecurringData,
  said: DialogueAnswer,
): Promise<void> {
  if (said.isPress && said.text === 'urgent') return goOn(ctx, row, { ...data, urgent: !data.urgent });
  if (said.isPress && said.text === 'acceptance')
    return goOn(ctx, row, { ...data, terms: turnAcceptance(data) });
  if (said.isPress) return ask(ctx, row, said.text as RecurringStep, data);
  const { attachments, ...words } = await readRecurring(ctx, said.text);
  await closeDialogue(ctx.db, row.id);
  const { draftId, replacesId } = data;
  await showRecurring(ctx, {
    ...words,
    attachments: attachments.length > 0 ? attachments : data.attachments,
    ...(draftId === undefined ? {} : { draftId }),
    ...(replacesId === undefined ? {} : { replacesId }),
  });
}

/** The words of the buttons, where there are none. */
async function takeDecision(
  ctx: Context,
  row: DialogueRow,
  data: RecurringData,
  { text }: DialogueAnswer,
): Promise<void> {
  const draft = await findRecurrence(ctx.db, data.draftId ?? 0);
  if (draft?.state !== 'draft') throw new UserError('recurrence.settled');
  const said = draftSteps(ctx, draft)
    .flat()
    .find(({ label }) => foldText(label) === foldText(text));
  if (!said) throw new UserError('recurrence.decideAgain', { words: listDraftSteps(ctx, draft) });
  if (said.step === 'change') return changeDraft(ctx, draft);
  if (said.step === 'off' || said.step === 'tet') return turnDraft(ctx, draft, said.step);
  await closeDialogue(ctx.db, row.id);
  await (said.step === 'drop' ? dropDraft(ctx, draft) : startDraft(ctx, draft));
}

/** `lead`: lines above the question. */
async function begin(
  ctx: Context,
  data: RecurringData,
  step: RecurringStep,
  lead: RichText[] = [],
): Promise<void> {
  const { id } = await openDialogue(ctx.db, placeOf(ctx), stateOf(ctx, step, data));
  await ask(ctx, { id, lead }, step, data);
}

async function ask(
  ctx: Context,
  { id, lead = [] }: { id: number; lead?: RichText[] },
  step: RecurringStep,
  data: RecurringData,
): Promise<void> {
  const options = await listRecurringOptions(ctx, step, data);
  const { expiresAt } = stateOf(ctx, step, data);
  await saveDialogue(ctx.db, id, {
    step,
    data: { ...data, options: options.map(({ says }) => says) },
    expiresAt,
  });
  const question = buildQuestion(ctx, step, id, options);
  await answer(ctx, { ...question, text: joinLines([...lead, question.text]) });
}

const placeOf = (ctx: Context) => ({ chatId: ctx.chat.id, personId: getSpeaker(ctx).personId });
const stateOf = (ctx: Context, step: string, data: object) => ({
  ...{ kind, step, data },
  expiresAt: new Date(ctx.now.getTime() + dialogueMs),
});
