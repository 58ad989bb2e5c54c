import type { OsvAffected, OsvRecord } from '../advisories/osv-record.ts';
import { coordinatesOf, sourcePackageOf, versionWithEpoch } from '../advisories/package-coordinates.ts';
import type { Problem } from '../advisories/record-warning.ts';
import { isObject, type JsonObject, listAt, objectsAt, textAt } from '../sbom/json/json-value.ts';
import { compareVersions } from '../versions/compare.ts';
import { DISTRIBUTIONS } from '../versions/distributions.ts';
import { platformText } from '../vex/cpe.ts';
import { packageUrl } from '../vex/package-match.ts';
import type { VexProduct } from '../vex/statement.ts';
import { readPackageFileName } from './package-file-name.ts';
import { readProductTree } from './read-product-tree.ts';

/** Whether a parsed document is one of CSAF. */
export function isCsaf(value: unknown): value is JsonObject {
  return (
    isObject(value as JsonObject) && textAt((value as JsonObject).document, 'csaf_version') !== undefined
  );
}

/** An affected package in OSV terms. */
interface Place {
  ecosystem: string;
  name: string;
  /** Null where all versions are meant. */
  version: string | null;
  /** Module and stream of an rpm package; empty where it is of none. */
  module: string;
}

/**
 * What a vendor's CSAF document says of packages, as advisories: affected before the first version that holds a fix,
 * in all versions where none does. The vulnerabilities it is about are upstream of it. Streams of a module are told
 * apart as records of their own. Products that are no packages of an ecosystem say nothing of a bill's components.
 */
export function recordsOfCsaf(document: JsonObject, report: (problem: Problem) => void): OsvRecord[] {
  const products = readProductTree(document.product_tree);
  const byModule = new Map<string, Map<string, Stated>>();
  const vulnerabilities = objectsAt(document, 'vulnerabilities');
  vulnerabilities.forEach((vulnerability, number) => {
    for (const [list, isFix] of LISTS) {
      for (const id of listAt(vulnerability.product_status, list)) {
        const product = products.get(String(id));
        const place = `vulnerabilities[${number}].product_status.${list}`;
        if (product === undefined) report({ code: 'bad-value', place, detail: String(id) });
        else state(byModule, placeOf(product), product.range, isFix);
      }
    }
  });
  return [...byModule].map(([module, stated]) =>
    recordOf(document, vulnerabilities, module, [...stated.values()]),
  );
}

const LISTS: readonly [list: string, isFix: boolean][] = [
  ['first_fixed', true],
  ['fixed', true],
  ['recommended', true],
  ['first_affected', false],
  ['known_affected', false],
  ['last_affected', false],
];

/** Statements about one package of one ecosystem. */
interface Stated {
  ecosystem: string;
  name: string;
  /** The first version that holds the fix. */
  fixed?: string;
  versions: Set<string>;
  isWhole: boolean;
}

function state(
  byModule: Map<string, Map<string, Stated>>,
  place: Place | undefined,
  range: string | undefined,
  isFix: boolean,
): void {
  if (place === undefined || range !== undefined) return;
  const { ecosystem, name, version, module } = place;
  const packages = byModule.get(module) ?? new Map<string, Stated>();
  byModule.set(module, packages);
  const key = `${ecosystem}\n${name}`;
  const stated = packages.get(key) ?? { ecosystem, name, versions: new Set<string>(), isWhole: false };
  packages.set(key, stated);
  if (version === null) stated.isWhole ||= !isFix;
  else if (!isFix) stated.versions.add(version);
  else if (stated.fixed === undefined || compareVersions(ecosystem, version, stated.fixed) < 0)
    stated.fixed = version;
}

function affectedOf({ ecosystem, name, fixed, versions, isWhole }: Stated): OsvAffected[] {
  if (fixed === undefined && !isWhole && versions.size === 0) return [];
  const events = [{ kind: 'introduced', version: '0' } as const];
  const end = fixed === undefined ? [] : [{ kind: 'fixed', version: fixed } as const];
  const isRange = fixed !== undefined || isWhole;
  const ranges = isRange ? [{ type: 'ECOSYSTEM' as const, events: [...events, ...end] }] : [];
  return [{ ecosystem, name, versions: isRange ? [] : [...versions], ranges, hasLastKnown: false }];
}

function recordOf(
  { document: head = {} }: JsonObject,
  vulnerabilities: readonly JsonObject[],
  module: string,
  stated: readonly Stated[],
): OsvRecord {
  const { tracking, publisher, aggregate_severity: severity } = head as JsonObject;
  const names = vulnerabilities.flatMap((each) => textAt(each, 'cve') ?? []);
  const self = objectsAt(head, 'references').find(({ category }) => category === 'self');
  const url = textAt(self, 'url');
  const title = textAt(head, 'title') ?? '';
  return {
    id: [idOf(textAt(tracking, 'id') ?? '', textAt(publisher, 'namespace') ?? ''), module]
      .filter(Boolean)
      .join(':'),
    aliases: [],
    upstream: [...new Set(names)],
    summary: module === '' ? title : `${module} ${title}`,
    published: textAt(tracking, 'initial_release_date') ?? null,
    modified: textAt(tracking, 'current_release_date') ?? null,
    withdrawn: null,
    severities: [...vulnerabilities.flatMap(vectorsOf), textAt(severity, 'text') ?? []].flat(),
    url: url?.startsWith('https://') ? url : null,
    affected: stated.flatMap(affectedOf),
  };
}

/** A document called by the CVE it is about is the vendor's on it, not the CVE's own record. */
function idOf(id: string, namespace: string): string {
  if (!/^CVE-/i.test(id)) return id;
  const [, host = 'vendor'] = /^https?:\/\/(?:www\.)?([\w-]+)/i.exec(namespace) ?? [];
  return `${host.toUpperCase()}-${id}`;
}

/** CSAF 2.0 keeps scores in `scores`, 2.1 in `metrics`. */
function vectorsOf(vulnerability: JsonObject): string[] {
  const scores = [
    ...objectsAt(vulnerability, 'scores'),
    ...objectsAt(vulnerability, 'metrics').map(({ content }) => content),
  ];
  return scores.flatMap((score) =>
    ['cvss_v4', 'cvss_v3', 'cvss_v2'].flatMap(
      (key) => textAt((score as JsonObject)[key], 'vectorString') ?? [],
    ),
  );
}

/** The package of a product: of a language ecosystem, or of a distribution's platform. */
function placeOf(product: VexProduct): Place | undefined {
  if (product.parts === undefined) return placeOfPurl(product);
  const platform = platformText(product.cpe ?? '');
  const row = DISTRIBUTIONS.find(
    ({ distribution }) => distribution.isPlatform?.(platform ?? '', '') !== undefined,
  );
  if (platform === undefined || row === undefined) return undefined;
  const [inner] = product.parts;
  const leaf = inner?.parts?.[0] ?? inner;
  if (leaf === undefined) return undefined;
  const ecosystem = `${row.name}:${platform.slice(platform.indexOf(':') + 1)}`;
  const purl = packageUrl(leaf.purl ?? '');
  if (purl === undefined) {
    const [, module = '', plain = leaf.name ?? ''] =
      /^([\w.+-]+:[\w.+-]+)\/(.+)$/.exec(leaf.name ?? '') ?? [];
    const file = readPackageFileName(plain);
    const name = file?.name ?? plain.replace(/\.src$/, '');
    return { ecosystem, name, version: file?.version ?? leaf.version ?? null, module };
  }
  if (purl.type === 'rpmmod') return undefined;
  const label = purl.qualifiers?.rpmmod ?? moduleOf(inner);
  const given = { name: purl.name, version: versionWithEpoch(purl, leaf), isEpochUnknown: false };
  const isBySource = row.distribution.advisoriesName === 'source';
  const { name, version } = (isBySource && sourcePackageOf(purl, { ...BARE, ...leaf })) || given;
  return {
    ecosystem,
    name,
    version: given.version === null ? null : version,
    module: label.split(':').slice(0, 2).join(':'),
  };
}

const BARE = { name: '', licences: [], hashes: [] };

/** The label of the module that a component represents; empty if it is a package itself. */
function moduleOf(part: VexProduct | undefined): string {
  const purl = packageUrl(part?.purl ?? '');
  return purl?.type === 'rpmmod' ? `${purl.name}:${purl.version ?? ''}` : '';
}

function placeOfPurl({ purl, version }: VexProduct): Place | undefined {
  if (purl === undefined) return undefined;
  const [place] = coordinatesOf({ ...BARE, purl, ...(version !== undefined && { version }) });
  if (place === undefined) return undefined;
  const { ecosystem, name, release } = place;
  if (ecosystem.distribution?.release !== undefined && release === '') return undefined;
  return {
    ecosystem: release === '' ? ecosystem.name : `${ecosystem.name}:${release}`,
    name,
    version: place.version,
    module: '',
  };
}
