const { options } = require('../../.dependency-cruiser.cjs');

/**
 * What pages reach when they run, through all that they import: never the database. Types are left aside, since a
 * page that knows the type of a row cannot ask for one.
 */
module.exports = {
  forbidden: [
    {
      name: 'pages-reach-no-database',
      comment:
        'A page is given what it shows. What it takes of another capability comes from its `pages/index.ts`.',
      severity: 'error',
      from: { path: '^apps/portal/src/(ui/|features/.+/pages/)', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^apps/portal/src/platform/database/|/schema\\.ts$|(^|node_modules/)(pg|drizzle-orm)/',
        reachable: true,
      },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false },
};
