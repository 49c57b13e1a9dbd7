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
  const said = spelled(foldText(note))
    .replace(/^(?:da|vang|em chon|chon|phuong an|y|cau|dap an|option|so(?= \d))\s+/, '')
    .replace(/,? (?:chu )?khong phai (?:la )?[a-z ]+$/, '')
    .replace(/(?:[\s.!)]|\s(?:a|nhe))+$/, '');
  const exact = choices.filter((choice) => spelled(foldText(choice)) === said);
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
        onlyOne(choices.filter((choice) => said !== '' && holds(said, spelled(foldText(choice))))));
  return found === undefined ? { problem: 'not-a-choice' } : { value: { type: 'choice', choice: found } };
}

function onlyOne(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** `ko đạt` */
const spelled = (folded: string): string =>
  folded.replace(/(?<![a-z])(?:ko|k|kg|khg|hok)(?= [a-z])/g, 'khong');

/** Only so far, or with a but: `có nhưng ít`, `không đạt lắm`, `đạt một phần`. */
const PARTLY =
  /(?:^| )(?:nhung|it|mot phan|phan nao|chua het|tam|co ban|tuong doi|hoi|but|only|few|partly|somewhat|mostly)(?: |$)|(?:^| )(?:khong|ko|not) .*(?:lam|han|nhieu|het|really|quite)$|(?:^| )han$/;

/** Beside a choice: not it, or not for sure, or of another day. */
const HEDGES =
  /(?:^| )(?:khong|chua|not|no|tru|chac|co le|du kien|gan|sap|hom qua|mai|hinh nhu|nghe noi|nghieng|neu|maybe|probably|perhaps|va|and)(?: |$)/;

/** `em chọn có` holds `có`, and `không có` must not: a denial before it is another answer. */
function holds(said: string, choice: string): boolean {
  if (/(?:^| )(?:hay|hoac|or)(?: |$)|\?/.test(said)) return false;
  const at = ` ${said} `.indexOf(` ${choice} `);
  const behind = said.slice(at + choice.length);
  const beside = `${said.slice(0, at)} ${behind}`.replaceAll(/[,.;]/g, ' ');
  const isPartly = PARTLY.test(beside) || PARTLY.test(said.replace(choice, 'khong'));
  const isHedged =
    isPartly || HEDGES.test(said.slice(0, at)) || HEDGES.test(behind.replaceAll(/[,.;]/g, ' '));
  return choice !== '' && at >= 0 && !isHedged && !(choice === 'co' && /^ (?:the|le)(?: |$)/.test(behind));
}
