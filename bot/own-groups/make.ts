import type { OwnGroup } from '../../channels/channel.js';
import { UserError } from '../../core/errors.js';
import { joinLines, plain } from '../../core/message.js';
import { meetChat } from '../../store/chats.js';
import { transact } from '../../store/db.js';
import { queueDeliveries } from '../../store/deliveries.js';
import { listUnitGroups } from '../../store/groups.js';
import type { Unit } from '../../store/units.js';
import { authorise } from '../../services/authorise.js';
import type { Context } from '../context.js';
import { bindGroup } from '../setup/bind-group.js';
import { getUnit } from '../../services/find-unit.js';
import { sayGroup } from '../setup/say-group.js';
import { answerLater } from './answer-later.js';
import { getMaker, type Maker } from './find-maker.js';

/** The account is a member too. */
const mostMembers = 99;

/** `XA01 ID ID …`: makes a group for a unit with these members, and binds it. */
export async function makeGroup(ctx: Context, words: string[]): Promise<void> {
  const { personId } = await authorise(ctx, 'invite-group');
  const maker = getMaker(ctx);
  const [unitCode, ...named] = words;
  const memberIds = [...new Set(named)];
  if (!unitCode || memberIds.length === 0 || memberIds.length > mostMembers)
    throw new UserError('groups.own.form');
  if (memberIds.some((id) => !/^\d{6,40}$/.test(id))) throw new UserError('groups.own.badId');
  const unit = await getUnit(ctx, unitCode);
  const present = (await listUnitGroups(ctx.db)).find(
    (chat) => chat.unitId === unit.id && chat.channel === maker.channel.name,
  );
  if (present)
    throw new UserError('groups.own.present', { code: unit.code, group: sayGroup(ctx, ctx.t, present) });
  const description = ctx.runtime.settings.ORG_NAME;
  answerLater(ctx, async () => {
    const made = await maker.groups.create({ title: unit.name, description, memberIds });
    await bindMade(ctx, { maker, unit, made, personId });
    const { code, name } = unit;
    const lines = [
      ctx.t('groups.own.made', { code, name, title: made.title, count: memberIds.length }),
      ...(made.link ? [ctx.t('groups.own.link', { link: made.link })] : []),
    ];
    return { text: joinLines(lines.map((line) => [plain(line)])) };
  });
}

/** As if its code had been said in it. The platform's own news of the group may come before or after. */
async function bindMade(
  ctx: Context,
  { maker, unit, made, personId }: { maker: Maker; unit: Unit; made: OwnGroup; personId: number },
): Promise<void> {
  const { runtime } = ctx;
  const { externalId, title } = made;
  const now = runtime.clock.now();
  await transact(runtime.db, async (db) => {
    const chat = await meetChat(
      db,
      { channel: maker.channel.name, externalId, threadId: '' },
      { title, isGroup: true, now },
    );
    const scene: Context = {
      ...{ ...ctx, db, now, chat, channel: maker.channel, outbox: [], afterCommit: [] },
      event: {
        kind: 'retitled',
        chat: { externalId, threadId: '', title, isGroup: true },
        at: now.toISOString(),
      },
    };
    await bindGroup(scene, { unitId: unit.id, createdById: personId });
    await queueDeliveries(db, scene.outbox, now);
  });
}
