import { decodeAction } from './action.js';
import { joinLines, plain, type Content } from './message.js';
import type { Say } from './say.js';

/** What a number under a message stands for: the button it takes the place of. */
export interface Choice {
  label: string;
  action: string;
}

/** Guided questions list their own numbers. */
const ownNumbers = 'step';

/**
 * The same message for a channel without buttons: its choices stand below it, numbered, with one line on how to take
 * one. `mention`: the name that must stand before what is typed there; '' where none must.
 */
export function numberChoices(
  t: Say,
  content: Content,
  mention: string,
): { content: Content; choices: Choice[] } {
  const choices = (content.buttons ?? [])
    .flat()
    .flatMap((button) =>
      'action' in button && decodeAction(button.action)?.prefix !== ownNumbers ? [button] : [],
    );
  if (choices.length === 0) return { content, choices };
  const { buttons: _, ...rest } = content;
  const how = t(mention === '' ? 'choices.how' : 'choices.howMention', { mention });
  const text = joinLines([
    content.text,
    ...choices.map(({ label }, index) => [plain(`${index + 1}. ${label}`)]),
    [plain(how)],
  ]);
  return { content: { ...rest, text }, choices };
}

const form = /^(#?)\s?(\d{1,9})\s?[.)]?$/u;

/**
 * The choice that a text takes: `2` by its place, `#12` by the number its label begins with (`12` too where it is no
 * place). Null when it takes none.
 */
export function chooseByNumber(choices: readonly Choice[], text: string): Choice | null {
  const [, hash, digits] = form.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const place = hash === '' ? choices[Number(digits) - 1] : undefined;
  const named = choices.filter(({ label }) => /^#(\d+)/.exec(label)?.[1] === String(Number(digits)));
  return place ?? (named.length === 1 ? named[0]! : null);
}
