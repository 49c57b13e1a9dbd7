import { isAllowed } from '../../core/authorise.js';
import { findChanges, listChanges, type Wording } from '../../core/directive-change.js';
import { UserError } from '../../core/errors.js';
import { joinLines, plain, say, type Content } from '../../core/message.js';
import { rewritePreviews } from '../../jobs/settle-previews.js';
import {
  createAmendmentDraft,
  findAmendmentDraft,
  findWording,
  replaceAmendmentDrafts,
  settleAmendmentDraft,
  type AmendmentDraft,
} from '../../store/amendment-drafts.js';
import { findDirective } from '../../store/directives.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';
import { shorten } from '../replies/words.js';
import { readAmendment, reword } from './apply-amendment.js';
import { requireChangeable, type OpenDirective } from './find-changeable.js';

/** The buttons that decide on it begin so. */
export const amendPrefix = 'amend';
/** Of a text that somebody else wrote meanwhile so much is shown. */
const longestBody = 600;

/**
 * Stores the new wording that was typed. What the same person wrote here before for this directive is void. Throws
 * UserError when it can't be sent so or nothing changes.
 */
export async function draftAmendment(
  ctx: Deed,
  directive: OpenDirective,
  text: string,
): Promise<AmendmentDraft> {
  const { db, now, runtime } = ctx;
  const after = await readAmendment(ctx, directive, text);
  const { id: directiveId, number, version } = directive;
  const place = { directiveId, personId: getSpeaker(ctx).personId, chatId: ctx.chat.id };
  for (const { id, chatId, createdAt } of await replaceAmendmentDrafts(db, place)) {
    const preview = { action: `${amendPrefix}:${id}:`, chatId, createdAt };
    const rewritten = await rewritePreviews(runtime, db, preview, (t) =>
      t('change.preview.replaced', { number }),
    );
    ctx.outbox.push(...rewritten);
  }
  return createAmendmentDraft(db, { ...place, ...after, version, createdAt: now });
}

export interface Decidable {
  draft: AmendmentDraft;
  directive: OpenDirective;
}

/** What a button decides on, for its author or an administrator, while it is undecided. Throws UserError. */
export async function getAmendmentDraft(ctx: Deed, id: number | null): Promise<Decidable> {
  const draft = id === null ? null : await findAmendmentDraft(ctx.db, id);
  if (!draft || draft.chatId !== ctx.chat.id) throw new UserError('error.oldButton');
  const { personId, roles } = getSpeaker(ctx);
  if (personId !== draft.personId && !isAllowed(roles, 'change-directive', []))
    throw new UserError('preview.notYours');
  const directive = await requireChangeable(ctx, await findDirective(ctx.db, draft.directiveId));
  if (draft.state !== 'draft') throw explain(draft.state, directive);
  return { draft, directive };
}

/**
 * Amends the directive as it was shown, once. Where it is over or says something else by now, or the new deadline has
 * passed, nothing is changed. Returns what to say.
 */
export async function applyAmendmentDraft(ctx: Deed, { draft, directive }: Decidable): Promise<Content> {
  const hindrance = await findHindrance(ctx, { draft, directive });
  await settle(ctx, { draft, directive }, hindrance ? 'discarded' : 'applied');
  if (hindrance) return hindrance;
  const { title, body, dueAt } = draft;
  return say(await reword(ctx, directive, { title, body, dueAt }, 'amended'));
}

/** Lets it go. Returns what to say. */
export async function dropAmendmentDraft(ctx: Deed, { draft, directive }: Decidable): Promise<Content> {
  await settle(ctx, { draft, directive }, 'discarded');
  return say(ctx.t('change.preview.dropped', { number: directive.number }));
}

/** Two who decide at once: it is settled by one of them, the other is told. */
async function settle(
  { db }: Deed,
  { draft, directive }: Decidable,
  to: 'applied' | 'discarded',
): Promise<void> {
  if (await settleAmendmentDraft(db, draft.id, to)) return;
  const now = await findAmendmentDraft(db, draft.id);
  throw explain(now?.state, directive);
}

const explain = (state: AmendmentDraft['state'] | undefined, { number }: OpenDirective): UserError =>
  new UserError(state === 'applied' ? 'change.preview.applied' : 'preview.settled.discarded', { number });

/** Why it can't be applied any more; null when it can. */
async function findHindrance(ctx: Deed, { draft, directive }: Decidable): Promise<Content | null> {
  const { t, now } = ctx;
  const { number, state, version } = directive;
  if (state !== 'open') return say(t(`change.over.${state}`, { number }));
  if (version !== draft.version) return sayStale(ctx, { draft, directive });
  const isNewDue = findChanges(directive, draft).includes('dueAt');
  if (isNewDue && draft.dueAt && draft.dueAt <= now) return say(t('change.preview.duePast', { number }));
  return null;
}

const brief = ({ title, body, dueAt }: Wording): Wording => ({
  title,
  body: shorten(body, longestBody),
  dueAt,
});

/** Somebody else amended or extended it: what it says now that it did not say under the preview. */
async function sayStale({ t, db, runtime }: Deed, { draft, directive }: Decidable): Promise<Content> {
  const head = [plain(t('change.preview.stale', { number: directive.number }))];
  const before = await findWording(db, directive.id, draft.version);
  if (!before) return { text: head };
  const shown = {
    before: brief(before),
    after: brief(directive),
    zone: runtime.settings.ORG_TIME_ZONE,
    withBody: before.body !== directive.body,
  };
  return { text: joinLines([head, ...listChanges(t, shown)]) };
}
