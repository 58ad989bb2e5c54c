import { isObject, own } from './advisory-json.ts';
import { type BuiltPackage, builtPackagesOf, nameOfBuilt } from './built-packages.ts';
import type { Problem } from './record-warning.ts';

/** One event of a range: exactly one of the four is what happened. */
export interface OsvEvent {
  kind: 'introduced' | 'fixed' | 'last_affected' | 'limit';
  version: string;
}

export interface OsvRange {
  /** `SEMVER` orders by Semantic Versioning, `ECOSYSTEM` as the ecosystem does. */
  type: 'SEMVER' | 'ECOSYSTEM';
  events: OsvEvent[];
}

/** Statement of a record about one package. */
export interface OsvAffected {
  ecosystem: string;
  name: string;
  versions: string[];
  ranges: OsvRange[];
  /** Whether the source knows of no fix, only of the last affected version when it wrote, as GitHub's records say. */
  hasLastKnown: boolean;
  /** What was built from it, where the source lists that. */
  built?: readonly BuiltPackage[];
}

/** An advisory as read from its source: https://ossf.github.io/osv-schema/ */
export interface OsvRecord {
  id: string;
  aliases: string[];
  /** Vulnerabilities it passes on, as a distribution's advisory does; not other names of its own. */
  upstream: string[];
  summary: string;
  published: string | null;
  modified: string | null;
  withdrawn: string | null;
  /** CVSS vectors and words. */
  severities: readonly string[];
  /** A page of the source's own; null where it names none. */
  url: string | null;
  affected: OsvAffected[];
}

type Report = (problem: Problem) => void;

/** Reads one OSV record; null, and a reported problem, where the document is none. Parts it cannot use it reports. */
export function osvRecordOf(value: unknown, report: Report): OsvRecord | null {
  const id = own(value, 'id');
  const affected = own(value, 'affected');
  if (typeof id !== 'string' || id === '' || id.length > 200) {
    report({ code: 'not-an-advisory', place: 'id', detail: 'an id is required' });
    return null;
  }
  if (affected !== undefined && affected !== null && !Array.isArray(affected)) {
    report({ code: 'bad-value', place: 'affected', detail: 'must be a list' });
  }
  const packages = Array.isArray(affected) ? affected : [];
  return {
    id,
    aliases: textsOf(own(value, 'aliases'), 'aliases', report),
    upstream: textsOf(own(value, 'upstream'), 'upstream', report),
    summary: textOf(own(value, 'summary')) ?? '',
    published: textOf(own(value, 'published')),
    modified: textOf(own(value, 'modified')),
    withdrawn: textOf(own(value, 'withdrawn')),
    severities: severitiesOf(value, packages),
    url: urlOf(value),
    affected: packages.flatMap((entry, index) => affectedOf(entry, `affected[${index}]`, report)),
  };
}

function affectedOf(value: unknown, place: string, report: Report): OsvAffected[] {
  const ecosystem = textOf(own(own(value, 'package'), 'ecosystem'));
  const name = textOf(own(own(value, 'package'), 'name'));
  const ranges = own(value, 'ranges') ?? [];
  if (!Array.isArray(ranges)) {
    report({ code: 'bad-value', place: `${place}.ranges`, detail: 'must be a list' });
    return [];
  }
  if (!ecosystem || !name) {
    if (ranges.length > 0 && ranges.every((range) => own(range, 'type') === 'GIT')) return [];
    report({ code: 'bad-value', place: `${place}.package`, detail: 'an ecosystem and a name are required' });
    return [];
  }
  const built = builtPackagesOf(own(value, 'ecosystem_specific'));
  return [
    {
      ecosystem,
      name,
      ...(built.length > 0 && { built }),
      versions: textsOf(own(value, 'versions'), `${place}.versions`, report),
      hasLastKnown:
        textOf(own(own(value, 'database_specific'), 'last_known_affected_version_range')) !== null,
      ranges: ranges.flatMap((range, index) => rangeOf(range, `${place}.ranges[${index}]`, report)),
    },
  ];
}

/**
 * Statement of a source package's advisory about the packages built from it: affected before the fixed
 * version.
 */
export function affectedBuilt({ ecosystem, name: source, ranges, built = [] }: OsvAffected): OsvAffected[] {
  const isFixed = ranges.some(({ events }) => events.some(({ kind }) => kind === 'fixed'));
  if (!isFixed) return [];
  return built
    .filter(({ name }) => name !== source)
    .map(({ name, version }) => {
      const events: OsvEvent[] = [
        { kind: 'introduced', version: '0' },
        { kind: 'fixed', version },
      ];
      return {
        ecosystem,
        name: nameOfBuilt(name),
        versions: [],
        ranges: [{ type: 'ECOSYSTEM', events }],
        hasLastKnown: false,
      };
    });
}

/** Commit ranges (GIT) say nothing of versions and are passed over. */
function rangeOf(value: unknown, place: string, report: Report): OsvRange[] {
  const type = own(value, 'type');
  const events = own(value, 'events');
  if (type === 'GIT') return [];
  if ((type !== 'SEMVER' && type !== 'ECOSYSTEM') || !Array.isArray(events)) {
    report({ code: 'bad-value', place, detail: 'a type and events are required' });
    return [];
  }
  return [
    { type, events: events.flatMap((event, index) => eventOf(event, `${place}.events[${index}]`, report)) },
  ];
}

const EVENT_KINDS = ['introduced', 'fixed', 'last_affected', 'limit'] as const;

function eventOf(value: unknown, place: string, report: Report): OsvEvent[] {
  const found = EVENT_KINDS.flatMap((kind) => {
    const version = own(value, kind);
    return typeof version === 'string' && version !== '' ? [{ kind, version }] : [];
  });
  if (found.length === 0) report({ code: 'bad-value', place, detail: 'says neither introduced nor fixed' });
  return found;
}

const NONE: readonly string[] = [];

function severitiesOf(value: unknown, packages: readonly unknown[]): readonly string[] {
  const scored = [value, ...packages].flatMap((holder) => {
    const list = own(holder, 'severity');
    return Array.isArray(list) ? list.map((entry) => own(entry, 'score')) : [];
  });
  const words = [value, ...packages].flatMap((holder) =>
    ['database_specific', 'ecosystem_specific'].map((key) => own(own(holder, key), 'severity')),
  );
  const texts = [...scored, ...words].filter((text) => typeof text === 'string');
  return texts.length === 0 ? NONE : [...new Set(texts)];
}

function urlOf(value: unknown): string | null {
  const url = textOf(own(own(value, 'database_specific'), 'url'));
  return url?.startsWith('https://') ? url : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function textsOf(value: unknown, place: string, report: Report): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || isObject(value)) {
    report({ code: 'bad-value', place, detail: 'must be a list' });
    return [];
  }
  const texts = value.filter((text) => typeof text === 'string' && text !== '');
  if (texts.length < value.length) report({ code: 'bad-value', place, detail: 'must hold texts only' });
  return texts;
}
