import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** What the browser complains of from now on: a script's fault, a blocked style, a lost request. */
export function watchComplaints(page: Page, complaints: string[] = []): string[] {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Has axe on every page from its first moment: so brought, the browser compiles it for the first page only. */
export const bringAxe = (context: BrowserContext) => context.addInitScript(axe);

/** What axe finds wrong with the page as it stands: the rule, and the first element. It must have been brought, and the page bypass its policy. */
export async function findFaults(page: Page): Promise<string[][]> {
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    "axe.run({ resultTypes: ['violations'] })", // what is as it should be need not be described
  );
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html ?? '']);
}

/** `PICTURES=folder npx vitest run test/browser` leaves there what the pages look like; without it this does nothing. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
