import { isAllowed } from '../../core/authorise.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { UserError } from '../../core/errors.js';
import { findDirective, type Directive } from '../../store/directives.js';
import { getSpeaker } from '../authorise.js';
import type { Asking, Deed } from '../deed.js';

/** The draft a button belongs to, for its author or an administrator, while it is in one of `states`. Throws UserError. */
export async function getDraft(
  ctx: Deed,
  id: number | null,
  states: readonly Directive['state'][],
): Promise<Directive> {
  const draft = id === null ? null : await findDirective(ctx.db, id);
  if (!draft || draft.issuerChatId !== ctx.chat.id) throw new UserError('error.oldButton');
  const speaker = getSpeaker(ctx);
  const mayDecide = speaker.personId === draft.issuerId || isAllowed(speaker.roles, 'change-directive', []);
  if (!mayDecide) throw new UserError('preview.notYours');
  if (!states.includes(draft.state)) throw await explainSettled(ctx, draft.id);
  return draft;
}

/** A draft of the speaker's own, wherever it was written, while it is in one of `states`. Throws UserError. */
export async function getOwnDraft(
  ctx: Asking,
  id: number | null,
  states: readonly Directive['state'][],
): Promise<Directive> {
  const draft = id === null ? null : await findOwnDraft(ctx, id);
  if (!draft) throw new UserError('error.oldButton');
  if (!states.includes(draft.state)) throw await explainSettled(ctx, draft.id);
  return draft;
}

/** What the speaker wrote; null for others' and for what is passed on, which belongs to the part it passes on. */
export async function findOwnDraft(
  ctx: Pick<Asking, 'db' | 'speaker'>,
  id: number,
): Promise<Directive | null> {
  const draft = await findDirective(ctx.db, id);
  const isOwn = draft?.issuerId === getSpeaker(ctx).personId && draft.passedFromId === null;
  return isOwn ? draft : null;
}

/** What has become of a draft that can't be decided on any more. */
export async function explainSettled(ctx: Asking, id: number): Promise<UserError> {
  const now = await findDirective(ctx.db, id);
  if (!now || now.state === 'draft') return new UserError('error.oldButton');
  if (now.state === 'scheduled' && now.sendAt) {
    const at = sayDeadline(ctx.t, now.sendAt, ctx.runtime.settings.ORG_TIME_ZONE);
    return new UserError('preview.settled.scheduled', { at });
  }
  if (now.state === 'discarded') return new UserError('preview.settled.discarded');
  return new UserError('preview.settled.sent', { number: now.number ?? '' });
}
