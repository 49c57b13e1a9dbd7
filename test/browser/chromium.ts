import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const installLine = 'apt-get update && apt-get install -y chromium';
const launchArgs = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens the installed Chromium; installs Debian's when it is missing and we may. Throws the one line to run. */
export async function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: getChromium(), args: launchArgs });
}

export function getChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0) spawnSync('sh', ['-c', installLine], { stdio: ['ignore', 'ignore', 2] });
  const installed = findChromium();
  if (!installed) throw new Error(`The browser tests need Chromium. As root, run: ${installLine}`);
  return installed;
}

function findChromium(): string | null {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin'];
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return files.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there
  }
}
