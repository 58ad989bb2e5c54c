import { cpSync, existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const migrations = 'src/platform/database/migrations';

/**
 * npm packages bundled into the server: pure JavaScript in hundreds of small files, which would take a third
 * of the start to read one by one. All others stay external (docs/decisions/server-bundle.md).
 */
const bundled = [
  'drizzle-orm',
  'hono',
  '@hono/node-server',
  'zod',
  'yaml',
  'budoux',
  'linkedom',
  /^micromark/,
  'decode-named-character-reference',
  'better-auth',
  /^@better-auth\//,
  /^@simplewebauthn\//,
  /^@peculiar\//,
  'better-call',
  '@better-fetch/fetch',
  /^@noble\//,
  'jose',
  'kysely',
  'nanostores',
  'defu',
  'rou3',
];

const serviceWorkers = globSync('src/features/*/*/client/*-worker.ts', { cwd: import.meta.dirname }).sort();

/** Two builds of one source tree: what browsers load, and what Node runs. */
export default defineConfig({
  // Files at addresses that browsers ask for by themselves, such as the favicon.
  publicDir: 'src/ui/assets',
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx', development: false } },
  plugins: [placeMigrations()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        manifest: 'manifest.json',
        modulePreload: { polyfill: false },
        // A data: address would need a hole in the Content-Security-Policy.
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: [
            'src/client/main.ts',
            'src/ui/styles/main.css',
            'src/ui/styles/fonts.css',
            // What only the pages of one capability look like.
            ...globSync('src/features/*/*/styles/main.css', { cwd: import.meta.dirname }).sort(),
            ...serviceWorkers,
          ],
          // A service worker's scope is its folder, and browsers request it under the same name forever.
          output: {
            entryFileNames: ({ name }) =>
              serviceWorkers.some((file) => file.endsWith(`/${name}.ts`))
                ? '[name].js'
                : 'assets/[name]-[hash].js',
          },
        },
      },
    },
    ssr: {
      resolve: { noExternal: bundled },
      build: {
        outDir: 'dist/server',
        ssr: true,
        emitAssets: false,
        copyPublicDir: false,
        target: 'node24',
        sourcemap: true,
        rolldownOptions: {
          input: {
            main: 'src/main.ts',
            cli: 'src/cli/main.ts',
            // On threads of their own.
            'sheet-worker': 'src/platform/workers/sheet-worker.ts',
            'picture-worker': 'src/platform/workers/picture-worker.ts',
            'guess-worker': 'src/features/service/accounts/guess-worker.ts',
          },
          // Flat, so that files beside a module have the same relative path from every chunk.
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
});

/** The migrations are SQL read at run time: they are copied beside the program, as in the source. */
function placeMigrations(): Plugin {
  return {
    name: 'kakehashi:migrations',
    applyToEnvironment: (environment) => environment.name === 'ssr',
    writeBundle(output) {
      const folder = join(import.meta.dirname, migrations);
      if (output.dir && existsSync(folder)) {
        cpSync(folder, join(output.dir, 'migrations'), { recursive: true });
      }
    },
  };
}
