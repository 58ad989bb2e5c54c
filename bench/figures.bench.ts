/** What counting a page costs the request that shows it. `npm run bench -- figures` */
import { performance } from 'node:perf_hooks';
import { Counter } from '../apps/portal/src/features/editorial/analytics/counting/counter.ts';

const pages = 200_000;
const visitors = 5_000;
const agents = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
];
const day = '2026-11-23';

function measure(name: string, words?: (index: number) => string): void {
  const counter = new Counter('portal.example');
  counter.setSalts(new Map([[day, new Uint8Array(32)]]));
  const run = (count: number) => {
    for (let index = 0; index < count; index += 1) {
      const headers: Record<string, string | undefined> = {
        'user-agent': agents[index % 2],
        referer: index % 3 ? undefined : 'https://search.example/?q=x',
      };
      counter.count(
        {
          page: `/initiatives/${index % 300}`,
          header: (header) => headers[header],
          address: () => `192.0.${(index % visitors) >> 8}.${index % 256}`,
          searched: words && { words: words(index), found: 1 },
        },
        day,
      );
    }
  };
  run(20_000);
  const start = performance.now();
  run(pages);
  const each = ((performance.now() - start) * 1_000) / pages;
  console.log(`${name.padEnd(18)}${each.toFixed(2)} µs a page`);
}

measure('a page');
measure('a page of results', (index) => `ランサムウェア 対策 ${index % 500}`);
