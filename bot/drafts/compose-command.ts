import { isAllowedSomewhere } from '../../core/authorise.js';
import { parseRequest } from '../../core/compose/request.js';
import type { DirectiveKind } from '../../core/directive-message.js';
import { UserError } from '../../core/errors.js';
import { findDialogue, closeDialogue } from '../../store/dialogues.js';
import { listUnits } from '../../store/units.js';
import type { Command } from '../command.js';
import { getSpeaker } from '../../services/authorise.js';
import type { Context } from '../context.js';
import type { ComposeData } from '../dialogues/compose-data.js';
import { showDraft, startComposing } from '../dialogues/compose-directive.js';
import { readTerms } from '../../services/drafts/terms.js';
import { checkAsking, checkText, readDue, readReminders } from '../../services/drafts/words.js';

/** The command that writes directives of one kind: whole in one message, or alone to be asked for each part. */
export function composeCommand(kind: DirectiveKind, names: Command['names']): Command {
  return {
    names,
    places: ['private', 'office'],
    right: 'send-directive',
    async run(ctx, args) {
      const speaker = getSpeaker(ctx);
      if (!isAllowedSomewhere(speaker.roles, 'send-directive')) throw new UserError('error.notAllowed');
      const attachments = 'attachments' in ctx.event ? ctx.event.attachments : [];
      if (args === '') return startComposing(ctx, { kind, urgent: false, attachments });
      const { isUrgent, deadline, reminders, terms, wrongAsking, ...request } = parseRequest(
        args,
        kind === 'collect',
      );
      checkAsking(wrongAsking);
      if (request.targets.trim() === '') await checkOrder(ctx, deadline);
      checkText(request.title, request.body);
      const words = {
        ...request,
        kind,
        urgent: isUrgent,
        dueAt: await readDue(ctx, deadline),
        reminders: readReminders(reminders),
        terms: readTerms(kind, {}, terms),
      };
      const replaced = await endChange(ctx, speaker.personId);
      const kept = attachments.length > 0 ? attachments : (replaced?.attachments ?? []);
      await showDraft(ctx, { ...words, attachments: kept }, replaced?.draftId);
    },
  };
}

/** Throws UserError where the recipients stand behind the deadline: `hạn mai XA01` is no time that can't be read. */
async function checkOrder(ctx: Context, deadline: string | null): Promise<void> {
  if (deadline === null) return;
  const known = new Set((await listUnits(ctx.db)).map(({ code }) => code));
  const words = deadline.split(/[\s,;]+/);
  const codes = words.filter((word) => known.has(word.toUpperCase()));
  const due = words.filter((word) => !codes.includes(word)).join(' ');
  if (codes.length > 0) throw new UserError('compose.targetsFirst', { codes: codes.join(', '), due });
}

/** Whoever was changing a draft and sends the whole anew means the same draft. An open conversation ends. */
async function endChange(ctx: Context, personId: number): Promise<ComposeData | null> {
  const row = await findDialogue(ctx.db, { chatId: ctx.chat.id, personId });
  if (!row || row.kind !== 'compose') return null;
  await closeDialogue(ctx.db, row.id);
  const data = row.data as unknown as ComposeData;
  return row.step === 'time' || row.step === 'decide' || row.expiresAt <= ctx.now ? null : data;
}
