import { defineConfig } from 'vitest/config';

const common = {
  exclude: ['node_modules', 'dist', 'generated', 'data'],
  pool: 'forks' as const,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // No module keeps anything from one file to the next: a process loads the program once for all its files.
  isolate: false,
};
/** Without a database: pure rules, channels against the local platforms, and those platforms themselves. */
const rules = [
  '{bot,channels,core,locales}/**/*.test.ts',
  'test/*.test.ts',
  'test/{properties,*-server}/**/*.test.ts',
];
/** Stories that play the whole program: once on the embedded default, once on PostgreSQL with Redis. The admin's page is the same on both: once. */
const stories = ['test/flows/**/*.test.ts', 'test/browser/sandbox.test.ts', 'test/process/crash.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    experimental: { fsModuleCache: true },
    globalSetup: ['test/harness/global-setup.ts'],
    projects: [
      { test: { ...common, name: 'rules', include: rules } },
      {
        test: {
          ...common,
          name: 'ledger',
          include: ['**/*.test.ts'],
          exclude: [...common.exclude, ...rules, ...stories],
        },
      },
      { test: { ...common, name: 'embedded', include: stories, provide: { backend: 'embedded' } } },
      { test: { ...common, name: 'servers', include: stories, provide: { backend: 'servers' } } },
    ],
  },
});
