/**
 * Rendering alone, without search and HTTP: whole pages for each second of processor time, over the real content, and the
 * bytes of each. The results page holds 20 cards and all check boxes of the facets.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const portal = join(root, 'apps/portal');
const pages = join(portal, 'src/features/public/catalogue/pages/testing/sample-pages.tsx');
const rounds = 5;
const millisecondsARound = 1_000;

type SamplePages =
  typeof import('../apps/portal/src/features/public/catalogue/pages/testing/sample-pages.tsx');
type SampleContext =
  typeof import('../apps/portal/src/features/public/catalogue/pages/testing/sample-context.ts');

// In the project, so that the program finds its packages.
const outDir = await mkdtemp(join(root, '.runtime/pages-bench-'));
try {
  await build({
    root: portal,
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx', development: false } },
    build: {
      outDir,
      ssr: true,
      target: 'node24',
      rolldownOptions: {
        input: { pages, context: join(pages, '../sample-context.ts') },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  const { preparePage } = (await import(join(outDir, 'pages.mjs'))) as SamplePages;
  const { sampleContext } = (await import(join(outDir, 'context.mjs'))) as SampleContext;

  console.log('page              pages/CPU s      kB   gzip kB  brotli kB   check boxes');
  for (const name of ['results', 'results-query', 'home', 'record', 'feature']) {
    const render = preparePage(name, (path) => sampleContext(path));
    const html = await render();
    const speeds: number[] = [];
    for (let round = 0; round < rounds; round += 1) speeds.push(await pagesPerSecond(render));
    const columns = [
      median(speeds).toFixed(0),
      ...[html, gzipSync(html), brotliCompressSync(html)].map((body) =>
        (Buffer.byteLength(body) / 1024).toFixed(1),
      ),
      String(html.split('type="checkbox"').length - 1),
    ];
    console.log(name.padEnd(20) + columns.map((text) => text.padStart(11)).join(''));
  }
} finally {
  await rm(outDir, { recursive: true, force: true });
}

/** Counted in the processor's own time, so that what else runs on the machine does not count. */
async function pagesPerSecond(render: () => Promise<string>): Promise<number> {
  const start = process.cpuUsage();
  const end = performance.now() + millisecondsARound;
  let count = 0;
  while (performance.now() < end) {
    await render();
    count += 1;
  }
  const { user, system } = process.cpuUsage(start);
  return (count * 1_000_000) / (user + system);
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
