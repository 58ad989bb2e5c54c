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
    ['other-version', { purl: 'pkg:npm/shop@1' }, shop],
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

/** OSV schema on upstream: what holds for the CVE holds for the distribution's advisory, and not the other way round. */
describe('verdicts on what an advisory passes on', () => {
  const bundle = (...upstream: string[][]) => ({
    component: component('pkg:deb/debian/log4j@1.0?distro=debian-12'),
    advisory: { id: 'DSA-1' },
    aliases: [],
    upstream,
  });
  const on = (vulnerability: string, rest: Partial<VexStatement> = {}) =>
    verdict([{ purl: 'pkg:deb/debian/log4j' }], { vulnerability, ...rest });

  it('settle it where they settle every vulnerability of it', () => {
    const judge = (...statements: VexStatement[]) =>
      applyVex([bundle(['CVE-1', 'GHSA-1'], ['CVE-2'])], statements)[0];
    expect(judge(on('GHSA-1'), on('CVE-2', { status: 'fixed' }))?.verdict?.status).toBe('fixed');
    expect(judge(on('CVE-1'), on('CVE-2', { status: 'affected' }))?.verdict?.status).toBe('affected');
    expect(judge(on('CVE-1'))).toMatchObject({
      unapplied: [{ reason: 'other-vulnerabilities', stated: 'CVE-1', found: 'CVE-2' }],
    });
    expect(judge(on('CVE-1'))?.verdict).toBeUndefined();
  });

  it('yield to one on the advisory itself', () => {
    const [judged] = applyVex([bundle(['CVE-1'])], [on('CVE-1'), on('DSA-1', { status: 'affected' })]);
    expect(judged?.verdict?.status).toBe('affected');
  });

  it('do not go the other way: one on the advisory says nothing of the vulnerability', () => {
    const own = { ...bundle(), advisory: { id: 'CVE-1' } };
    expect(applyVex([own], [on('DSA-1')])[0]?.verdict).toBeUndefined();
  });
});

describe('a verdict on a part of a component', () => {
  const part = { ...component('pkg:npm/part@1'), ref: 'part' };
  const holder = { ...component('pkg:npm/holder@1'), ref: 'holder' };
  const other = { ...component('pkg:npm/other@1'), ref: 'other' };
  const shop = { ...component('pkg:npm/shop@1'), ref: 'shop' };
  const inHolder = verdict([{ purl: 'pkg:npm/holder@1', parts: [{ purl: 'pkg:npm/part' }] }]);
  const judge = (dependencies: { ref: string; dependsOn: string[] }[]) =>
    applyVex([{ component: part, advisory: { id: 'CVE-2026-1001' }, aliases: [] }], [inHolder], shop, {
      components: [part, holder, other],
      dependencies,
    })[0];

  it('holds where the bill has the part only through that component', () => {
    const only = [
      { ref: 'shop', dependsOn: ['holder', 'other'] },
      { ref: 'holder', dependsOn: ['part'] },
      { ref: 'part', dependsOn: ['part'] },
    ];
    expect(judge(only)?.verdict).toBe(inHolder);
    expect(judge([...only, { ref: 'other', dependsOn: ['part'] }])?.unapplied[0]?.reason).toBe(
      'also-elsewhere',
    );
    expect(judge([])?.unapplied[0]?.reason).toBe('also-elsewhere');
  });
});

describe('a link into a bill of materials', () => {
  const identifier = 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1';
  const part = { ...component('pkg:npm/name@1'), ref: 'a b' };
  const judge = (bomLink: string, bill = {}) =>
    applyVex(
      [{ component: part, advisory: { id: 'CVE-2026-1001' }, aliases: [] }],
      [verdict([{ bomLink }])],
      undefined,
      bill,
    )[0];

  it('holds for that component of that bill alone', () => {
    expect(judge(`${identifier}#a%20b`, { identifier })?.verdict).toBeDefined();
    expect(judge(`${identifier}#c`, { identifier })?.unapplied[0]?.reason).toBe('other-component');
    expect(judge(`${identifier}#a%20b`)?.unapplied[0]?.reason).toBe('other-bill');
    expect(judge(`${identifier}#a%20b`, { identifier: `${identifier}1` })?.unapplied[0]?.reason).toBe(
      'other-bill',
    );
  });
});

describe('a container image', () => {
  const digest = `sha256:${'c'.repeat(64)}`;
  const image = { name: 'alpine:3.18', version: digest, licences: [], hashes: [] };
  const statement = (purl: string) => verdict([{ purl, parts: [{ purl: 'pkg:npm/name' }] }]);

  it('is known by its digest', () => {
    expect(
      statusOf(
        'pkg:npm/name@1',
        [statement(`pkg:oci/alpine@${digest}?repository_url=docker.io/library/alpine`)],
        image,
      ),
    ).toBe('not_affected');
    expect(
      statusOf('pkg:npm/name@1', [statement(`pkg:oci/alpine@sha256:${'d'.repeat(64)}`)], image),
    ).toBeUndefined();
  });

  it('is compared by its repository too, with or without a scheme', () => {
    const own = component(`pkg:oci/alpine@${digest}?repository_url=docker.io/library/alpine`);
    expect(
      statusOf(
        'pkg:npm/name@1',
        [statement('pkg:oci/alpine?repository_url=https://docker.io/library/alpine/')],
        own,
      ),
    ).toBe('not_affected');
    expect(
      statusOf('pkg:npm/name@1', [statement('pkg:oci/alpine?repository_url=ghcr.io/a/alpine')], own),
    ).toBeUndefined();
  });
});

describe('one package under several spellings', () => {
  it.each([
    ['pkg:golang/std@go1.20.4?type=module', 'pkg:golang/stdlib@v1.20.4'],
    ['pkg:rpm/rhel/curl@7.61.1-33.el8?distro=rhel-8.6', 'pkg:rpm/redhat/curl@0:7.61.1-33.el8?distro=rhel-8'],
    ['pkg:deb/debian/openssl@1.0?distro=debian-12.5', 'pkg:deb/debian/openssl@1.0?distro=bookworm'],
    ['pkg:deb/debian/libssl3@1.0?distro=debian-12&upstream=openssl', 'pkg:deb/debian/openssl?arch=source'],
    ['pkg:maven/g/a@1', 'pkg:maven/g/a@1?type=jar'],
  ])('%s is meant by %s', (own, wanted) => {
    expect(statusOf(own, [verdict([{ purl: wanted }])])).toBe('not_affected');
  });

  it.each([
    ['pkg:deb/debian/openssl@1.0?distro=debian-12', 'pkg:deb/debian/openssl@1.0?distro=debian-11'],
    ['pkg:rpm/redhat/curl@1.0-1?epoch=1&arch=x86_64', 'pkg:rpm/redhat/curl@1.0-1?arch=x86_64'],
    ['pkg:golang/github.com/a/b@v1.0.0', 'pkg:golang/github.com/a/b@v1.0.0#cmd/tool'],
    ['pkg:maven/g/a@1', 'pkg:maven/g/a@1?type=war'],
  ])('%s is not meant by %s', (own, wanted) => {
    expect(statusOf(own, [verdict([{ purl: wanted }])])).toBeUndefined();
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
