import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import type { Place } from '../bot/command.js';
import { commands } from '../bot/commands.js';
import { describeStand, describeValue } from '../services/replies/words.js';
import { parseAudience } from '../core/audience/audience.js';
import { resolveAudience } from '../core/audience/resolve-audience.js';
import { readAnswerLine } from '../core/compose/answer-line.js';
import { checkWords, parseRequest } from '../core/compose/request.js';
import { readDeadline } from '../core/deadline/read-deadline.js';
import { sayDeadline } from '../core/deadline/say-deadline.js';
import { readValue } from '../core/reading/read-value.js';
import { applyReply, unanswered } from '../core/replies/answer-state.js';
import { hear, isAnswer } from '../core/replies/said.js';
import { planUnits } from '../core/units/plan-units.js';
import { parseUnitLines } from '../core/units/unit-lines.js';
import { locales, readLocale, texts, type Locale } from '../locales/texts.js';

const zone = 'Asia/Ho_Chi_Minh';
/** The moment that the guides' deadline table supposes. */
const now = DateTime.fromISO('2026-11-24T10:00', { zone }).toJSDate();

/** What the guides call an outcome that is no sentence of the bot's. */
const words = {
  vi: {
    question: 'câu hỏi, chuyển người giao việc',
    moreTime: 'xin gia hạn, chuyển người giao việc',
    unclear: 'chưa rõ, bot hỏi lại',
    outside: 'ngoài mức, bot hỏi lại',
    unreadable: 'chưa đọc được, bot hỏi lại',
    due: {
      past: 'không nhận: đã qua',
      impossible: 'không nhận: không có ngày giờ này',
      ambiguous: 'không nhận: hiểu được nhiều cách',
      unreadable: 'không nhận: chưa đọc được',
      recurring: 'hạn lặp lại',
      empty: '',
    },
    places: { riêng: 'private', 'văn phòng': 'office', 'đơn vị': 'unit', 'chưa gắn': 'none' },
    everywhere: 'mọi nơi',
  },
  en: {
    question: 'a question, passed on to the issuer',
    moreTime: 'a request for more time, passed on to the issuer',
    unclear: 'unclear, the bot asks back',
    outside: 'out of range, the bot asks back',
    unreadable: 'not readable, the bot asks back',
    due: {
      past: 'refused: in the past',
      impossible: 'refused: no such date or time',
      ambiguous: 'refused: several readings',
      unreadable: 'refused: not readable',
      recurring: 'comes again',
      empty: '',
    },
    places: { private: 'private', office: 'office', unit: 'unit', unbound: 'none' },
    everywhere: 'everywhere',
  },
} as const;

/** Commands of @BotFather, which the guides name too. */
const foreign = new Set(['newbot', 'setprivacy']);

describe.each(locales)('the guide in %s', (locale: Locale) => {
  const guide = readFileSync(path.resolve(import.meta.dirname, `../docs/guide.${locale}.md`), 'utf8');
  const t = texts[locale];
  const own = words[locale];
  const named = [...guide.matchAll(/(?<![\p{L}\d/.:_)>-])\/([a-z]\w*)/gu)].map(([, name]) => name!);
  const rows = (marker: string) => readTable(guide, marker);
  const blocks = [...guide.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, block]) => block!.trimEnd());
  const units = readUnits(blocks);

  test('names every command and no other', () => {
    const known = commands.flatMap(({ names }) => names);
    expect(known.filter((name) => !named.includes(name))).toEqual([]);
    expect(named.filter((name) => !known.includes(name) && !foreign.has(name))).toEqual([]);
  });

  test.each(['deadlines', 'replies', 'figures', 'targets'])('gives examples of %s', (kind) => {
    expect(rows(`examples: ${kind}`).length).toBeGreaterThan(8);
  });

  test('lists each command once, with places where it works', () => {
    const listed = rows('commands').map(([a = '', b = '', where = '']) => ({
      names: [...`${a} ${b}`.matchAll(/\/(\w+)/g)].map(([, name]) => name!),
      places: where === own.everywhere ? Object.keys(own.places) : where.split(', '),
    }));
    expect(listed).toHaveLength(commands.length);
    for (const { names, places } of listed) {
      const command = commands.find((one) => one.names.includes(names[0]!));
      expect([...new Set(names)].sort()).toEqual([...command!.names].sort());
      const meant = places.map((place) => (own.places as Record<string, Place>)[place]);
      expect([names[0], meant.filter((place) => !command!.places.includes(place!))]).toEqual([names[0], []]);
    }
  });

  test.each(rows('examples: deadlines'))('deadline %s is %s', (text, expected) => {
    const { due, reason } = readDeadline(text, { now, zone });
    expect(due ? sayDeadline(t, due, zone) : own.due[reason]).toBe(expected);
  });

  test.each(rows('examples: replies'))('reply %s is %s', (text, expected) => {
    const said = hear('task', null, text);
    const parts = [
      ...(isAnswer(said) ? [describeStand(t, 'task', applyReply('task', unanswered, said, now))] : []),
      ...(said.isQuestion ? [own.question] : []),
      ...(said.moreTime === null ? [] : [own.moreTime]),
    ];
    expect(parts.length > 0 ? parts.join('; ') : own.unclear).toBe(expected);
  });

  test.each(rows('examples: figures'))('asked for %s, %s is %s', (asked, text, expected) => {
    const spec = readAnswerLine(asked) ?? readAnswerLine(`hỏi ${asked}`)!;
    const read = readValue(text, spec);
    const isOutside = 'problem' in read && read.problem.startsWith('too-');
    const problem = isOutside ? own.outside : own.unreadable;
    expect('value' in read ? describeValue(t, read.value, spec) : problem).toBe(expected);
  });

  test.each(rows('examples: targets'))('targets %s are %s', (text, expected) => {
    const { unitIds, unknown } = resolveAudience(parseAudience(text), units, 'all');
    const codes = units.filter(({ id }) => unitIds.includes(id)).map(({ code }) => code);
    expect([codes.join(', '), unknown]).toEqual([expected, []]);
  });

  test('shows directives that could be sent as they stand', () => {
    const kinds = ['assign', 'acknowledge', 'collect', 'notice'];
    const shown = blocks.flatMap((block) => {
      const [, name, rest] = /^\/(\w+)\s+([\s\S]*)$/.exec(block) ?? [];
      const command = commands.find(({ names }) => names.includes(name ?? ''));
      return command && kinds.includes(command.names[0]) ? [{ kind: command.names[0], rest: rest! }] : [];
    });
    expect(shown.map(({ kind }) => kind)).toEqual(kinds);
    for (const { kind, rest } of shown) {
      const request = parseRequest(rest, kind === 'collect');
      const { targets, deadline, answer } = request;
      const audience = resolveAudience(parseAudience(targets), units, 'all');
      expect(checkWords(request)).toBeNull();
      expect([audience.unknown, audience.unitIds.length > 0]).toEqual([[], true]);
      expect(deadline === null ? null : readDeadline(deadline, { now, zone }).reason).toBeNull();
      expect(answer !== null).toBe(kind === 'collect');
    }
  });

  test('quotes buttons and sentences as the bot says them', () => {
    const templates = leavesOf(readLocale(locale)).filter(saysSomething).map(toPattern);
    const buttons = [...guide.matchAll(/\*\*\[([^\]]+)\]\*\*/g)].map(([, label]) => label!);
    const sentences = [...guide.matchAll(/^> (.+)$/gm)].map(([, sentence]) => sentence!);
    const quoted = [...new Set([...buttons, ...sentences])];
    expect(quoted.filter((quote) => !templates.some((template) => template.test(quote)))).toEqual([]);
  });
});

/** The cells of the table behind `<!-- marker -->`, without its heading; code marks and escapes taken off. */
function readTable(guide: string, marker: string): string[][] {
  const behind = guide.split(`<!-- ${marker} -->`)[1]?.trimStart() ?? '';
  const lines = behind.slice(0, behind.indexOf('\n\n')).split('\n').slice(2);
  return lines.map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) =>
        cell
          .trim()
          .replaceAll('\\|', '|')
          .replace(/^`([^`]*)`$/, '$1'),
      ),
  );
}

/** The units that the guide adds in its first example. */
function readUnits(blocks: string[]) {
  const [, args = ''] = /^\/\w+ ([\s\S]*)$/.exec(blocks[0] ?? '') ?? [];
  const rows = (parseUnitLines(args) ?? []).map((line, index) => {
    if (line.op !== 'add') throw new Error('the first example adds units');
    const { code, name, parent, tags } = line;
    return { line: index + 1, code, name, parent, tags: tags.join(' ') };
  });
  const { added, problems } = planUnits(rows, []);
  if (problems.length > 0) throw new Error('the first example is faulty');
  const idOf = (code: string | null) => added.findIndex((unit) => unit.code === code) + 1 || null;
  return added.map(({ code, name, tags, parentCode }) => ({
    id: idOf(code)!,
    code,
    name,
    tags,
    parentId: idOf(parentCode),
  }));
}

function leavesOf(tree: unknown): string[] {
  return typeof tree === 'string' ? [tree] : Object.values(tree as object).flatMap(leavesOf);
}

/** Not only values: such a text would fit every quote. */
const saysSomething = (text: string) => /\p{L}{2}/u.test(text.replace(/\{\{[^}]*\}\}/g, ''));

/** A text of the locales with anything in the place of its values. */
function toPattern(text: string): RegExp {
  const parts = text.split(/\{\{[^}]*\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
