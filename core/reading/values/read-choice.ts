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
  const whole = spelled(foldText(note))
    .replace(/^(?:da|vang|em chon|chon|phuong an|y|cau|dap an|option|so(?= \d))\s+/, '')
    .replace(/,? (?:chu )?khong phai (?:la )?[a-z ]+$/, '')
    .replace(/[\s.!)]+$/, '');
  // `hư nhẹ` ends in a word that is politeness elsewhere.
  const bare = whole.replace(/(?:[\s.!)]|\s(?:a|nhe|nha|thoi))+$/, '');
  const found =
    choiceSaid(whole, choices) ??
    choiceSaid(bare, choices) ??
    choiceNamed(note, choices) ??
    onlyOne(choices.filter((choice) => whole !== '' && holds(whole, spelled(foldText(choice)))));
  return found === undefined ? { problem: 'not-a-choice' } : { value: { type: 'choice', choice: found } };
}

/** What is nothing but a choice: its words, its letter (`A. Họp trực tiếp`), its number, a short form of it. */
function choiceSaid(said: string, choices: readonly string[]): string | undefined {
  const letter = /^([a-z])[.):]\s/.exec(said)?.[1];
  const number = /^\d{1,3}$/.test(said) ? choices[Number(said) - 1] : undefined;
  return (
    onlyOne(choices.filter((choice) => letter !== undefined && foldText(choice) === letter)) ??
    onlyOne(choices.filter((choice) => spelled(foldText(choice)) === said)) ??
    number ??
    choiceInShort(said, choices)
  );
}

function onlyOne(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** `k` for Không, `tối` for Ca tối: the whole answer in a short form of one choice. */
function choiceInShort(said: string, choices: readonly string[]): string | undefined {
  const meant = SHORT.get(said) ?? said;
  const folded = choices.map((choice) => foldText(choice).split(' '));
  const own = folded.map((words) =>
    words.filter((word) => folded.some((other) => !other.includes(word))).join(' '),
  );
  return onlyOne(choices.filter((_, at) => own[at] !== '' && own[at] === meant));
}

const SHORT = new Map([
  ...['k', 'ko', 'kg', 'khg', 'hok', 'hong', 'no', 'nope'].map((word) => [word, 'khong'] as const),
  ...['yes', 'yep', 'yeah'].map((word) => [word, 'co'] as const),
]);

/** `ko đạt` */
const spelled = (folded: string): string =>
  folded.replace(/(?<![a-z])(?:ko|k|kg|khg|hok)(?= [a-z])/g, 'khong');

/** Only so far, or with a but: `có nhưng ít`, `không đạt lắm`, `đạt một phần`. */
const PARTLY =
  /(?:^| )(?:nhung|it|mot phan|phan nao|chua het|tam|co ban|tuong doi|hoi|but|only|few|partly|somewhat|mostly)(?: |$)|(?:^| )(?:khong|ko|not) .*(?:lam|han|nhieu|het|really|quite)$|(?:^| )han$/;

/** Beside a choice: not it, or not for sure, or of another day. */
const HEDGES =
  /(?:^| )(?:khong|chua|not|no|tru|chac|co le|du kien|gan|sap|hom qua|mai|hinh nhu|nghe noi|nghieng|neu|hy vong|hi vong|mong|uoc gi|hope|biet|ro|hieu|maybe|probably|perhaps|va|and)(?: |$)/;

/** `em chọn có` holds `có`, and `không có` must not: a denial before it is another answer. */
function holds(text: string, choice: string): boolean {
  if (/(?:^| )(?:hay|hoac|or)(?: |$)|\?/.test(text)) return false;
  const said = text.replaceAll(/[,.;:]/g, ' ').replaceAll(/ +/g, ' ');
  const at = ` ${said} `.indexOf(` ${choice} `);
  if (choice === '' || at < 0) return false;
  const [before, behind] = [said.slice(0, at), said.slice(at + choice.length)];
  const isPartly =
    PARTLY.test(`${before} ${behind}`) ||
    (choice.startsWith('khong') && PARTLY.test(said.replace(choice, 'khong')));
  const isHedged = isPartly || HEDGES.test(before) || HEDGES.test(behind);
  return !isHedged && !(choice === 'co' && /^ (?:the|le)(?: |$)/.test(behind));
}
