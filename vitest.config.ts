import { defineConfig } from 'vitest/config';

const common = {
  exclude: ['node_modules', 'dist', 'generated', 'data'],
  pool: 'forks' as const,
  testTimeout: 60_000,
  hookTimeout: 60_000,
};
/** Stories that play the whole program: once on the embedded default, once on PostgreSQL with Redis. */
const stories = ['test/flows/**/*.test.ts', 'test/browser/**/*.test.ts', 'test/process/crash.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/harness/global-setup.ts'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'rules',
          include: ['**/*.test.ts'],
          exclude: [...common.exclude, ...stories],
        },
      },
      { test: { ...common, name: 'embedded', include: stories, provide: { backend: 'embedded' } } },
      { test: { ...common, name: 'servers', include: stories, provide: { backend: 'servers' } } },
    ],
  },
});
