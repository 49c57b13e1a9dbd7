import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeDataFolder } from '../harness/data-folder.js';
import { startProgram, type Program } from './program.js';

/** The first start makes the data in it, the later ones find it. */
let folder: string;
const programs: Program[] = [];

beforeAll(async () => {
  folder = await makeDataFolder('gb-start-');
});

async function start(): Promise<Program> {
  const program = await startProgram({}, folder);
  programs.push(program);
  return program;
}

afterEach(async () => {
  for (const program of programs.splice(0)) await program.end('SIGTERM');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const pageOf = (program: Program) => /http:\/\/\S+(?=\/sandbox)/.exec(program.output())?.[0] ?? '';

describe('with no setting at all', () => {
  test('it says where the page is, the owner code and the channels, is ready, and stops in order', async () => {
    const program = await start();
    expect(program.output()).toMatch(/owner code\s+[2-9A-Z]{10}/);
    expect(program.output()).toMatch(/channels\s+sandbox/);
    const page = pageOf(program);
    expect(await (await fetch(`${page}/healthz`)).json()).toEqual({ ok: true });
    expect((await fetch(`${page}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${page}/metrics`)).text()).toContain('giaoban_open_directives 0');
    const link = /page\s+(http\S+\/admin\/sign-in\?key=[\w-]{43}) /.exec(program.output())?.[1] ?? '';
    expect(await (await fetch(link)).text()).toContain('chưa có chủ sở hữu'); // the link waits for one
    const startedAt = Date.now();
    expect(await program.end('SIGTERM')).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
  });

  test('the owner code stays the same over a restart, also after a kill', async () => {
    const code = (program: Program) => /owner code\s+(\S+)/.exec(program.output())?.[1];
    const first = await start();
    await first.end('SIGKILL');
    const second = await start();
    expect(code(second)).toBe(code(first));
  });

  test('a second one in the same folder is refused in one sentence, and the first goes on', async () => {
    const first = await start();
    const second = await start();
    expect(second.output()).toMatch(/another Giaoban uses the data folder .*: stop it, or set DATA_DIR/);
    expect((await fetch(`${pageOf(first)}/readyz`)).status).toBe(200);
  });
});
