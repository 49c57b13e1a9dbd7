import { pino, type Logger } from 'pino';
import type { Settings } from './settings.js';

/** JSON lines; readable ones on a terminal. Message texts and tokens must never be handed to it; the paths are a last net. */
export async function openLog(settings: Settings): Promise<Logger> {
  const options = {
    level: settings.LOG_LEVEL,
    base: { role: settings.ROLE },
    redact: {
      paths: ['text', 'token', '*.text', '*.token', 'content', 'event', '*.payload', 'error.on', 'err.on'],
      censor: '[hidden]',
    },
  };
  if (!process.stdout.isTTY) return pino(options);
  const { default: pretty } = await import('pino-pretty');
  return pino(options, pretty({ sync: true, ignore: 'pid,hostname,role', translateTime: 'SYS:HH:MM:ss' }));
}

/** Where it broke, without the message: messages of database errors repeat what people wrote. */
export function stackOf(error: unknown): string[] {
  const lines = ((error as Error).stack ?? '').split('\n');
  return lines.filter((line) => line.startsWith('    at ')).slice(0, 6);
}

interface Cause {
  originalCode?: string;
  kind?: string;
}

/** As Prisma's client throws it, and as its driver does. */
interface Coded {
  code?: string;
  meta?: { driverAdapterError?: { cause?: Cause } };
  cause?: Cause;
}

/** What kind of fault it was: PostgreSQL's own code where it has one (`40P01` a deadlock, `53300` no connection left). */
export function codeOf(error: unknown): string | undefined {
  const { code, meta, cause: ofDriver } = error as Coded;
  const cause = meta?.driverAdapterError?.cause ?? ofDriver;
  return cause?.originalCode ?? cause?.kind ?? code;
}
