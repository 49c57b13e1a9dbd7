import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');
const built = path.join(root, 'dist');
const mainFile = path.join(built, 'main.js');

export interface Program {
  child: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** Sends a signal and waits for the end. Returns the exit code; null when the signal killed it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** The program in a process of its own. Resolves when it says that it runs, or when it ended. */
export const startProgram = (settings: Record<string, string>, cwd?: string): Promise<Program> =>
  runProgram([process.execPath, mainFile], settings, cwd);

/** `npm start`, as an operator types it: the program is a grandchild of ours. */
export const startWithNpm = (settings: Record<string, string>): Promise<Program> =>
  runProgram(['npm', 'start'], settings, root);

async function runProgram(
  [command, ...args]: [string, ...string[]],
  settings: Record<string, string>,
  cwd?: string,
): Promise<Program> {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    PORT: '0',
    LOG_LEVEL: 'error',
    ...settings,
  };
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd ? { cwd } : {}),
  });
  let text = '';
  const running = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes('Giaoban is running.')) resolve();
      });
  });
  await Promise.race([running, once(child, 'exit')]);
  return {
    child,
    output: () => text,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill(signal);
        await ended;
      }
      return child.exitCode;
    },
  };
}

/** `giaoban doctor`, as an operator runs it beside the program. Throws where it finds a fault. */
export const runDoctor = (settings: Record<string, string>) =>
  promisify(execFile)(process.execPath, [path.join(built, 'cli/giaoban.js'), 'doctor'], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings },
  });
