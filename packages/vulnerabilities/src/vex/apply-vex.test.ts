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
