import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDataFolder } from '../harness/data-folder.js';
import { startProgram, startWithNpm, type Program } from './program.js';

const pageOf = (program: Program) => /http:\/\/\S+(?=\/sandbox)/.exec(program.output())?.[0] ?? '';
const codeOf = (program: Program) => /owner code\s+(\S+)/.exec(program.output())?.[1];

describe('with no setting at all', () => {
  /** The first start makes the data in it, the later ones find it. */
  let folder: string;
  let first: Program;
  const programs: Program[] = [];
  const start = async () => {
    const program = await startProgram({}, folder);
    programs.push(program);
    return program;
  };
  beforeAll(async () => {
    folder = await makeDataFolder('gb-start-');
    first = await start();
  });
  afterAll(async () => {
    for (const program of programs) await program.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  test('it says where the page is, the owner code and the channels, and is ready', async () => {
    expect(first.output()).toMatch(/owner code\s+[2-9A-Z]{10}/);
    expect(first.output()).toMatch(/channels\s+sandbox/);
    const page = pageOf(first);
    expect(await (await fetch(`${page}/healthz`)).json()).toEqual({ ok: true });
    expect((await fetch(`${page}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${page}/metrics`)).text()).toContain('giaoban_open_directives 0');
    const link = /page\s+(http\S+\/admin\/sign-in\?key=[\w-]{43}) /.exec(first.output())?.[1] ?? '';
    expect(await (await fetch(link)).text()).toContain('chưa có chủ sở hữu'); // the link waits for one
  });

  test('a second one in the same folder is refused in one sentence, and the first goes on', async () => {
    const second = await start();
    expect(second.output()).toMatch(/another Giaoban uses the data folder .*: stop it, or set DATA_DIR/);
    expect((await fetch(`${pageOf(first)}/readyz`)).status).toBe(200);
  });

  test('it stops in order', async () => {
    const startedAt = Date.now();
    expect(await first.end('SIGTERM')).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
  });

  test('a signal that comes twice at once, as Ctrl-C does under npm, still stops it in order', async () => {
    const program = await start();
    program.child.kill('SIGINT');
    await sleep(50);
    expect(await program.end('SIGTERM')).toBe(0);
  });

  test('who stops npm stops the program', async () => {
    const program = await startWithNpm({ DATA_DIR: path.join(folder, 'data') });
    programs.push(program);
    const page = pageOf(program);
    expect((await fetch(`${page}/readyz`)).status).toBe(200);
    await program.end('SIGTERM');
    await expect(fetch(`${page}/healthz`)).rejects.toThrow();
    const next = await start(); // nobody holds the folder any more
    expect(next.output()).toContain('Giaoban is running.');
    await next.end('SIGTERM');
  });

  test('the owner code stays the same over a restart, also after a kill', async () => {
    const second = await start();
    expect(codeOf(second)).toBe(codeOf(first));
    await second.end('SIGKILL');
    const third = await start();
    expect(codeOf(third)).toBe(codeOf(second));
  });
});
