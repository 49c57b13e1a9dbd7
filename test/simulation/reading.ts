import { DateTime } from 'luxon';
import type { Message as Stored } from '../telegram-server/types.js';
import { nameEscalation, nameRecall, unitsNamed } from './model/words.js';
import { home, keyOf } from './types.js';

/** Names directives by what is shown of them: `#12` is known by the title that stood beside it first. */
export interface Titles {
  keyOf(number: string): string;
  numberOf(key: string): number;
  learn(number: string, title: string, at: number): void;
}

/** `recurring`: titles that come round, told apart by the day on which they opened. */
export function createTitles(recurring: ReadonlySet<string>): Titles {
  const keys = new Map<string, string>();
  return {
    keyOf: (number) => keys.get(number) ?? `#${number}`,
    numberOf: (key) => Number([...keys].find(([, known]) => known === key)?.[0] ?? NaN),
    learn(number, title, at) {
      if (keys.has(number)) return;
      const date = DateTime.fromMillis(at, { zone: home }).toISODate()!;
      keys.set(number, recurring.has(title) ? keyOf(title, date) : title);
    },
  };
}

type Reader = (found: RegExpExecArray, titles: Titles, at: number, text: string) => string;

const urgent = '(?:KHẨN · )?';
/** What the bot says unasked, by how it begins. */
const readers: readonly [RegExp, Reader][] = [
  [
    new RegExp(
      `^${urgent}#(\\d+) · (?:Việc cần làm|Đề nghị xác nhận|Đề nghị báo số liệu|Thông báo)[^\\n]*\\n(.+)`,
    ),
    ([, number, title], titles, at) => {
      titles.learn(number!, title!, at);
      return `directive ${titles.keyOf(number!)}`;
    },
  ],
  [
    new RegExp(`^${urgent}#(\\d+) · Nhắc phản hồi\\n`),
    ([, number], titles) => nameRecall([titles.keyOf(number!)]),
  ],
  [/^Còn \d+ việc chờ đơn vị phản hồi:/, (_, titles, _at, text) => nameRecall(listed(text, titles))],
  [
    new RegExp(`^${urgent}#(\\d+) · Chờ báo kết quả`),
    ([, number], titles) => `follow-up ${titles.keyOf(number!)}`,
  ],
  [
    /^(\S+) .* báo vướng ở việc #(\d+) /,
    ([, code, number], titles) => `blocked ${titles.keyOf(number!)}: ${code}`,
  ],
  [/^Tổng hợp số \d+/, () => 'summary'],
  [/^Bot không còn gửi được vào .* của (\S+) –/, ([, code]) => `lost ${code}`],
  [/^Bot đã trở lại\. Nhóm này vẫn gắn với (\S+)/, ([, code]) => `back ${code}`],
  [/^#(\d+) được gia hạn:/, ([, number], titles) => `extended ${titles.keyOf(number!)}`],
  [/^#(\d+) .*: đã hủy, không cần làm nữa/, ([, number], titles) => `cancelled ${titles.keyOf(number!)}`],
  [
    /^Định kỳ \d+ – (.*): có kỳ không gửi/,
    ([, title], _titles, _at, text) => `skipped ${text.split('\n').length - 1}: ${title}`,
  ],
  [
    /^#(\d+) (.*)\n(?:[▓░]|\d+ nhóm =|Không có nhóm nào)/,
    ([, number, title], titles, at) => {
      titles.learn(number!, title!, at);
      return `card ${titles.keyOf(number!)}`;
    },
  ],
  [
    new RegExp(`^(Gửi .+:\\n)?${urgent}#(\\d+) [^\\n]+\\nHạn: [^\\n]+\\n(?:Chưa trả lời|Đã nhận nhưng)`),
    ([, named, number], titles, _at, text) =>
      nameEscalation({
        step: /\/tiendo \d+/.test(text) ? 'issuer' : text.includes('Mong anh/chị nhắc') ? 'parent' : 'lead',
        ...{ key: titles.keyOf(number!), named: named !== undefined },
        silent: codesIn(text, 'Chưa trả lời'),
        received: codesIn(text, 'Đã nhận nhưng chưa báo kết quả'),
      }),
  ],
];

/** Answers to what somebody said or did just now; there is no plan for them. */
const answers = /^(?:Đã ghi: #|Nhóm này (?:đã|không còn) gắn với)/;

/** What a message is, as the model would name it; null for an answer. `inGroup`: there all must be known. */
export function nameMessage(stored: Stored, titles: Titles, inGroup: boolean): string | null {
  const text = stored.text ?? stored.caption ?? '';
  for (const [pattern, read] of readers) {
    const found = pattern.exec(text);
    if (found) return read(found, titles, stored.date * 1000, text);
  }
  return inGroup && !answers.test(text) ? `unknown: ${text.slice(0, 80)}` : null;
}

const listed = (text: string, titles: Titles): string[] =>
  [...text.matchAll(/^(?:KHẨN · )?#(\d+) /gm)].map(([, number]) => titles.keyOf(number!));

function codesIn(text: string, head: string): string[] {
  const [, list] = new RegExp(`^${head} \\(\\d+\\): (.*)$`, 'm').exec(text) ?? [];
  if (list === undefined) return [];
  const names = list.split('; ');
  const more = Number(/^và (\d+) đơn vị khác$/.exec(names.at(-1)!)?.[1] ?? 0);
  const codes = names.slice(0, more > 0 ? unitsNamed : undefined).map((name) => name.split(' ')[0]!);
  return [...codes, ...Array.from({ length: more }, () => '…')];
}
