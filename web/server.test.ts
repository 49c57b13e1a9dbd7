import { expect, test } from 'vitest';
import type { Runtime } from '../config/runtime.js';
import { startServer } from './server.js';

test('an address that is not of this machine is named with its settings', async () => {
  const runtime = { settings: { HOST: '203.0.113.1', PORT: 0 }, channels: new Map() } as unknown as Runtime;
  await expect(startServer(runtime, async () => undefined)).rejects.toThrow(/203\.0\.113\.1:0 .*set HOST/);
});
