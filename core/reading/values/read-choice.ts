import { foldText } from '../../text/fold.js';
import { escapePattern } from './escape-pattern.js';
import type { ValueReading } from './value-reading.js';

const CHOOSES = '(?:chon|phuong an|dap an|lua chon|option|cau|y|loai|muc|ca|buoi|nhom)';

/** `xã chọn phương án A ạ`: what stands right behind the word that chooses. */
function choiceNamed(note: string, choices: readonly string[]): string | undefined {
  const said = foldText(note);
  if (/(?:^| )(?:hay|hoac|or|khong|chua|not|no|tru)(?: |$)|\?/.test(said)) return undefined;
  return onlyOne(
    choices.filter((choice) =>
      new RegExp(`(?:^| )${CHOOSES} ${escapePattern(foldText(choice))}(?![a-z0-9])`).test(said),
    ),
  );
}

/** A choice by its number (`2`, `2)`), its words, or words that only one choice has. */
export function readChoice(note: string, choices: readonly string[]): ValueReading {
  const said = foldText(note)
    .replace(/^(?:da|vang|em chon|chon|phuong an|y|cau|dap an|option)\s+/, '')
    .replace(/(?:[\s.!)]|\s(?:a|nhe))+$/, '');
  const exact = choices.filter((choice) => foldText(choice) === said);
  // `A. Họp trực tiếp`
  const letter = /^([a-z])[.):]\s/.exec(said)?.[1];
  const lettered = letter === undefined ? [] : choices.filter((choice) => foldText(choice) === letter);
  if (lettered.length === 1) return { value: { type: 'choice', choice: lettered[0]! } };
  const number = /^\d{1,3}$/.test(said) ? choices[Number(said) - 1] : undefined;
  const found =
    exact.length === 1
      ? exact[0]
      : (number ??
        choiceNamed(note, choices) ??
        onlyOne(choices.filter((choice) => said !== '' && holds(said, foldText(choice)))));
  return found === undefined ? { problem: 'not-a-choice' } : { value: { type: 'choice', choice: found } };
}

function onlyOne(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** `em chọn có` holds `có`, and `không có` must not: a denial before it is another answer. */
function holds(said: string, choice: string): boolean {
  if (/(?:^| )(?:hay|hoac|or)(?: |$)|\?/.test(said)) return false;
  const at = ` ${said} `.indexOf(` ${choice} `);
  return choice !== '' && at >= 0 && !/(?:^| )(?:khong|chua|not|no)(?: |$)/.test(said.slice(0, at));
}
