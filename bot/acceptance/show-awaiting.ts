import { buildAwaitingList } from '../../core/acceptance/acceptance-message.js';
import { encodeAction } from '../../core/action.js';
import { bold, joinLines, plain } from '../../core/message.js';
import { dropGathered, listAwaited, listAwaiting, type AwaitedWork } from '../../store/awaiting.js';
import { findDirectiveByNumber } from '../../store/directives.js';
import { mayChange, type OpenDirective } from '../../services/changes/find-changeable.js';
import { answer, type Context } from '../context.js';
import { tell } from '../../services/tell.js';
import { shorten } from '../../services/replies/words.js';
import { gatheredMs } from '../../services/acceptance/ask-issuer.js';

const listedAtMost = 10;

/** What of one directive waits to be accepted. `isRest`: nothing is said when nothing does. */
export async function showAwaiting(
  ctx: Context,
  { id, number, title }: Pick<OpenDirective, 'id' | 'number' | 'title'>,
  { isRest = false } = {},
): Promise<void> {
  const items = await listAwaiting(ctx.db, id);
  // Whoever may decide does, one after the other: it is no question to the speaker alone.
  if (items.length > 0) {
    await dropGathered(ctx.db, id, new Date(ctx.now.getTime() + gatheredMs));
    await tell(ctx, ctx.chat, buildAwaitingList(ctx.t, { id, number, title }, items));
  } else if (!isRest) await answer(ctx, ctx.t('acceptance.none', { number }));
}

/** Every directive of which something waits and that the speaker may decide on; the only one is shown at once. */
export async function showAwaited(ctx: Context): Promise<void> {
  const all: AwaitedWork[] = [];
  for (const one of await listAwaited(ctx.db)) {
    const directive = await findDirectiveByNumber(ctx.db, one.number);
    if (directive && (await mayChange(ctx, directive))) all.push(one);
  }
  const [only, ...others] = all;
  if (!only) return answer(ctx, ctx.t('acceptance.nothing'));
  if (others.length === 0) return showAwaiting(ctx, only);
  const shown = all.slice(0, listedAtMost);
  const lines = shown.map(({ number, title, count }) => [
    bold(`#${number}`),
    plain(` ${shorten(title, 80)} · ${ctx.t('preview.units', { count })}`),
  ]);
  const buttons = shown.map(({ id, number, count }) => [
    { label: ctx.t('acceptance.button.see', { number, count }), action: encodeAction('awaiting', id) },
  ]);
  const more = all.length - shown.length;
  await answer(ctx, {
    text: joinLines([
      [bold(ctx.t('acceptance.headAll'))],
      ...lines,
      ...(more > 0 ? [[plain(ctx.t('acceptance.moreWork', { count: more }))]] : []),
    ]),
    buttons,
  });
}
