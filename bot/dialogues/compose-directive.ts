import { readFirstLine } from '../../core/compose/first-line.js';
import { cleanBody, cleanTitle, parseRequest } from '../../core/compose/request.js';
import { takeTermsWords } from '../../core/compose/terms-line.js';
import { UserError } from '../../core/errors.js';
import { readQuorum } from '../../core/quorum/read-quorum.js';
import { foldText } from '../../core/text/fold.js';
import type { Directive } from '../../store/directives.js';
import { closeDialogue, openDialogue, saveDialogue, type DialogueRow } from '../../store/dialogues.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { addOwnWords } from '../../services/cascade/own-words.js';
import type { DraftVerb } from '../drafts/build-preview.js';
import { dropDraft, sendDraft } from '../drafts/decide.js';
import { findMovedDue } from '../../services/drafts/describe-due.js';
import { getDraft } from '../../services/drafts/find-draft.js';
import { previewDraft } from '../drafts/preview-draft.js';
import { scheduleSending } from '../drafts/schedule-sending.js';
import { readTerms, turnAcceptance } from '../../services/drafts/terms.js';
import {
  checkAsking,
  checkText,
  readDue,
  readFigure,
  readPlan,
  readReminders,
  readTargets,
  type DraftWords,
} from '../../services/drafts/words.js';
import { findMissing, fromDraft, toWords, type ComposeData, type StepName } from './compose-data.js';
import { buildQuestion, listOptions } from './compose-questions.js';
import { inSteps } from './in-steps.js';
import { dialogueMs, type Dialogue, type DialogueAnswer } from './dialogue.js';

const kind = 'compose';

/** Asks for the first part that is missing, or for `step`. */
export async function startComposing(ctx: Context, data: ComposeData, step?: StepName): Promise<void> {
  const place = { chatId: ctx.chat.id, personId: getSpeaker(ctx).personId };
  const first = step ?? findMissing(data) ?? 'change';
  const row = await openDialogue(ctx.db, place, { kind, step: first, data, expiresAt: expiry(ctx) });
  await ask(ctx, row.id, first, data);
}

/** Writing a directive with the bot asking for its parts, and changing one or giving it a time. */
export const composeDialogue: Dialogue = {
  kind,
  async take(ctx, row, said) {
    const step = row.step as StepName;
    const data = row.data as unknown as ComposeData;
    if (step === 'decide') return takeDecision(ctx, data, said);
    if (step === 'time') return takeTime(ctx, row, data, said);
    if (step === 'change') return takeChange(ctx, row, data, said);
    const next = { ...data, ...(await inSteps(() => partTakers[step](ctx, said, data))) };
    if (said.attachments.length > 0) next.attachments = said.attachments;
    await goOn(ctx, row, next);
  },
};

/** The next question, or the preview when all is said. A deadline that passed meanwhile is asked for again. */
async function goOn(ctx: Context, row: DialogueRow, known: ComposeData): Promise<void> {
  const { dueAt, ...rest } = known;
  const isPast = typeof dueAt === 'string' && new Date(dueAt) <= ctx.now;
  const data: ComposeData = isPast || dueAt === undefined ? rest : { ...rest, dueAt };
  const missing = findMissing(data);
  if (missing) return ask(ctx, row.id, missing, data);
  await closeDialogue(ctx.db, row.id);
  await showDraft(ctx, toWords(data), data.draftId);
}

/** Stores and shows the draft. Where there are no buttons to decide by, the answer to the preview is waited for. */
export async function showDraft(ctx: Context, words: DraftWords, replaces?: number): Promise<void> {
  const speaker = getSpeaker(ctx);
  const draft = await previewDraft(ctx, speaker, words, replaces ?? null);
  await awaitDecision(ctx, fromDraft(draft));
}

async function awaitDecision(ctx: Context, { options: _, ...data }: ComposeData): Promise<void> {
  if (ctx.channel.capabilities.buttons) return;
  const place = { chatId: ctx.chat.id, personId: getSpeaker(ctx).personId };
  await openDialogue(ctx.db, place, { kind, step: 'decide', data, expiresAt: expiry(ctx) });
}

const verbs: readonly DraftVerb[] = ['send', 'later', 'change', 'drop', 'move'];
export const isVerb = (word: string): word is DraftVerb => verbs.some((verb) => verb === word);

/** What becomes of a draft: sent now, given a time, changed, dropped. Throws UserError when it is not to be decided on. */
export async function decide(ctx: Context, id: number | null, verb: DraftVerb): Promise<void> {
  const whenScheduled = verb === 'send' || verb === 'drop' || verb === 'change';
  const draft = await getDraft(ctx, id, whenScheduled ? ['draft', 'scheduled'] : ['draft']);
  if (verb === 'send') return sendDraft(ctx, draft);
  if (verb === 'drop') return dropDraft(ctx, draft);
  if (verb === 'move') return moveDue(ctx, draft);
  await startComposing(ctx, fromDraft(draft), verb === 'later' ? 'time' : 'change');
}

/** The deadline on a day off goes to the next working day, in a new preview. */
async function moveDue(ctx: Context, draft: Directive): Promise<void> {
  const moved = await findMovedDue(ctx, draft.dueAt);
  if (!moved) throw new UserError('error.oldButton');
  const data = { ...fromDraft(draft), dueAt: moved.toISOString() };
  await showDraft(ctx, toWords(data), draft.id);
}

/** The words of the buttons, where there are none. */
async function takeDecision(ctx: Context, data: ComposeData, { text }: DialogueAnswer): Promise<void> {
  const verb = verbs.find((one) => foldText(ctx.t(`preview.button.${one}`)) === foldText(text));
  if (!verb) throw new UserError('preview.decideAgain');
  await decide(ctx, data.draftId ?? null, verb);
}

async function ask(ctx: Context, id: number, step: StepName, data: ComposeData): Promise<void> {
  const options = await listOptions(ctx, step, data);
  const asked: ComposeData = { ...data, options: options.map(({ says }) => says) };
  await saveDialogue(ctx.db, id, { step, data: asked, expiresAt: expiry(ctx) });
  await answer(ctx, buildQuestion(ctx, step, id, options));
}

const expiry = (ctx: Context) => new Date(ctx.now.getTime() + dialogueMs);

type PartStep = Exclude<StepName, 'time' | 'change' | 'decide'>;
type Taker = (ctx: Context, said: DialogueAnswer, data: ComposeData) => Promise<Partial<ComposeData>>;

const noWords = new Set([
  'khong',
  'khong co',
  'khong han',
  'khong co han',
  'bo han',
  'bo qua',
  'no',
  'none',
  'skip',
  '-',
]);
/** Pressed, or said in words: this part stays empty. */
export const isNothing = ({ text, isPress }: DialogueAnswer) =>
  isPress ? text === '' : noWords.has(foldText(text));

/** How each part is read from what was said. */
export const partTakers: Record<PartStep, Taker> = {
  async targets(ctx, said, data) {
    const { rest, said: terms } = takeTermsWords(said.text.replace(/\s+/g, ' '));
    const { targets, deadline, isUrgent } = readFirstLine(rest);
    await readTargets(ctx, getSpeaker(ctx), targets, { passedFromId: data.passedFromId });
    const dueAt = deadline === null ? {} : { dueAt: (await readDue(ctx, deadline))?.toISOString() ?? null };
    return {
      ...{ targets, urgent: data.urgent || isUrgent, ...dueAt },
      terms: readTerms(data.kind, data.terms ?? {}, terms),
    };
  },
  /** Whoever sends title and body together is not asked for the body. */
  async title(_ctx, said, data) {
    const [first = '', ...rest] = said.text.trim().split('\n');
    const title = cleanTitle(first);
    const body = cleanBody(rest.join('\n'));
    checkText(title, body);
    return body === '' || (data.body !== undefined && data.draftId !== undefined)
      ? { title }
      : { title, body };
  },
  /** A file without words goes along; the words are asked for again. */
  async body(ctx, said, data) {
    const write = async (own: string) =>
      data.passedFromId === undefined ? own : addOwnWords(ctx, data.passedFromId, own);
    if (isNothing(said)) return { body: await write('') };
    if (said.text.trim() === '') {
      if (said.attachments.length === 0) throw new UserError('compose.noText');
      return { attachments: said.attachments };
    }
    const body = await write(cleanBody(said.text));
    checkText(data.title ?? '', body);
    return { body };
  },
  async deadline(ctx, said) {
    if (isNothing(said)) return { dueAt: null };
    return { dueAt: (await readDue(ctx, said.text))?.toISOString() ?? null };
  },
  async figure(_ctx, said) {
    return { answer: readFigure(said.text) };
  },
  async reminders(_ctx, said) {
    const reminders = readPlan(said.text);
    return reminders ? { reminders } : {};
  },
  async quorum(_ctx, said, data) {
    const reading = readQuorum(said.text);
    return { terms: readTerms(data.kind, data.terms ?? {}, reading) };
  },
};

/** A part to change by its button, or the whole directive anew in one message. */
async function takeChange(
  ctx: Context,
  row: DialogueRow,
  data: ComposeData,
  said: DialogueAnswer,
): Promise<void> {
  if (!said.isPress) {
    const {
      targets,
      deadline,
      isUrgent,
      title,
      body,
      answer: figure,
      reminders,
      terms: saidTerms,
      wrongAsking,
    } = parseRequest(said.text, data.kind === 'collect');
    checkAsking(wrongAsking);
    const dueAt = await readDue(ctx, deadline);
    const terms = readTerms(data.kind, data.terms ?? {}, saidTerms);
    const steps = readReminders(reminders) ?? data.reminders ?? null;
    const words = { kind: data.kind, urgent: isUrgent, targets, title, body, dueAt, reminders: steps, terms };
    const attachments = said.attachments.length > 0 ? said.attachments : data.attachments;
    await closeDialogue(ctx.db, row.id);
    const passed = data.passedFromId === undefined ? {} : { passedFromId: data.passedFromId };
    const whole = { ...words, ...passed, attachments, answer: figure ?? data.answer ?? null };
    return showDraft(ctx, whole, data.draftId);
  }
  if (said.text === 'urgent') return goOn(ctx, row, { ...data, urgent: !data.urgent });
  if (said.text === 'acceptance') return goOn(ctx, row, { ...data, terms: turnAcceptance(data) });
  await ask(ctx, row.id, said.text as PartStep, data);
}

async function takeTime(
  ctx: Context,
  row: DialogueRow,
  data: ComposeData,
  said: DialogueAnswer,
): Promise<void> {
  await scheduleSending(ctx, data.draftId ?? 0, said.text);
  await closeDialogue(ctx.db, row.id);
  await awaitDecision(ctx, data);
}
