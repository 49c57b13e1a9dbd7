import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { decodeText } from '../core/decode-text.js';
import { readDelays } from '../core/escalation/read-delays.js';
import { calendarKinds, type CalendarKind } from '../core/summary/period.js';

const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', 'Asia/Ho_Chi_Minh']);

const url = (schemes: string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.replace(':', '')),
      `must be a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    )
    .refine(isDecodable, 'must write a % in its user or password as %25');

/** Who connects decodes user and password, and would say no more than "URI malformed". */
function isDecodable(value: string): boolean {
  try {
    return decodeURIComponent(value) !== '';
  } catch {
    return false;
  }
}

/** What stands behind the last / ioredis takes for a number without a look, and falls over it when it is connected. */
const redisUrl = url(['redis', 'rediss']).refine((value) => {
  if (!URL.canParse(value)) return false;
  const { pathname, searchParams } = new URL(value);
  return /^\/?\d*$/.test(pathname) && /^\d*$/.test(searchParams.get('db') ?? '');
}, 'must end with the number of a database, as redis://localhost:6379/1 does, or behind the port');

/** In digits alone: `0x50` and `1e3`, which a number may also be written as, are slips here. */
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .transform((text) => (/^\s*\d+\s*$/.test(text) ? Number(text) : NaN))
    .refine((number) => number >= min && number <= max, `must be a whole number from ${min} to ${max}`);

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 16:00');
const publicTelegram = 'https://api.telegram.org';
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Every setting, its form and its default. README and .env.example list the same names; a test holds that. */
export const settingsSchema = z.object({
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'must look like 123456:ABC-def, as @BotFather gives it')
    .optional(),
  TELEGRAM_API_ROOT: url(['http', 'https']).default(publicTelegram),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'must be 1 to 256 letters, digits, _ or -')
    .optional(),
  TELEGRAM_RATE_PER_SECOND: wholeNumber(0, 1000).default(30),
  TELEGRAM_CHAT_RATE_PER_SECOND: wholeNumber(0, 100).default(1),
  TELEGRAM_GROUP_RATE_PER_MINUTE: wholeNumber(0, 1000).default(20),
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^\d+:\S+$/, 'must look like 123456:ABC-def, as Zalo Bot Creator gives it')
    .optional(),
  ZALO_API_ROOT: url(['http', 'https']).default('https://bot-api.zaloplatforms.com'),
  ZALO_BOT_NAME: z.string().max(100, 'must have at most 100 characters').optional(),
  ZALO_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{8,256}$/, 'must be 8 to 256 letters, digits or signs without spaces')
    .optional(),
  ZALO_MONTHLY_LIMIT: wholeNumber(0, 100_000_000).default(3000),
  ZALO_OA_APP_ID: z.string().regex(/^\d+$/, 'must be a number, as the page of the app shows it').optional(),
  ZALO_OA_SECRET: z.string().optional(),
  ZALO_OA_REFRESH_TOKEN: z.string().optional(),
  ZALO_OA_WEBHOOK_SECRET: z.string().optional(),
  ZALO_OA_NAME: z.string().max(100, 'must have at most 100 characters').optional(),
  ZALO_OA_API_ROOT: url(['http', 'https']).default('https://openapi.zalo.me'),
  ZALO_OA_OAUTH_ROOT: url(['http', 'https']).default('https://oauth.zaloapp.com'),
  PUBLIC_URL: url(['https', 'http']).optional(),
  DATABASE_URL: url(['postgresql', 'postgres']).optional(),
  REDIS_URL: redisUrl.optional(),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[\w-]{1,40}$/, 'must be 1 to 40 letters, digits, _ or -')
    .default('giaoban'),
  DATA_DIR: z.string().min(1, 'must name a folder').default('./data'),
  HOST: z.string().min(1, 'must name an address').default('127.0.0.1'),
  PORT: wholeNumber(0, 65535).default(3000),
  ROLE: z.enum(['all', 'web', 'bot', 'worker'], 'must be all, web, bot or worker').default('all'),
  ORG_NAME: z
    .string()
    .min(1, 'must not be empty')
    .max(200, 'must have at most 200 characters')
    .default('Giaoban'),
  ORG_TIME_ZONE: z
    .string()
    .refine((zone) => zones.has(zone), 'must be an IANA time zone such as Asia/Ho_Chi_Minh')
    .default('Asia/Ho_Chi_Minh'),
  ORG_LOCALE: z.enum(['vi', 'en'], 'must be vi or en').default('vi'),
  OWNER_CODE: z
    .string()
    .regex(/^[\w-]{4,64}$/, 'must be 4 to 64 letters, digits, _ or -')
    .optional(),
  WEEK_START: z.enum(['mon', 'sun', 'sat'], 'must be mon, sun or sat').default('mon'),
  SUMMARY_WEEKDAY: z.enum(weekdays, 'must be mon, tue, wed, thu, fri, sat or sun').default('fri'),
  SUMMARY_TIME: clockTime.default('16:00'),
  SUMMARY_KINDS: z
    .string()
    .transform((text) => [
      ...new Set(text.split(',').map((kind) => kind.trim().toLowerCase() as CalendarKind)),
    ])
    .refine(
      (kinds) => kinds.every((kind) => calendarKinds.includes(kind)),
      `must be some of ${calendarKinds.join(',')}`,
    )
    .default(['week', 'month', 'quarter']),
  SUMMARY_DRAFT: z.enum(['on', 'off'], 'must be on or off').default('off'),
  QUIET_FROM: clockTime.default('21:00'),
  QUIET_UNTIL: clockTime.default('07:00'),
  MORNING_TIME: clockTime.default('08:00'),
  WORK_DAYS: z
    .string()
    .transform((text) =>
      text.split(',').map((day) => weekdays.indexOf(day.trim().toLowerCase() as 'mon') + 1),
    )
    .refine((days) => days.every((day) => day > 0), 'must be days such as mon,tue,wed,thu,fri')
    .transform((days) => [...new Set(days)].sort())
    .default([1, 2, 3, 4, 5]),
  WORK_FROM: clockTime.default('08:00'),
  WORK_UNTIL: clockTime.default('17:00'),
  GROUP_DAILY_MESSAGES: wholeNumber(0, 100).default(5),
  RECURRENCE_LATE_HOURS: wholeNumber(1, 168).default(24),
  MORE_TIME_DAYS: wholeNumber(0, 60).default(0),
  ESCALATION_AFTER: z
    .string()
    .refine(
      (text) => text === 'off' || readDelays(text) !== null,
      'must be off or three times such as 2h,1d,1d',
    )
    .default('2h,1d,1d'),
  UNCERTAIN: z.enum(['ask', 'resend'], 'must be ask or resend').default('ask'),
  REPLY_RETENTION_DAYS: wholeNumber(0, 36500).default(0),
  WEBHOOK_PRIVATE: z.enum(['on', 'off'], 'must be on or off').default('off'),
  SANDBOX: z.enum(['on', 'off', 'auto'], 'must be on, off or auto').default('auto'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    )
    .default('info'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** A setting that stops the start. The message is one sentence that says which setting and how to mend it. */
export class SettingsError extends Error {}

/** Reads settings from a plain record of strings. Empty strings count as not set. Throws SettingsError. */
export function parseSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = settingsSchema.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new SettingsError(`The setting ${String(issue?.path[0])} ${issue?.message ?? 'is wrong'}.`);
  }
  const settings = result.data;
  checkTogether(settings);
  return settings;
}

const webhooks = [
  ['TELEGRAM_WEBHOOK_SECRET', 'Telegram'],
  ['ZALO_WEBHOOK_SECRET', 'Zalo'],
] as const;

/** What the Official Account cannot do without: one alone is a mistake. */
const ofAccount = [
  'ZALO_OA_APP_ID',
  'ZALO_OA_SECRET',
  'ZALO_OA_REFRESH_TOKEN',
  'ZALO_OA_WEBHOOK_SECRET',
] as const;

/** Settings that need each other. Throws SettingsError. */
function checkTogether(settings: Settings): void {
  for (const [name, platform] of webhooks)
    if (settings[name] && !settings.PUBLIC_URL)
      throw new SettingsError(
        `The setting ${name} needs PUBLIC_URL too: set it to the address ${platform} can reach.`,
      );
  const isPublic = settings.TELEGRAM_API_ROOT === publicTelegram;
  if (settings.TELEGRAM_WEBHOOK_SECRET && isPublic && !settings.PUBLIC_URL?.startsWith('https:'))
    throw new SettingsError(
      'The setting PUBLIC_URL must start with https:// where TELEGRAM_WEBHOOK_SECRET is set: Telegram calls no other address.',
    );
  const given = ofAccount.find((name) => settings[name]);
  const missing = ofAccount.find((name) => !settings[name]);
  if (given && missing)
    throw new SettingsError(
      `The setting ${given} needs ${missing} too: a Zalo Official Account takes ${ofAccount.join(', ')} together.`,
    );
  if (settings.WORK_FROM >= settings.WORK_UNTIL)
    throw new SettingsError('The setting WORK_UNTIL must be later than WORK_FROM.');
  if (settings.ROLE !== 'all' && !settings.DATABASE_URL)
    throw new SettingsError(
      `The setting ROLE=${settings.ROLE} needs DATABASE_URL: several processes must share one database.`,
    );
}

/** The settings of this process: the environment first, then a .env file in the current folder. Throws SettingsError. */
export function loadSettings(folder = process.cwd()): Settings {
  return parseSettings({ ...readFile(path.join(folder, '.env')), ...process.env });
}

/** As Windows programs save it, too: a mark before the first name would hide that setting. */
function readFile(file: string): Record<string, string | undefined> {
  if (!existsSync(file)) return {};
  try {
    return parseEnv(decodeText(readFileSync(file)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError(
      `The file ${file} cannot be read as text (${code}): save it in UTF-8 where Giaoban may read it.`,
    );
  }
}
