import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());
const text = async (path: string) => (await portal.get(path)).text();
const main = (page: string) => page.slice(page.indexOf('<main'));

it('programmes stand side by side, rows that differ marked, by an address that others can open', async () => {
  const page = main(await text('/programmes/compare?id=dx-security-first&id=manager-ai'));
  expect(page).toMatch(/data-differs="">\s*<th[^>]*>受講料/);
  expect(page).toMatch(/<tr role="row">\s*<th[^>]*>講座の言語/);
  expect(page).toContain('49,500円（税込み）');
  expect(page).toContain('一般教育訓練：9,900円');
});

it('more than four are cut, one alone proposes what teaches the same, and unknown ones are passed over', async () => {
  const ids = ['secure-coding', 'threat-modelling', 'pipeline', 'iot-design', 'sbom-practice'];
  const five = main(await text(`/programmes/compare?${ids.map((id) => `id=${id}`).join('&')}`));
  expect(five).toContain('はじめの4つ');
  expect(five).not.toContain('href="/programmes/sbom-practice"');
  const one = main(await text('/en/programmes/compare?id=secure-coding&id=cyder&id=nothing'));
  expect(one).toContain('href="/en/programmes/compare?id=secure-coding&amp;id=pipeline"');
  const found = main(
    await text(`/programmes/compare?id=secure-coding&q=${encodeURIComponent('バックアップ')}`),
  );
  expect(found).toContain('/programmes/backup-restore');
});

it('each kind of benefit leads to the programmes that are designated for it', async () => {
  for (const [prefix, words] of [
    ['', 'この種類の講座をさがす'],
    ['/en', 'Find courses of this kind'],
  ] as const) {
    const benefits = await text(`${prefix}/benefits`);
    for (const kind of ['general', 'specified', 'practical']) {
      expect(benefits).toContain(`<a href="${prefix}/programmes?benefit=${kind}">${words}</a>`);
      expect(JSON.parse(await text(`/api/v1/programmes?benefit=${kind}`)).total).toBeGreaterThan(0);
    }
  }
});

it('a programme that is designated leads to what the benefit pays, with fee, kind and start', async () => {
  const page = await text('/programmes/dx-security-first');
  const [, href = ''] = /href="(\/benefits\/calculator[^"]+)"/.exec(page) ?? [];
  const params = new URL(href.replaceAll('&amp;', '&'), 'http://x').searchParams;
  expect(params.get('kind')).toBe('general');
  expect(params.get('fee')).toBe('49500');
  expect(params.get('start')).toMatch(/^20\d\d-\d\d-\d\d$/);
  expect(await text(href.replaceAll('&amp;', '&'))).toContain('9,900');
});
