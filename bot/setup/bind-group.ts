import { joinLines, plain } from '../../core/message.js';
import { localeOf, texts, textsFor, type Translate } from '../../locales/texts.js';
import { recordAudit } from '../../store/audit.js';
import { getChat, type ChatWithUnit } from '../../store/chats.js';
import { queueOpenDirectives } from '../../store/directives.js';
import { bindChat, openTopicChat } from '../../store/groups.js';
import type { Invite } from '../../store/invites.js';
import { answer, type Context } from '../context.js';
import { tellOffice } from '../../jobs/tell-office.js';
import { tell } from '../../services/tell.js';
import { sayGroup } from './say-group.js';
import { callOffGreeting } from './greeting.js';
import { sayWays } from './say-ways.js';

/** The code named a unit or the office: this group is theirs from now on, and gets what is still open. */
export async function bindGroup(ctx: Context, invite: Pick<Invite, 'unitId' | 'createdById'>): Promise<void> {
  const { db, now, event } = ctx;
  const { externalId, threadId, title } = event.chat;
  const { channel } = ctx.chat;
  const before = await openTopicChat(db, { channel, externalId, threadId }, ctx.chat, now);
  const { id } = before;
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
  await greetBound(ctx, lostBy(before, invite.unitId));
}

async function tellDisplaced(ctx: Context, old: ChatWithUnit): Promise<void> {
  if (old.state !== 'active' || !old.unit) return;
  const t = textsFor(old.locale, ctx.runtime.settings.ORG_LOCALE);
  const { code, name } = old.unit;
  await tell(ctx, old, t('groups.displaced', { code, name, group: sayGroup(ctx, t, ctx.chat) }));
}

/** Whose group it was and is no more. */
type Lost = { unit: NonNullable<ChatWithUnit['unit']> } | 'office' | null;

function lostBy({ role, unit }: ChatWithUnit, unitId: number | null): Lost {
  if (role === 'office') return unitId === null ? null : 'office';
  return unit && unit.id !== unitId ? { unit } : null;
}

/** Said in the group and, since somebody is without a group now, to the office. */
async function sayLost(ctx: Context, lost: NonNullable<Lost>): Promise<string> {
  const write = (t: Translate): string => {
    const group = sayGroup(ctx, t, ctx.chat);
    if (lost === 'office') return t('groups.takenOffice', { group });
    return t('groups.takenUnit', { code: lost.unit.code, name: lost.unit.name, group });
  };
  await tellOffice(ctx.runtime, ctx.db, `lost:${ctx.chat.id}:${ctx.now.toISOString()}`, write);
  return write(ctx.t);
}

/** What the group is for and how to answer here; then what is open. */
async function greetBound(ctx: Context, lost: Lost): Promise<void> {
  const { t, db, chat, now } = ctx;
  const { unit } = chat;
  const before = lost ? [await sayLost(ctx, lost)] : [];
  if (!unit) return answer(ctx, [t('groups.boundOffice'), ...before].join('\n'));
  const open = await queueOpenDirectives(db, chat, now);
  const lines = [
    t('groups.boundUnit', { code: unit.code, name: unit.name }),
    ...before,
    sayWays(ctx),
    ...(open > 0 ? [t('groups.openFollow', { count: open })] : []),
  ];
  await answer(ctx, { text: joinLines(lines.map((line) => [plain(line)])) });
}
