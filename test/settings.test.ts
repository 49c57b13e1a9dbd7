import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadSettings, parseSettings, SettingsError, settingsSchema } from '../config/settings.js';

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, '..', file), 'utf8');
const names = Object.keys(settingsSchema.shape);

describe('the settings', () => {
  test('are all named in README and .env.example', () => {
    const [readme, example] = [read('README.md'), read('.env.example')];
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
    expect(names.filter((name) => !new RegExp(`^#?${name}=`, 'm').test(example))).toEqual([]);
    const listed = [...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
    expect(listed.filter((name) => !names.includes(name ?? ''))).toEqual([]);
  });

  test('need nothing to be set', () => {
    expect(parseSettings({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3000,
      ORG_TIME_ZONE: 'Asia/Ho_Chi_Minh',
      ORG_LOCALE: 'vi',
      ROLE: 'all',
    });
  });

  test('that are empty count as not set', () => {
    expect(parseSettings({ PORT: '', TELEGRAM_BOT_TOKEN: '  ' })).toMatchObject({ PORT: 3000 });
  });

  test.each([
    [{ PORT: 'abc' }, 'The setting PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'The setting PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '0x50' }, 'The setting PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '1e3' }, 'The setting PORT must be a whole number from 0 to 65535.'],
    [
      { TELEGRAM_BOT_TOKEN: 'hello' },
      'The setting TELEGRAM_BOT_TOKEN must look like 123456:ABC-def, as @BotFather gives it.',
    ],
    [
      { ORG_TIME_ZONE: 'Hanoi' },
      'The setting ORG_TIME_ZONE must be an IANA time zone such as Asia/Ho_Chi_Minh.',
    ],
    [
      { DATABASE_URL: 'mysql://x' },
      'The setting DATABASE_URL must be a URL that starts with postgresql:// or postgres://.',
    ],
    [
      { REDIS_URL: 'localhost' },
      'The setting REDIS_URL must be a URL that starts with redis:// or rediss://.',
    ],
    [
      { REDIS_URL: 'redis://localhost:6379/giaoban' },
      'The setting REDIS_URL must end with the number of a database, as redis://localhost:6379/1 does, or behind the port.',
    ],
    [
      { REDIS_URL: 'redis://localhost:6379?db=giaoban' },
      'The setting REDIS_URL must end with the number of a database, as redis://localhost:6379/1 does, or behind the port.',
    ],
    [
      { DATABASE_URL: 'postgresql://giaoban:50%@localhost/giaoban' },
      'The setting DATABASE_URL must write a % in its user or password as %25.',
    ],
    [{ ROLE: 'boss' }, 'The setting ROLE must be all, web, bot or worker.'],
    [{ SUMMARY_TIME: '25:00' }, 'The setting SUMMARY_TIME must be a time such as 16:00.'],
    [{ ORG_LOCALE: 'fr' }, 'The setting ORG_LOCALE must be vi or en.'],
    [
      { TELEGRAM_WEBHOOK_SECRET: 'x' },
      'The setting TELEGRAM_WEBHOOK_SECRET needs PUBLIC_URL too: set it to the address Telegram can reach.',
    ],
    [
      { TELEGRAM_WEBHOOK_SECRET: 'x', PUBLIC_URL: 'http://giaoban.example.vn' },
      'The setting PUBLIC_URL must start with https:// where TELEGRAM_WEBHOOK_SECRET is set: Telegram calls no other address.',
    ],
    [{ WORK_DAYS: 'mon,xyz' }, 'The setting WORK_DAYS must be days such as mon,tue,wed,thu,fri.'],
    [{ WORK_UNTIL: '07:30' }, 'The setting WORK_UNTIL must be later than WORK_FROM.'],
    [
      { ZALO_BOT_TOKEN: 'xin chao' },
      'The setting ZALO_BOT_TOKEN must look like 123456:ABC-def, as Zalo Bot Creator gives it.',
    ],
    [
      { ZALO_WEBHOOK_SECRET: 'ngắn' },
      'The setting ZALO_WEBHOOK_SECRET must be 8 to 256 letters, digits or signs without spaces.',
    ],
    [
      { ZALO_WEBHOOK_SECRET: 'mot-bi-mat-dai' },
      'The setting ZALO_WEBHOOK_SECRET needs PUBLIC_URL too: set it to the address Zalo can reach.',
    ],
    [
      { ZALO_OA_APP_ID: '12', ZALO_OA_SECRET: 'x' },
      'The setting ZALO_OA_APP_ID needs ZALO_OA_REFRESH_TOKEN too: a Zalo Official Account takes ZALO_OA_APP_ID, ZALO_OA_SECRET, ZALO_OA_REFRESH_TOKEN, ZALO_OA_WEBHOOK_SECRET together.',
    ],
    [{ ROLE: 'bot' }, 'The setting ROLE=bot needs DATABASE_URL: several processes must share one database.'],
  ])('say in one sentence what is wrong: %o', (env, sentence) => {
    expect(() => parseSettings(env)).toThrow(new SettingsError(sentence));
  });

  test.each(['redis://localhost', 'redis://:a%25@localhost:6379/', 'rediss://localhost:6379/15'])(
    'take a Redis at %s',
    (REDIS_URL) => expect(parseSettings({ REDIS_URL })).toMatchObject({ REDIS_URL }),
  );

  test('never repeat a secret that is wrong', () => {
    expect(() => parseSettings({ TELEGRAM_BOT_TOKEN: 'a secret with spaces' })).toThrow(/^(?!.*a secret)/);
  });
});

describe('the file .env', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gb-env-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, '.env');
  const text = 'QUEUE_PREFIX=cua-huyen\nORG_NAME=Huyện An Bình\n';

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('is read in %s, its first line too', (_, bytes) => {
    writeFileSync(file, bytes);
    expect(loadSettings(folder)).toMatchObject({ QUEUE_PREFIX: 'cua-huyen', ORG_NAME: 'Huyện An Bình' });
  });

  test('stops the start with one sentence where it is no text, or no file', () => {
    writeFileSync(file, Buffer.from('ORG_NAME=Huy\xEAn', 'latin1'));
    expect(() => loadSettings(folder)).toThrow(
      /^The file .*\.env cannot be read as text \(.*\): save it in UTF-8/,
    );
    rmSync(file);
    mkdirSync(file);
    expect(() => loadSettings(folder)).toThrow(
      /^The file .*\.env cannot be read as text \(EISDIR\): save it/,
    );
  });
});
