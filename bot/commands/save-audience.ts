import { parseAudience } from '../../core/audience/audience.js';
import { resolveAudience } from '../../core/audience/resolve-audience.js';
import { findBranches, isAllowedSomewhere } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { bold, joinLines, plain } from '../../core/message.js';
import { listAudiences } from '../../store/audiences.js';
import { listUnits } from '../../store/units.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { readTargets, shorten } from '../../services/drafts/words.js';
import { getAudience } from '../../services/saved/find-saved.js';
import { forgetAudience } from '../../services/saved/forget-saved.js';
import { keepAudience } from '../../services/saved/keep-audience.js';
import { takeVerb } from '../saved/take-verb.js';

/** Codes named in the answer: a longer list is counted. */
const codesNamed = 30;

/** `/audience` lists; `/audience save NAME all -XA07`, `/audience delete NAME`; `/audience NAME` says who is meant now. */
export const audienceCommand: Command = {
  names: ['audience', 'nhomnhan'],
  places: ['private', 'office'],
  right: 'send-directive',
  async run(ctx, args) {
    if (!isAllowedSomewhere(getSpeaker(ctx).roles, 'send-directive')) throw new UserError('error.notAllowed');
    if (args === '') return list(ctx);
    const { verb, rest } = takeVerb(args);
    const [, name = '', words = ''] = /^(\S+)\s*=?\s*([\s\S]*)$/.exec(rest) ?? [];
    if (verb === null) return show(ctx, args);
    if (verb === 'delete') return answer(ctx, await forgetAudience(ctx, rest.trim()));
    await answer(ctx, await keepAudience(ctx, name, words.replace(/\s+/g, ' ').trim()));
  },
};

async function list(ctx: Context): Promise<void> {
  const all = await listAudiences(ctx.db);
  if (all.length === 0) return answer(ctx, ctx.t('audience.none'));
  const units = await listUnits(ctx.db);
  const reach = findBranches(getSpeaker(ctx).roles, 'send-directive');
  const lines = all.map(({ name, words }) => {
    const { unitIds } = resolveAudience(parseAudience(words), units, reach);
    return [bold(name), plain(` – ${shorten(words)} – ${ctx.t('preview.units', { count: unitIds.length })}`)];
  });
  await answer(ctx, {
    text: joinLines([
      [bold(ctx.t('audience.head', { count: all.length }))],
      ...lines,
      [plain(ctx.t('audience.howTo'))],
    ]),
  });
}

async function show(ctx: Context, name: string): Promise<void> {
  const found = await getAudience(ctx, name);
  const unitIds = new Set(await readTargets(ctx, getSpeaker(ctx), found.words));
  const units = (await listUnits(ctx.db)).filter(({ id }) => unitIds.has(id));
  const codes = units.slice(0, codesNamed).map(({ code }) => code);
  const more = units.length - codes.length;
  const list = more > 0 ? [...codes, ctx.t('compose.more', { count: more })] : codes;
  const values = { name: found.name, words: shorten(found.words), codes: list.join(', ') };
  await answer(
    ctx,
    ctx.t('audience.shown', { ...values, units: ctx.t('preview.units', { count: units.length }) }),
  );
}
