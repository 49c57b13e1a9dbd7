import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSettings } from '../config/settings.js';
import type { Database } from '../store/db.js';
import { openTestDatabase } from '../test/harness/database.js';
import { began, createRandom, day, fillLedger } from '../test/reports/ledger.js';
import { report } from './report.js';

let db: Database;
let folder: string;
const settings = parseSettings({ ORG_NAME: 'UBND huyện Mẫu Sơn' });
const channels = new Map([
  ['telegram', { messageLink: (_: unknown, id: string) => `https://chat.example/${id}` }],
]);
beforeAll(async () => {
  db = await openTestDatabase();
  await fillLedger(db, createRandom(7));
  folder = await mkdtemp(path.join(tmpdir(), 'giaoban-report-'));
});
afterAll(async () => {
  await db.$disconnect();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) => runOn(100, ...args);

/** So many days after the first of the ledger. */
async function runOn(days: number, ...args: string[]) {
  const said: string[] = [];
  const write = (line: string) => void said.push(line);
  const clock = { now: () => new Date(began + days * day) };
  const code = await report(args, { write, writeError: write, clock }, settings, { db, channels });
  return { code, said: said.join('\n') };
}

describe('giaoban report', () => {
  test.each(['2026-W42', '2026-10', '2026-Q4', '2026-H2', '2026', '2026-10-01..2026-10-20', '#3'])(
    'writes %s as text',
    async (period) => {
      const out = path.join(folder, 'a.txt');
      const { code, said } = await run('--period', period, '--format', 'txt', '--out', out);
      expect([code, said]).toEqual([0, `${out}: provisional figures.`]);
      expect(await readFile(out, 'utf8')).toMatch(/^Tổng hợp .*\nUBND huyện Mẫu Sơn\nSố liệu từ /);
    },
  );

  test('gives a number when asked, and the next issue of a period its own', async () => {
    const out = path.join(folder, 'b.txt');
    const issue = () =>
      run('--period', '2026-10', '--issue', '--format', 'txt', '--out', out, '--locale', 'en');
    expect((await issue()).said).toBe(`${out}: report no. 1.`);
    const first = await readFile(out, 'utf8');
    expect(
      (await run('--period', '2026-10', '--format', 'txt', '--out', out, '--locale', 'en')).said,
    ).toContain('no. 1');
    expect(await readFile(out, 'utf8')).toBe(first);
    const done = await db.reply.findFirstOrThrow({
      where: { status: 'done', receivedAt: { lt: new Date('2026-10-20') } },
    });
    await db.assignment.update({ where: { id: done.assignmentId! }, data: { excused: true } });
    expect((await issue()).said).toBe(`${out}: report no. 2.`);
    const second = await readFile(out, 'utf8');
    expect(second).toContain('Issue 2, in place of the one before on this period.');
    expect(second).toMatch(/Corrections since no\. 1 \(1\)\n– XA\d+ #\d+: was .*, does not count any more/);
  });

  test('one that was frozen too early is counted to its end, and takes nothing from the next', async () => {
    const out = path.join(folder, 'e');
    const csvOf = async (period: string) => {
      const { said } = await run('--period', period, '--format', 'csv', '--out', out);
      return { said, rows: await readFile(out, 'utf8') };
    };
    const [whole, next] = [await csvOf('2026-09-28..2026-10-20'), await csvOf('2026-10-21..2026-11-12')];
    const early = ['--period', '2026-09-28..2026-10-20', '--format', 'csv', '--out', out, '--issue'];
    expect((await runOn(10, ...early)).said).toMatch(/report no\. \d+\.$/);
    expect((await readFile(out, 'utf8')).length).toBeLessThan(whole.rows.length);
    expect(await csvOf('2026-09-28..2026-10-20')).toEqual(whole);
    expect(await csvOf('2026-10-21..2026-11-12')).toEqual(next);
    await run(...early);
    const again = await csvOf('2026-09-28..2026-10-20');
    expect(again.said).toMatch(/report no\. \d+\.$/);
    expect(again.rows).toBe(whole.rows);
  });

  test('writes a branch as a workbook and as CSV with the way to each reply', async () => {
    const [xlsx, csv] = [path.join(folder, 'c.xlsx'), path.join(folder, 'c.csv')];
    const of = (...rest: string[]) => run('--period', '2026-Q4', '--unit', 'xa1', ...rest);
    expect((await of('--format', 'xlsx', '--out', xlsx)).code).toBe(0);
    expect((await of('--format', 'csv', '--out', csv)).code).toBe(0);
    expect((await readFile(xlsx)).subarray(0, 2).toString()).toBe('PK');
    expect(await readFile(csv, 'utf8')).toContain('https://chat.example/');
  });

  test.each([
    [[], 'Name a period and a file.'],
    [['--period', '2026-10', '--out', 'x', '--format', 'doc'], 'Name a format: '],
    [['--period', '2026-10', '--out', 'x', '--format', 'txt', '--locale', 'fr'], 'The locale is vi or en.'],
    [['--frob'], "Unknown option '--frob'"],
    [
      ['--period', 'mai', '--out', 'x', '--format', 'txt'],
      'mai is no period and no directive that was sent.',
    ],
    [['--period', '#99', '--out', 'x', '--format', 'txt'], '#99 is no period'],
    [['--period', '2031', '--out', 'x', '--format', 'txt'], '2031 has not begun yet.'],
    [
      ['--period', '2026', '--unit', 'XA99', '--out', 'x', '--format', 'txt'],
      'There is no unit with the code XA99.',
    ],
  ])('%o is refused with one sentence', async (args, sentence) => {
    const { code, said } = await run(...args);
    expect(code).toBeGreaterThan(0);
    expect(said.startsWith(sentence)).toBe(true);
  });
});
