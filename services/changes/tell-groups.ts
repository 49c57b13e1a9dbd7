import { buildDirective, type DirectiveText } from '../../core/directive-message.js';
import { buildChangeNote, changeFor, findChanges, type Wording } from '../../core/directive-change.js';
import { say, type Attachment, type Content } from '../../core/message.js';
import type { AnswerSpec } from '../../core/reading/answer.js';
import { splitText } from '../../core/split-text.js';
import { textsFor, type Translate } from '../../locales/texts.js';
import { listReached, type ReachedGroup } from '../../store/changes.js';
import { queueDeliveries, type NewDelivery } from '../../store/deliveries.js';
import { fromTermsColumn } from '../../store/terms.js';
import type { Deed } from '../deed.js';
import type { OpenDirective } from './find-changeable.js';

/** Queues the edit of what is out in these groups. `key` names the change: the same one is queued once a group. */
export async function queueEdits(
  ctx: Deed,
  directiveId: number,
  key: string,
  groups: ReachedGroup[],
): Promise<void> {
  const edits = groups.map((group): NewDelivery => ({
    ...target(group, directiveId),
    kind: 'amendment',
    priority: group.priority,
    dedupKey: `amendment:${directiveId}:${key}:chat:${group.chatId}`,
  }));
  await queueDeliveries(ctx.db, edits, ctx.now);
}

/** Queues one short message a group, under the directive, in the group's language. */
export async function queueNotes(
  ctx: Deed,
  note: { directiveId: number; key: string; write: (t: Translate, group: ReachedGroup) => Content },
  groups: ReachedGroup[],
): Promise<void> {
  const { directiveId, key, write } = note;
  const notes = groups.map((group): NewDelivery => ({
    ...target(group, directiveId),
    kind: 'tell',
    priority: group.priority,
    dedupKey: `note:${directiveId}:${key}:chat:${group.chatId}`,
    content: write(textsFor(group.locale, ctx.runtime.settings.ORG_LOCALE), group),
    ...(group.messageId ? { replyTo: group.messageId } : {}),
  }));
  await queueDeliveries(ctx.db, notes, ctx.now);
}

function target({ channel, chatId, assignmentId }: ReachedGroup, directiveId: number) {
  return { channel, chatId, directiveId, ...(assignmentId === null ? {} : { assignmentId }) };
}

/** Groups whose message can be replaced in place. The others get the new wording as a message of its own. */
function canEdit(ctx: Deed, group: ReachedGroup): boolean {
  return group.parts > 0 && (ctx.runtime.channels.get(group.channel)?.capabilities.edits ?? false);
}

interface Rewording {
  before: Wording;
  after: Wording;
}

/** A change as this group hears of it. */
const changeOf = ({ before, after }: Rewording, { assignmentId, dueAt }: ReachedGroup): Rewording =>
  changeFor({ before, after }, assignmentId === null ? after.dueAt : dueAt);

/** Who hears of a change: of a common deadline a unit with one of its own hears nothing. */
const listTold = (change: Rewording, groups: ReachedGroup[]): ReachedGroup[] =>
  groups.filter((group) => {
    const own = changeOf(change, group);
    return findChanges(own.before, own.after).length > 0;
  });

/** How many groups would be told of another wording. */
export async function countTold(
  { db }: Pick<Deed, 'db'>,
  directive: OpenDirective,
  after: Wording,
): Promise<number> {
  const due = { before: directive.dueAt, after: after.dueAt };
  return listTold({ before: directive, after }, await listReached(db, directive.id, null, due)).length;
}

/**
 * Edits what is out and says under it what changed; where nothing can be edited, the new wording is sent. `count`: which
 * amendment it is; null for more time alone, which the note says in full. Returns how many groups are told.
 */
export async function tellChange(
  ctx: Deed,
  change: Rewording & { directive: OpenDirective; key: string; count: number | null },
  groups: ReachedGroup[],
): Promise<number> {
  const { directive, key, before, after, count } = change;
  const { settings } = ctx.runtime;
  const told = listTold({ before, after }, groups);
  const isNoteEnough = (group: ReachedGroup) => count === null && group.parts > 0 && !canEdit(ctx, group);
  await queueEdits(
    ctx,
    directive.id,
    key,
    told.filter((group) => !isNoteEnough(group)),
  );
  const write = (t: Translate, group: ReachedGroup): Content => {
    const zone = group.timeZone ?? settings.ORG_TIME_ZONE;
    const withBody = before.body !== after.body && needsMoreParts(ctx, t, { ...directive, ...after }, group);
    const { number } = directive;
    const title = isNoteEnough(group) ? { title: after.title } : {};
    return {
      text: buildChangeNote(t, {
        number,
        ...changeOf({ before, after }, group),
        count,
        zone,
        withBody,
        ...title,
      }),
    };
  };
  const noted = told.filter((group) => canEdit(ctx, group) || isNoteEnough(group));
  await queueNotes(ctx, { directiveId: directive.id, key, write }, noted);
  return told.length;
}

/** Whether the new wording is longer than the messages that are out in this group can hold. */
function needsMoreParts(ctx: Deed, t: Translate, directive: OpenDirective, group: ReachedGroup): boolean {
  const { settings, channels } = ctx.runtime;
  const limit = channels.get(group.channel)?.capabilities.textLimit;
  if (limit === undefined) return false;
  const text: DirectiveText = {
    ...directive,
    version: directive.version + 1,
    answer: directive.answer as AnswerSpec | null,
    attachments: directive.attachments as unknown as Attachment[],
    terms: fromTermsColumn(directive.terms),
  };
  const content = buildDirective(t, text, {
    assignmentId: null,
    zone: settings.ORG_TIME_ZONE,
    orgName: settings.ORG_NAME,
    ways: { buttons: true, replyTo: true, hearsAll: true, mention: '' },
  });
  return splitText(content.text, limit).length > group.parts;
}

/** `#12 …: đã hủy`, and why where that is told, once a group that has the directive or may have it. */
export async function tellCancelled(
  ctx: Deed,
  directive: OpenDirective,
  groups: ReachedGroup[],
  reason = '',
): Promise<void> {
  const { id: directiveId, number, title } = directive;
  const form = reason === '' ? 'cancelled' : 'cancelledWhy';
  await queueNotes(
    ctx,
    {
      directiveId,
      key: 'cancelled',
      write: (t) => say(t(`directive.note.${form}`, { number, title, reason })),
    },
    groups,
  );
}
