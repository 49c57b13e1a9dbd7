import { bold, joinLines, plain, type RichText } from '../../core/message.js';
import { foldText } from '../../core/text/fold.js';
import type { ChatWithUnit } from '../../store/chats.js';
import { listUnitGroups } from '../../store/groups.js';
import type { Unit } from '../../store/units.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { makeGroup } from '../own-groups/make.js';
import { showMembers, showOwnGroups } from '../own-groups/show.js';
import { findReachable } from '../setup/list-units.js';
import { sayGroup } from '../setup/say-group.js';
import { sayMoment } from '../../services/say-moment.js';

const verbs = new Map<string, 'list' | 'members' | 'create'>([
  ['own', 'list'],
  ['danhsach', 'list'],
  ['members', 'members'],
  ['thanhvien', 'members'],
  ['create', 'create'],
  ['tao', 'create'],
]);

/**
 * `/groups`: every unit's groups, on each channel, and when they were last heard; what needs care comes first. `/groups
 * own`, `/groups members XA01`, `/groups create XA01 ID …`: the groups that the bot makes itself, where it does.
 */
export const groupsCommand: Command = {
  names: ['groups', 'nhom'],
  places: ['private', 'office'],
  right: 'watch',
  async run(ctx, args) {
    const [word = '', ...words] = args.split(/[\s,]+/u).filter((one) => one !== '');
    switch (verbs.get(foldText(word))) {
      case 'list':
        return showOwnGroups(ctx);
      case 'members':
        return showMembers(ctx, words.join(' '));
      case 'create':
        return makeGroup(ctx, words);
      case undefined:
        return showGroups(ctx);
    }
  },
};

async function showGroups(ctx: Context): Promise<void> {
  const { t } = ctx;
  const units = await findReachable(ctx, 'watch');
  if (units.length === 0) return answer(ctx, t('units.none'));
  const chats = await listUnitGroups(ctx.db);
  const pairs = units.flatMap((unit) =>
    chats.filter((chat) => chat.unitId === unit.id).map((chat) => ({ unit, chat })),
  );
  const bound = new Set(pairs.map(({ unit }) => unit.id));
  const missing = units.filter(({ id }) => !bound.has(id));
  const lost = pairs.filter(({ chat }) => chat.state === 'unreachable');
  const active = pairs.filter(({ chat }) => chat.state === 'active');
  const sections = [
    list(
      t('groups.missing', { count: missing.length }),
      missing.map((unit) => sayUnit(unit)),
    ),
    list(
      t('groups.lost', { count: lost.length }),
      lost.map((pair) => sayLost(ctx, pair)),
    ),
    list(
      t('groups.active', { count: active.length }),
      active.map((pair) => sayActive(ctx, pair)),
    ),
  ].filter((section) => section.length > 0);
  await answer(ctx, {
    text: joinLines(sections.flatMap((section, i) => (i === 0 ? section : [[plain('')], ...section]))),
  });
}

interface Pair {
  unit: Unit;
  chat: ChatWithUnit;
}

function list(head: string, lines: RichText[]): RichText[] {
  return lines.length === 0 ? [] : [[plain(head)], ...lines];
}

function sayUnit({ code, name }: Unit): RichText {
  return [bold(code), plain(` ${name}`)];
}

function sayLost(ctx: Context, { unit, chat }: Pair): RichText {
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  const since = chat.unreachableAt ? sayMoment(chat.unreachableAt, zone) : '?';
  return [
    ...sayUnit(unit),
    plain(` – ${ctx.t('groups.lostSince', { group: sayGroup(ctx, ctx.t, chat), since })}`),
  ];
}

function sayActive(ctx: Context, { unit, chat }: Pair): RichText {
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  const at = chat.lastSeenAt ?? chat.boundAt ?? chat.createdAt;
  return [
    ...sayUnit(unit),
    plain(` – ${ctx.t('groups.lastSeen', { group: sayGroup(ctx, ctx.t, chat), at: sayMoment(at, zone) })}`),
  ];
}
