import { buildChangeNote, changeFor, findChanges, type Wording } from '../../core/directive-change.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { joinLines, plain, say, type Content } from '../../core/message.js';
import { textsFor, type Translate } from '../../locales/texts.js';
import { endDirective, listReached, type ReachedGroup } from '../../store/changes.js';
import { getChat } from '../../store/chats.js';
import { listPassedOn } from '../../store/cascade.js';
import { findDirective, type Directive } from '../../store/directives.js';
import { discardDraft } from '../../store/drafts.js';
import { audit } from '../audit.js';
import type { OpenDirective } from '../changes/find-changeable.js';
import { queueEdits, queueNotes, tellCancelled } from '../changes/tell-groups.js';
import type { Deed } from '../deed.js';
import { tell } from '../tell.js';

/** A directive ended: what was passed on from it ends the same way, all the way down, and those who passed it on hear so. */
export async function endBelow(
  ctx: Deed,
  above: { id: number; number: number },
  to: 'closed' | 'cancelled',
  reason = '',
): Promise<void> {
  for (const { id } of await listPassedOn(ctx.db, above.id)) {
    const directive = (await findDirective(ctx.db, id))!;
    if (directive.number === null) {
      await discardDraft(ctx.db, id);
      continue;
    }
    const open = { ...directive, number: directive.number };
    if (!(await endDirective(ctx.db, id, to, ctx.now))) continue;
    const groups = await listReached(ctx.db, id);
    await queueEdits(ctx, id, to, groups);
    if (to === 'cancelled') await tellCancelled(ctx, open, groups, reason);
    await audit(ctx, to === 'closed' ? 'close-directive' : 'cancel-directive', `directive:${open.number}`, {
      above: above.number,
    });
    await tellPasser(ctx, open, `ended:${to}`, (t) =>
      say(t(`cascade.passer.${to}`, { number: open.number, above: above.number })),
    );
    await endBelow(ctx, open, to, reason);
  }
}

/** The directive above says something else, or the unit has more time: told where it was passed on to and by whom. */
export async function tellChangedBelow(
  ctx: Deed,
  above: OpenDirective,
  change: { key: string; before: Wording; after: Wording; count: number | null; unitId?: number },
): Promise<void> {
  const { key, count, unitId = null } = change;
  const office = ctx.runtime.settings.ORG_TIME_ZONE;
  for (const { id, aboveDueAt } of await listPassedOn(ctx.db, above.id, unitId)) {
    const directive = (await findDirective(ctx.db, id))!;
    const { before, after } = changeFor(change, aboveDueAt);
    if (directive.number === null || findChanges(before, after).length === 0) continue;
    const { number, dueAt } = directive;
    const values = { number, above: above.number };
    const write = (t: Translate, form: 'group' | 'passer', zone = office): Content => ({
      text: joinLines([
        [plain(t(`cascade.changed.${form}`, values))],
        buildChangeNote(t, {
          number: above.number,
          before,
          after,
          count,
          zone,
          withBody: before.body !== after.body,
        }),
        ...(dueAt
          ? [[plain(t(`cascade.changed.due.${form}`, { ...values, due: sayDeadline(t, dueAt, zone) }))]]
          : []),
      ]),
    });
    const inGroup = (t: Translate, group: ReachedGroup) => write(t, 'group', group.timeZone ?? office);
    const note = { directiveId: id, key: `above:${key}`, write: inGroup };
    await queueNotes(ctx, note, await listReached(ctx.db, id));
    await tellPasser(ctx, directive, `above:${key}`, (t) => write(t, 'passer'));
  }
}

/** The unit owes it no longer, or again: whoever passed it on decides what becomes of it below. */
export async function tellExcusedBelow(
  ctx: Deed,
  above: { id: number; number: number },
  { unitId, isExcused, key }: { unitId: number; isExcused: boolean; key: string },
): Promise<void> {
  for (const { id } of await listPassedOn(ctx.db, above.id, unitId)) {
    const directive = (await findDirective(ctx.db, id))!;
    if (directive.number === null) continue;
    const form = isExcused ? 'excused' : 'obliged';
    const values = { number: directive.number, above: above.number };
    await tellPasser(ctx, directive, key, (t) => say(t(`cascade.passer.${form}`, values)));
  }
}

/** What was passed on counts in another one from now on: whoever passed it on hears so. */
export async function tellMergedBelow(
  ctx: Deed,
  from: OpenDirective,
  into: Pick<OpenDirective, 'number'>,
): Promise<void> {
  await tellPasser(ctx, from, 'merged', (t) =>
    say(t('cascade.passer.merged', { number: from.number, into: into.number })),
  );
}

/** The chat from which a directive was passed on, unless it is where this is said. */
async function tellPasser(
  ctx: Deed,
  { id, issuerChatId }: Pick<Directive, 'id' | 'issuerChatId'>,
  key: string,
  write: (t: Translate) => Content,
): Promise<void> {
  if (issuerChatId === ctx.chat.id) return;
  const chat = await getChat(ctx.db, issuerChatId);
  await tell(ctx, chat, write(textsFor(chat.locale, ctx.runtime.settings.ORG_LOCALE)), {
    dedupKey: `passer:${id}:${key}`,
  });
}
