import { joinLines, plain } from '../../core/message.js';
import { localeOf, texts, textsFor } from '../../locales/texts.js';
import { recordAudit } from '../../store/audit.js';
import { getChat, type ChatWithUnit } from '../../store/chats.js';
import { queueOpenDirectives } from '../../store/directives.js';
import { bindChat, openTopicChat } from '../../store/groups.js';
import type { Invite } from '../../store/invites.js';
import { answer, type Context } from '../context.js';
import { tell } from '../../services/tell.js';
import { sayGroup } from './say-group.js';
import { callOffGreeting } from './greeting.js';
import { sayWays } from './say-ways.js';

/** The code named a unit or the office: this group is theirs from now on, and gets what is still open. */
export async function bindGroup(ctx: Context, invite: Pick<Invite, 'unitId' | 'createdById'>): Promise<void> {
  const { db, now, event } = ctx;
  const { externalId, threadId, title } = event.chat;
  const { channel } = ctx.chat;
  const { id } = await openTopicChat(db, { channel, externalId, threadId }, ctx.chat, now);
  const displaced = await bindChat(db, { chatId: id, channel, unitId: invite.unitId, title, now });
  ctx.chat = await getChat(db, id);
  ctx.locale = localeOf(ctx.chat.locale, ctx.runtime.settings.ORG_LOCALE);
  ctx.t = texts[ctx.locale];
  await recordAudit(db, {
    at: now,
    personId: ctx.speaker?.personId ?? null,
    action: 'bind-group',
    target: ctx.chat.unit ? `unit:${ctx.chat.unit.code}` : 'office',
    data: { chatId: id, invitedById: invite.createdById, displaced: displaced.map((old) => old.id) },
  });
  await callOffGreeting(ctx, id);
  for (const old of displaced) await tellDisplaced(ctx, old);
  await greetBound(ctx);
}

async function tellDisplaced(ctx: Context, old: ChatWithUnit): Promise<void> {
  if (old.state !== 'active' || !old.unit) return;
  const t = textsFor(old.locale, ctx.runtime.settings.ORG_LOCALE);
  const { code, name } = old.unit;
  await tell(ctx, old, t('groups.displaced', { code, name, group: sayGroup(ctx, t, ctx.chat) }));
}

/** What the group is for and how to answer here; then what is open. */
async function greetBound(ctx: Context): Promise<void> {
  const { t, db, chat, now } = ctx;
  const { unit } = chat;
  if (!unit) return answer(ctx, t('groups.boundOffice'));
  const open = await queueOpenDirectives(db, chat, now);
  const lines = [
    t('groups.boundUnit', { code: unit.code, name: unit.name }),
    sayWays(ctx),
    ...(open > 0 ? [t('groups.openFollow', { count: open })] : []),
  ];
  await answer(ctx, { text: joinLines(lines.map((line) => [plain(line)])) });
}
