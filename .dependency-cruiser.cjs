/** Who may import whom: the rules of the house (ARCHITECTURE.md). */
module.exports = {
  forbidden: [
    { name: 'packages-know-no-app', severity: 'error', from: { path: '^packages/' }, to: { path: '^apps/' } },
    {
      name: 'packages-are-pure',
      comment: 'An engine has no database and no HTTP; the file system only where its README says so.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '(^|node_modules/)(pg|drizzle-orm|hono|@hono|node:http|node:https|http|https|node:net|net)(/|$)',
      },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/portal/src/platform/' },
      to: { path: '^apps/portal/src/(features|cli|ui)/' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/portal/src/ui/' },
      to: { path: '^apps/portal/src/(features|cli)/' },
    },
    {
      name: 'a-feature-enters-another-by-its-index',
      severity: 'error',
      from: { path: '^apps/portal/src/features/([^/]+/[^/]+)/' },
      to: {
        path: '^apps/portal/src/features/',
        pathNot: [
          '^apps/portal/src/features/$1/',
          '^apps/portal/src/features/[^/]+/[^/]+/index\\.ts$',
          // What its pages lend to those of others: not through the whole capability.
          '^apps/portal/src/features/[^/]+/[^/]+/pages/index\\.ts$',
        ],
      },
    },
    {
      name: 'public-knows-no-organisation-room',
      comment: 'What the public sees is never made from what one organisation owns.',
      severity: 'error',
      from: { path: '^apps/portal/src/features/public/' },
      to: { path: '^apps/portal/src/features/organisation/' },
    },
    {
      name: 'organisation-rooms-reach-their-own-rows',
      comment:
        'What organisations have to themselves is reached through a tenant: declare the capability with defineOrganisationFeature, its tables with organisationTable.',
      severity: 'error',
      from: { path: '^apps/portal/src/features/organisation/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: [
          '^apps/portal/src/platform/(database|embedded-postgres)/',
          '^apps/portal/src/platform/(feature|platform)\\.ts$',
          '^apps/portal/src/platform/.*schema\\.ts$',
          '(^|node_modules/)(pg|pg-copy-streams|drizzle-orm/node-postgres)(/|$)',
        ],
        pathNot: '^apps/portal/src/platform/database/(tenant|organisation-table)\\.ts$',
      },
    },
    {
      name: 'pages-fetch-nothing',
      severity: 'error',
      from: { path: '^apps/portal/src/features/[^/]+/[^/]+/pages/' },
      to: { path: '(service|schema)\\.ts$|platform/database/' },
    },
    {
      name: 'embedded-postgres-enters-by-its-index',
      comment:
        'Supervision of the database server is finished; what is inside may change without anybody noticing.',
      severity: 'error',
      from: { pathNot: '^apps/portal/src/platform/embedded-postgres/' },
      to: {
        path: '^apps/portal/src/platform/embedded-postgres/',
        pathNot: '^apps/portal/src/platform/embedded-postgres/index\\.ts$',
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'packages-enter-by-index',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^packages/[^/]+/src/', pathNot: '^packages/[^/]+/src/index\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What a build leaves is cut into chunks as the bundler likes.
    exclude: { path: '^apps/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
