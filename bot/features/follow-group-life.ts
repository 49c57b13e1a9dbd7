import { platformName } from '../../channels/platform-name.js';
import type { InboundEvent } from '../../core/event.js';
import { sayLostChat } from '../../core/units/lost-chat.js';
import { textsFor } from '../../locales/texts.js';
import { markReachable } from '../../store/chats.js';
import { queueOpenDirectives } from '../../store/directives.js';
import { callOff, findGroupChats, migrateGroup, noteLife, updateGroup } from '../../store/groups.js';
import { loseChat, lossKey } from '../../store/lost-chats.js';
import { tell } from '../../services/tell.js';
import type { Context } from '../context.js';
import type { Feature } from '../feature.js';
import { queueGreeting } from '../setup/greeting.js';

/** What happens to a group as a whole: the bot comes and goes, the title, the id and what the bot hears change. */
export const groupLifeFeature: Feature = {
  name: 'follow-group-life',
  async handle(ctx) {
    const { db, chat, event } = ctx;
    switch (event.kind) {
      case 'joined':
        await join(ctx, event);
        return true;
      case 'left':
        await leave(ctx, event);
        return true;
      case 'hearing':
        await updateGroup(db, chat, { hearsAll: event.hearsAll });
        return true;
      case 'retitled':
        await updateGroup(db, chat, { title: event.chat.title });
        return true;
      case 'migrated':
        await migrate(ctx, event.toExternalId);
        return true;
      case 'message':
      case 'edit':
      case 'press':
        return false;
    }
  },
};

/** The bot is in the group, anew or again. Units that it was bound to get what they missed. */
async function join(ctx: Context, event: Extract<InboundEvent, { kind: 'joined' }>): Promise<void> {
  const { db, chat, now } = ctx;
  if (!event.chat.isGroup) {
    await noteLife(db, chat, { now, personId: ctx.speaker?.personId ?? null, isPrivate: true });
    return;
  }
  await updateGroup(db, chat, { title: event.chat.title, hearsAll: event.hearsAll });
  const chats = await findGroupChats(db, chat.channel, chat.externalId);
  for (const one of chats) {
    if (!(await markReachable(db, one.id, now)) || one.role === 'none') continue;
    const t = textsFor(one.locale, ctx.runtime.settings.ORG_LOCALE);
    const { unit } = one;
    await tell(
      ctx,
      one,
      unit ? t('groups.backUnit', { code: unit.code, name: unit.name }) : t('groups.backOffice'),
    );
    await queueOpenDirectives(db, one, now);
  }
  if (chats.every(({ role }) => role === 'none')) await queueGreeting(ctx);
}

/** The old id may have been given up for lost a moment ago: then nobody need be told, and the group gets what it missed. */
async function migrate(ctx: Context, toExternalId: string): Promise<void> {
  const { db, chat, now } = ctx;
  const chats = await findGroupChats(db, chat.channel, chat.externalId);
  await migrateGroup(db, chat.channel, chat.externalId, toExternalId);
  for (const one of chats.filter(({ state }) => state === 'unreachable')) {
    await callOff(db, lossKey(one.id), 'migrated');
    await queueOpenDirectives(db, one, now);
  }
}

async function leave(ctx: Context, event: Extract<InboundEvent, { kind: 'left' }>): Promise<void> {
  const { db, chat, now, runtime } = ctx;
  // The end of an id that the group no longer has is no loss: it goes on under its new one.
  if (event.chat.externalId !== chat.externalId) return;
  for (const { id } of await findGroupChats(db, chat.channel, chat.externalId))
    await loseChat(db, id, {
      reason: event.reason,
      now,
      say: (locale, lost) =>
        sayLostChat(textsFor(locale, runtime.settings.ORG_LOCALE), lost, (name) =>
          platformName(runtime.channels, name),
        ),
    });
}
