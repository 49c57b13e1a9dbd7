import type { OwnGroup } from '../../channels/channel.js';
import { UserError } from '../../core/errors.js';
import { bold, code, joinLines, plain, type Content, type RichText } from '../../core/message.js';
import { foldText } from '../../core/text/fold.js';
import { listUnitGroups } from '../../store/groups.js';
import { findUnit } from '../../store/units.js';
import { authorise } from '../../services/authorise.js';
import type { Context } from '../context.js';
import { answerLater } from './answer-later.js';
import { getMaker, type Maker } from './find-maker.js';

/** Every group of the account, with the unit it is bound to. */
export async function showOwnGroups(ctx: Context): Promise<void> {
  const { t } = ctx;
  await authorise(ctx, 'invite-group');
  const maker = getMaker(ctx);
  const platform = maker.channel.label;
  answerLater(ctx, async () => {
    const groups = await maker.groups.list();
    const bound = await listBound(ctx, maker);
    const lines = groups.map((group): RichText => {
      const unit = bound.get(group.externalId)?.unit;
      const about = unit ? `${unit.code} ${unit.name}` : t('groups.own.unbound');
      return [
        bold(group.title || group.externalId),
        plain(`: ${about}${group.link ? ` – ${group.link}` : ''}`),
      ];
    });
    const head = t(groups.length > 0 ? 'groups.own.list' : 'groups.own.empty', {
      platform,
      count: groups.length,
    });
    return { text: joinLines([[plain(head)], ...lines, [plain(t('groups.own.hint'))]]) };
  });
}

/** Who is in one of them, with the ids by which a new group takes them in. */
export async function showMembers(ctx: Context, words: string): Promise<void> {
  const { t } = ctx;
  await authorise(ctx, 'invite-group');
  if (words === '') throw new UserError('groups.own.form');
  const maker = getMaker(ctx);
  const unit = /\s/.test(words) ? null : await findUnit(ctx.db, words);
  const bound = unit ? await listBound(ctx, maker) : null;
  const wanted = bound && [...bound].find(([, chat]) => chat.unitId === unit!.id)?.[0];
  answerLater(ctx, async (): Promise<Content> => {
    const group = find(await maker.groups.list(), wanted ?? words);
    if (!group) return { text: [plain(t('groups.own.unknown', { words }))] };
    const members = await maker.groups.listMembers(group.externalId);
    const lines = members.map(({ externalId, name }): RichText => [
      plain(`${name || '?'}: `),
      code(externalId),
    ]);
    const head = t('groups.own.members', { title: group.title, count: members.length });
    return { text: joinLines([[plain(head)], ...lines]) };
  });
}

/** By id, else by its title, whole or in part where only one has it. */
function find(groups: OwnGroup[], words: string): OwnGroup | undefined {
  const wanted = foldText(words);
  const exact = groups.find(({ externalId, title }) => externalId === words || foldText(title) === wanted);
  const alike = groups.filter(({ title }) => foldText(title).includes(wanted));
  return exact ?? (alike.length === 1 ? alike[0] : undefined);
}

/** Outside the event's transaction, which is over by the time the platform has answered. */
async function listBound({ runtime }: Context, { channel }: Maker) {
  const chats = (await listUnitGroups(runtime.db)).filter((chat) => chat.channel === channel.name);
  return new Map(chats.map((chat) => [chat.externalId, chat]));
}
