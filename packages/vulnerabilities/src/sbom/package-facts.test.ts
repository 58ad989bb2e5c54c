import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSbom } from './read-sbom.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));

const cycloneDx = (components: unknown[], rest: object = {}) =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components, ...rest });

const read = (text: string, options = {}) => readSbom(Buffer.from(text), options);

const spdxPackage = (entry: object) =>
  JSON.stringify({
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'd',
    documentNamespace: 'https://example.org/d',
    creationInfo: { created: '2026-01-01T00:00:00Z', creators: ['Tool: x'] },
    packages: [{ SPDXID: 'SPDXRef-a', name: 'a', downloadLocation: 'NONE', ...entry }],
  });

describe('versions', () => {
  it.each([
    ['1.5', '1.5'],
    ['1.10', '1.10'],
    ['2', '2'],
    ['1.0', '1.0'],
    ['1e3', '1e3'],
  ])('a number %s without quotes is its text, and a violation', async (number, text) => {
    const bill = cycloneDx([{ type: 'library', name: 'a', version: '?' }]).replace('"?"', number);
    const spdx = spdxPackage({ versionInfo: '?' }).replace('"?"', number);
    for (const document of [bill, spdx]) {
      const { components, warnings, valid } = await read(document);
      expect(components.map(({ version }) => version)).toEqual([text]);
      expect(valid).toBe(false);
      expect(warnings).toMatchObject([{ kind: 'violation', code: 'type' }]);
      expect(warnings[0]?.place).toMatch(/^\/(?:components\/0\/version|packages\/0\/versionInfo)$/);
    }
  });

  it.each(['(devel)', 'latest', '^1.2.0'])('%s is carried as it stands', async (version) => {
    const { components } = await read(cycloneDx([{ type: 'library', name: 'a', version }]));
    expect(components).toMatchObject([{ version }]);
  });

  it('a component without one is carried without one', async () => {
    const { components } = await read(cycloneDx([{ type: 'library', name: 'a', version: '' }]));
    expect(components).toHaveLength(1);
    expect(components[0]).not.toHaveProperty('version');
  });
});

describe('identifiers of an SPDX 2 package', () => {
  const reference = (referenceType: string, referenceLocator: string) => ({
    referenceCategory: 'PACKAGE-MANAGER',
    referenceType,
    referenceLocator,
  });

  it('every package URL is kept, the first as its own', async () => {
    const externalRefs = ['pkg:npm/a@1', 'pkg:npm/a@1', 'pkg:github/x/a@1', 'pkg:generic/a@1'].map((purl) =>
      reference('purl', purl),
    );
    const { components } = await read(spdxPackage({ externalRefs }));
    expect(components).toMatchObject([
      { purl: 'pkg:npm/a@1', otherPurls: ['pkg:github/x/a@1', 'pkg:generic/a@1'] },
    ]);
  });

  it.each(['http://spdx.org/rdf/references/', 'https://spdx.org/rdf/references/', ''])(
    'types written as addresses (%s) are what they name',
    async (prefix) => {
      const externalRefs = [
        reference(`${prefix}purl`, 'pkg:npm/a@1'),
        reference(`${prefix}cpe22Type`, 'cpe:/a:x:a:1'),
        reference(`${prefix}cpe23Type`, 'cpe:2.3:a:x:a:1:*:*:*:*:*:*:*'),
      ];
      const { components } = await read(spdxPackage({ externalRefs }));
      expect(components).toMatchObject([{ purl: 'pkg:npm/a@1', cpe: 'cpe:2.3:a:x:a:1:*:*:*:*:*:*:*' }]);
    },
  );
});

describe('what tools say in properties of their own', () => {
  const property = (name: string, value: string) => ({ name, value });
  const rpm = 'pkg:rpm/redhat/nodejs-libs@12.19?arch=x86_64';

  it.each([
    [
      'Trivy',
      [
        property('aquasecurity:trivy:SrcName', 'nodejs'),
        property('aquasecurity:trivy:SrcEpoch', '1'),
        property('aquasecurity:trivy:SrcVersion', '12.19.1'),
        property('aquasecurity:trivy:SrcRelease', '1.module_el8'),
        property('aquasecurity:trivy:Modularitylabel', 'nodejs:12:8030'),
      ],
      { source: { name: 'nodejs', version: '1:12.19.1-1.module_el8' }, moduleStream: 'nodejs:12:8030' },
    ],
    [
      'Syft, of an rpm',
      [
        property('syft:metadata:sourceRpm', 'nodejs-12.19.1-1.module_el8.src.rpm'),
        property('syft:metadata:modularityLabel', 'nodejs:12:8030'),
      ],
      { source: { name: 'nodejs', version: '12.19.1-1.module_el8' }, moduleStream: 'nodejs:12:8030' },
    ],
    [
      'Syft, of a deb',
      [property('syft:metadata:source', 'openssl'), property('syft:metadata:sourceVersion', '3.0.1')],
      { source: { name: 'openssl', version: '3.0.1' } },
    ],
    ['Syft, of an apk', [property('syft:metadata:originPackage', 'musl')], { source: { name: 'musl' } }],
  ])('%s: source package and module stream', async (_, properties, expected) => {
    const [component] = (await read(cycloneDx([{ type: 'library', name: 'a', purl: rpm, properties }])))
      .components;
    expect(component).toMatchObject(expected);
    const xml = `<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><components><component type="library"><name>a</name><properties>${properties
      .map(({ name, value }) => `<property name="${name}">${value}</property>`)
      .join('')}</properties></component></components></bom>`;
    expect((await read(xml)).components[0]).toMatchObject(expected);
  });

  it('properties of other tools with such names say nothing', async () => {
    const properties = [property('source', 'x'), property('SrcName', 'y')];
    const { components } = await read(cycloneDx([{ type: 'library', name: 'a', properties }]));
    expect(components[0]).not.toHaveProperty('source');
  });

  it('Trivy says it in SPDX in sourceInfo and attribution texts', async () => {
    const sourceInfo = 'built package from: openssl 1:1.0.2k-16.el7';
    const attributionTexts = ['PkgID: x', 'Modularitylabel: nodejs:12:8030'];
    const { components } = await read(spdxPackage({ sourceInfo, attributionTexts }));
    expect(components).toMatchObject([
      { source: { name: 'openssl', version: '1:1.0.2k-16.el7' }, moduleStream: 'nodejs:12:8030' },
    ]);
  });
});

describe('the distribution of packages whose package URL names none', () => {
  const system = (name: string, version: string) => ({ type: 'operating-system', name, version });
  const apk = { type: 'library', name: 'musl', purl: 'pkg:apk/alpine/musl@1.2.3-r0' };

  it('is the operating system the bill lists', async () => {
    const lodash = { type: 'library', name: 'lodash', purl: 'pkg:npm/lodash@1' };
    const stated = { ...apk, name: 'told', purl: `${apk.purl}?distro=3.15.0` };
    const { components } = await read(cycloneDx([apk, stated, lodash, system('Alpine', '3.16.0')]));
    expect(components.map(({ name, distribution }) => [name, distribution])).toEqual([
      ['musl', 'alpine-3.16.0'],
      ['told', undefined],
      ['lodash', undefined],
      ['Alpine', undefined],
    ]);
    expect(components.map(({ isOperatingSystem = false }) => isOperatingSystem)).toEqual([
      ...[false, false, false],
      true,
    ]);
  });

  it('is the operating system the bill is about', async () => {
    const old = { ...apk, purl: 'pkg:alpine/musl@1.2.3-r0' };
    const { components } = await read(
      cycloneDx([apk, old], { metadata: { component: system('alpine', '3.10.2') } }),
    );
    expect(components.map(({ distribution }) => distribution)).toEqual(['alpine-3.10.2', 'alpine-3.10.2']);
  });

  it('is not guessed where there are two', async () => {
    const { components } = await read(cycloneDx([apk, system('alpine', '3.16'), system('debian', '12')]));
    expect(components[0]).not.toHaveProperty('distribution');
  });
});

describe('places', () => {
  it('are not told to whom does not ask', async () => {
    const { components } = await readSbom(fixture('shop.cdx.json'));
    expect(components[0]).not.toHaveProperty('place');
  });

  it.each(['shop.cdx.json', 'shop.cdx.xml', 'shop.spdx.json', 'shop.spdx', 'shop.spdx3.json'])(
    'are those at which %s lists the component',
    async (name) => {
      const lines = fixture(name).toString('utf8').split('\n');
      const { components, subject } = await readSbom(fixture(name), { places: true });
      for (const { name: called, place } of [...components, ...(subject ? [subject] : [])]) {
        const [line = '', ...after] = lines.slice((place?.line ?? 0) - 1);
        expect(line.slice((place?.column ?? 0) - 1)).toMatch(/^(?:\{|<component|PackageName:)/);
        expect([line, ...after.slice(0, 8)].join('\n')).toContain(called);
      }
      expect(components.length).toBeGreaterThan(1);
    },
  );
});
