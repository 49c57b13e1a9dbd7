import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const common = {
  exclude: ['node_modules', 'dist', 'generated', 'data'],
  pool: 'forks' as const,
  // Nothing passes by them: they end what hangs, also on a machine that does other things.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } },
  // No module keeps anything from one file to the next: a process loads the program once for all its files.
  isolate: false,
  // Node's own imports: each call across files costs more through Vite's, and rules and flows make millions of them.
  execArgv: ['--import', 'tsx'],
  experimental: { viteModuleRunner: false, nodeLoader: false },
};
/** Without a database: pure rules, channels against the local platforms, and those platforms themselves. */
const rules = [
  '{bot,channels,core,locales}/**/*.test.ts',
  'test/*.test.ts',
  'test/{properties,*-server}/**/*.test.ts',
];
/** Stories that play the whole program: once on the embedded default, once on PostgreSQL with Redis, beside all that runs on those alone. */
const stories = ['test/flows/**/*.test.ts', 'test/browser/sandbox.test.ts', 'test/process/crash.test.ts'];

const projects = ['servers', 'embedded', 'rules'];
const long = /\/test\/(browser|mixed|process|simulation)\//;

/** What takes long comes first, so that no worker is alone at the end; a project's files stay together, so that its workers do. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project, moduleId }: TestSpecification) =>
      2 * projects.indexOf(project.name) + (long.test(moduleId) ? 0 : 1);
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    maxWorkers: 3, // each waits half of its time for a database, a browser or a clock: three keep two cores at work
    globalSetup: ['test/harness/global-setup.ts'],
    projects: [
      { test: { ...common, name: 'rules', include: rules } },
      { test: { ...common, name: 'embedded', include: stories, provide: { backend: 'embedded' } } },
      {
        test: {
          ...common,
          name: 'servers',
          include: ['**/*.test.ts'],
          exclude: [...common.exclude, ...rules],
          provide: { backend: 'servers' },
        },
      },
    ],
  },
});
