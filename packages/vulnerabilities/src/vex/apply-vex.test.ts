import { describe, expect, it } from 'vitest';
import type { Component } from '../component.ts';
import { applyVex, isSettled } from './apply-vex.ts';
import type { VexProduct, VexStatement } from './statement.ts';

function component(purl: string, rest: Partial<Component> = {}): Component {
  return { name: purl, purl, licences: [], hashes: [], ...rest };
}

function finding(purl: string, ...names: string[]) {
  const [id = 'EXAMPLE-1', ...aliases] = names;
  return { component: component(purl), advisory: { id }, aliases };
}

function verdict(products: VexProduct[], rest: Partial<VexStatement> = {}): VexStatement {
  return { vulnerability: 'CVE-2026-1001', aliases: [], status: 'not_affected', products, ...rest };
}

function statusOf(purl: string, statements: VexStatement[], subject?: Component) {
  const [judged] = applyVex([finding(purl, 'EXAMPLE-1', 'CVE-2026-1001')], statements, subject);
  return judged?.verdict?.status;
}

describe('which verdicts apply to a finding', () => {
  it.each([
    ['pkg:npm/%40scope/name@1.0.0', 'pkg:npm/@scope/name@1.0.0'],
    ['pkg:golang/github.com/A/B@v1.0.0', 'pkg:golang/github.com/a/b@v1.0.0'],
    ['pkg:npm/name@1.0.0?arch=x86', 'pkg:npm/name@1.0.0'],
    ['pkg:npm/name@1.0.0', 'pkg:npm/name'],
    ['pkg:deb/debian/x@1%3A2.0', 'pkg:deb/debian/x@1:2.0'],
    ['pkg:pypi/Some_Name@1.0', 'pkg:pypi/some-name@1.0.0'],
  ])('%s is meant by %s', (own, wanted) => {
    expect(statusOf(own, [verdict([{ purl: wanted }])])).toBe('not_affected');
  });

  it.each([
    ['pkg:npm/name@1.0.0', 'pkg:npm/name@1.0.1'],
    ['pkg:npm/name@1.0.0', 'pkg:npm/other@1.0.0'],
    ['pkg:npm/name@1.0.0', 'pkg:npm/%40scope/name@1.0.0'],
    ['pkg:npm/name@1.0.0', 'pkg:npm/name@1.0.0?arch=x86'],
    ['pkg:npm/name@1.0.0', 'nonsense'],
  ])('%s is not meant by %s', (own, wanted) => {
    expect(statusOf(own, [verdict([{ purl: wanted }])])).toBeUndefined();
  });

  it('holds for a range of versions, however it is given', () => {
    const inRange = [{ purl: 'pkg:npm/name', range: 'vers:npm/<2.0.0' }];
    const inPurl = [{ purl: 'pkg:npm/name?vers=vers%3Anpm%2F%3C2.0.0' }];
    for (const products of [inRange, inPurl]) {
      expect(statusOf('pkg:npm/name@1.9.0', [verdict(products)])).toBe('not_affected');
      expect(statusOf('pkg:npm/name@2.0.0', [verdict(products)])).toBeUndefined();
    }
  });

  it('is found by any name of the vulnerability, in any case', () => {
    const product = [{ purl: 'pkg:npm/name' }];
    const byAlias = verdict(product, { vulnerability: 'GHSA-x', aliases: ['cve-2026-1001'] });
    expect(statusOf('pkg:npm/name@1', [byAlias])).toBe('not_affected');
    expect(statusOf('pkg:npm/name@1', [verdict(product, { vulnerability: 'CVE-2026-9' })])).toBeUndefined();
  });

  it('is about the part of a product only within that product', () => {
    const inShop = [verdict([{ purl: 'pkg:npm/shop@2', parts: [{ purl: 'pkg:npm/name' }] }])];
    expect(statusOf('pkg:npm/name@1', inShop, component('pkg:npm/shop@2'))).toBe('not_affected');
    expect(statusOf('pkg:npm/name@1', inShop, component('pkg:npm/kiosk@2'))).toBeUndefined();
    expect(statusOf('pkg:npm/other@1', inShop, component('pkg:npm/shop@2'))).toBeUndefined();
  });

  it('about the whole product speaks for all its components', () => {
    const shop = component('pkg:npm/shop@2');
    expect(statusOf('pkg:npm/name@1', [verdict([{ purl: 'pkg:npm/shop' }])], shop)).toBe('not_affected');
  });

  it('matches by CPE where neither side has a package URL', () => {
    const own = { ...component(''), cpe: 'cpe:2.3:a:example:template:0.9.1:*:*:*:*:*:*:*' };
    delete own.purl;
    const judge = (cpe: string) =>
      applyVex([{ component: own, advisory: { id: 'CVE-2026-1001' }, aliases: [] }], [verdict([{ cpe }])])[0]
        ?.verdict;
    expect(judge('cpe:2.3:a:example:template:*:*:*:*:*:*:*:*')).toBeDefined();
    expect(judge('cpe:2.3:a:example:template:1.0:*:*:*:*:*:*:*')).toBeUndefined();
  });
});

describe('why a verdict on the vulnerability does not apply', () => {
  const shop = component('pkg:npm/shop@2');
  const sha256 = 'a'.repeat(64);

  function reasonOf(own: Component, products: VexProduct[], subject?: Component) {
    const judged = { component: own, advisory: { id: 'CVE-2026-1001' }, aliases: [] };
    const [result] = applyVex([judged], [verdict(products)], subject);
    return result?.verdict ? 'applies' : result?.unapplied[0]?.reason;
  }

  it.each<[string, VexProduct, Component | undefined]>([
    ['no-product', {}, undefined],
    ['other-component', { purl: 'pkg:npm/other@1' }, undefined],
    ['other-version', { purl: 'pkg:npm/name@2' }, undefined],
    ['outside-range', { purl: 'pkg:npm/name', range: 'vers:npm/>=2' }, undefined],
    ['unreadable-range', { purl: 'pkg:npm/name', range: 'before 2.0' }, undefined],
    ['unreadable-range', { purl: 'pkg:npm/name?vers=vers:nonesuch/%3C2' }, undefined],
    ['other-variant', { purl: 'pkg:npm/name@1?arch=x86' }, undefined],
    ['unreadable-identifier', { purl: 'pkg:npm' }, undefined],
    ['not-comparable', { cpe: 'cpe:2.3:a:example:name:1:*:*:*:*:*:*:*' }, undefined],
    ['generic-uri', { name: 'name', uris: ['https://example.com/name'] }, undefined],
    ['hash-not-stated', { hashes: [{ algorithm: 'sha-256', value: sha256 }] }, undefined],
    ['name-only', { name: 'name' }, undefined],
    ['other-bill', { bomLink: 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#name' }, undefined],
    ['no-subject', { purl: 'pkg:npm/shop@2', parts: [{ purl: 'pkg:npm/name' }] }, undefined],
    ['other-product', { purl: 'pkg:npm/kiosk@2', parts: [{ purl: 'pkg:npm/name' }] }, shop],
    ['other-version', { purl: 'pkg:npm/shop@1', parts: [{ purl: 'pkg:npm/name' }] }, shop],
    [
      'unidentified-subject',
      { purl: 'pkg:oci/shop@sha256:1', parts: [{ purl: 'pkg:npm/name' }] },
      { name: 'shop', licences: [], hashes: [] },
    ],
  ])('%s: %j', (reason, product, subject) => {
    expect(reasonOf(component('pkg:npm/name@1', { name: 'name' }), [product], subject)).toBe(reason);
  });

  it('is told in both languages, with what the verdict states and what the bill has', () => {
    const [judged] = applyVex(
      [finding('pkg:npm/name@1', 'CVE-2026-1001')],
      [verdict([{ purl: 'pkg:npm/name@2' }])],
    );
    expect(judged?.unapplied).toMatchObject([
      {
        reason: 'other-version',
        stated: '2',
        found: '1',
        message: {
          en: 'it is about another version (verdict: 2, bill: 1)',
          ja: '別のバージョンについての判断です（判断は 2、部品は 1）',
        },
      },
    ]);
  });

  it('of several products, the nearest is told of', () => {
    const products = [{ purl: 'pkg:npm/other@1' }, { purl: 'pkg:npm/name@2' }, {}];
    expect(reasonOf(component('pkg:npm/name@1'), products)).toBe('other-version');
  });

  it('an earlier verdict is superseded by the one that holds', () => {
    const early = verdict([{ purl: 'pkg:npm/name' }], { status: 'affected', time: '2026-01-01T00:00:00Z' });
    const late = verdict([{ purl: 'pkg:npm/name' }], { time: '2026-02-01T00:00:00Z' });
    const [judged] = applyVex([finding('pkg:npm/name@1', 'CVE-2026-1001')], [late, early]);
    expect(judged).toMatchObject({ verdict: late, unapplied: [{ statement: early, reason: 'superseded' }] });
  });

  it('a product with a part applies to nothing where the bill has no subject', () => {
    const products = [{ purl: 'pkg:npm/other@9', parts: [{ purl: 'pkg:npm/name@1' }] }];
    expect(reasonOf(component('pkg:npm/name@1'), products)).toBe('no-subject');
  });

  it('a hash identifies a file, and tells two of one name apart', () => {
    const hashes = [{ algorithm: 'SHA-256', value: sha256.toUpperCase() }];
    const bare = { name: 'firmware.bin', licences: [], hashes };
    expect(reasonOf(bare, [{ hashes: [{ algorithm: 'sha256', value: sha256 }] }])).toBe('applies');
    const other = [{ purl: 'pkg:npm/name@1', hashes: [{ algorithm: 'sha-256', value: 'b'.repeat(64) }] }];
    expect(reasonOf(component('pkg:npm/name@1', { hashes }), other)).toBe('other-file');
  });

  it('a name identifies only what has nothing better, and only with its version', () => {
    const named = { name: 'shop', version: '2.0', licences: [], hashes: [] };
    expect(reasonOf(named, [{ name: 'shop', version: '2.0' }])).toBe('applies');
    expect(reasonOf(named, [{ name: 'shop', version: '2.1' }])).toBe('other-version');
    expect(reasonOf(named, [{ name: 'shop' }])).toBe('name-only');
  });
});

describe('which of several verdicts holds', () => {
  const product = [{ purl: 'pkg:npm/name' }];
  const early = verdict(product, { status: 'under_investigation', time: '2026-01-01T00:00:00Z' });
  const late = verdict(product, { status: 'affected', time: '2026-02-01T00:00:00+09:00' });

  it('the latest, in whatever order they come', () => {
    expect(statusOf('pkg:npm/name@1', [early, late])).toBe('affected');
    expect(statusOf('pkg:npm/name@1', [late, early])).toBe('affected');
  });

  it('of those of one time, the last', () => {
    expect(statusOf('pkg:npm/name@1', [early, { ...early, status: 'fixed' }])).toBe('fixed');
  });

  it('a matter is settled once it is not affected or fixed', () => {
    expect([early, late, undefined].map(isSettled)).toEqual([false, false, false]);
    expect(isSettled(verdict(product))).toBe(true);
    expect(isSettled(verdict(product, { status: 'fixed' }))).toBe(true);
  });
});
