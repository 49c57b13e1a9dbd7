#!/usr/bin/env node
import { pino } from 'pino';
import type { Channel } from '../channels/channel.js';
import { openChannels } from '../config/channels.js';
import { systemClock } from '../config/clock.js';
import { startEmbeddedPostgres } from '../config/embedded-postgres.js';
import { createLedger } from '../config/ledger.js';
import { loadSettings, SettingsError, type Settings } from '../config/settings.js';
import { openDatabase, type Database } from '../store/db.js';
import { applyMigrations } from '../store/migrations.js';
import { doctor } from './doctor.js';
import { explain } from './explain.js';
import { manageGroups } from './groups.js';
import { exportAll } from './export.js';
import { importFile } from './import-file.js';
import { report } from './report.js';

const usage = `Usage: giaoban <command>
  import FILE              bring in the units of a .csv or .xlsx file (columns code, name, parent, tags, timeZone)
  import COPY              restore what export wrote, into an empty database
  export --out FILE        everything as JSON Lines, or as CSV (see: giaoban export)
  report --period PERIOD   write a report as a file (see: giaoban report)
  explain reply TEXT       show how a reply is read ("-": one text a line from standard input) [--now ISO] [--tz ZONE]
  explain deadline TEXT    show how a deadline is read [--now ISO] [--tz ZONE]
  groups [members|create]  list or make the groups that the bot has itself (Official Account)
  doctor                   check settings, servers and channels, and say how to mend each fault
  migrate                  bring the database to this version's schema
  help                     this page
`;

const write = (line: string) => void process.stdout.write(`${line}\n`);
const writeError = (line: string) => void process.stderr.write(`${line}\n`);

const commands: Record<string, (args: string[]) => Promise<number>> = {
  explain: (args) =>
    explain(args, { stdin: process.stdin, write, now: new Date(), zone: loadSettings().ORG_TIME_ZONE }),
  import: (args) =>
    withMigrated(loadSettings(), (url) =>
      importFile(args, { write, writeError, isTty: process.stderr.isTTY }, url),
    ),
  export: (args) =>
    withMigrated(loadSettings(), (url) =>
      exportAll(args, { write, writeError, isTty: process.stderr.isTTY }, url),
    ),
  groups: (args) => withChannels((_, __, channels) => manageGroups(args, channels, { write, writeError })),
  report: (args) =>
    withChannels((settings, db, channels) => report(args, { write, writeError }, settings, { db, channels })),
  doctor: () => doctor(loadSettings, write),
  migrate: () => withServer(loadSettings(), migrate),
  help: async () => {
    process.stdout.write(usage);
    return 0;
  },
};

/** Runs one command. Returns the exit code: 0 done, 1 failed, 2 wrong usage. */
async function run([name = '', ...args]: string[]): Promise<number> {
  const command = commands[name];
  if (command) return command(args);
  process.stderr.write(usage);
  return 2;
}

async function migrate(url: string): Promise<number> {
  const names = await applyMigrations(url);
  for (const name of names) write(`applied ${name}`);
  write(names.length === 0 ? 'The database is up to date.' : `${names.length} migrations applied.`);
  return 0;
}

/** The configured database, or the built-in one: shared when the program runs, started for the command when not. */
async function withServer(settings: Settings, work: (url: string) => Promise<number>): Promise<number> {
  if (settings.DATABASE_URL) return work(settings.DATABASE_URL);
  const server = await startEmbeddedPostgres(settings.DATA_DIR, 'guest');
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}

/** The channels as the settings switch them on, unheard: they are asked and sent by, they do not listen. */
async function withChannels(
  work: (settings: Settings, db: Database, channels: Map<string, Channel>) => Promise<number>,
): Promise<number> {
  const settings = loadSettings();
  return withDatabase(settings, (db) =>
    work(settings, db, openChannels(settings, pino({ level: 'silent' }), createLedger(db, systemClock))),
  );
}

async function withMigrated(settings: Settings, work: (url: string) => Promise<number>): Promise<number> {
  return withServer(settings, async (url) => {
    await applyMigrations(url);
    return work(url);
  });
}

async function withDatabase(settings: Settings, work: (db: Database) => Promise<number>): Promise<number> {
  return withMigrated(settings, async (url) => {
    const db = openDatabase(url, 4);
    try {
      return await work(db);
    } finally {
      await db.$disconnect();
    }
  });
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  writeError(error instanceof SettingsError ? error.message : `Failed: ${(error as Error).message}`);
  process.exitCode = 1;
}
