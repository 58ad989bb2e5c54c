import { isObject, type JsonObject, type JsonValue } from '../sbom/json/json-value.ts';
import type { VexStatement, VexStatus } from '../vex/statement.ts';
import type { CsafHead, CsafVerdict, CsafVulnerability, Tlp } from './advisory.ts';
import { cvss3Of } from './cvss.ts';
import { ProductTree } from './product-tree.ts';

const label: Record<Tlp, string> = {
  CLEAR: 'WHITE',
  GREEN: 'GREEN',
  AMBER: 'AMBER',
  'AMBER+STRICT': 'AMBER',
  RED: 'RED',
};

const statusList: Record<VexStatus, string> = {
  affected: 'known_affected',
  not_affected: 'known_not_affected',
  fixed: 'fixed',
  under_investigation: 'under_investigation',
};

/** Writes a CSAF 2.0 security advisory (profile 4). */
export function writeCsafAdvisory(head: CsafHead, vulnerabilities: readonly CsafVulnerability[]): JsonObject {
  return written('csaf_security_advisory', head, vulnerabilities);
}

/** Writes verdicts as a CSAF 2.0 VEX document (profile 5). */
export function writeCsafVex(head: CsafHead, statements: readonly VexStatement[]): JsonObject {
  return written('csaf_vex', head, vulnerabilitiesOf(statements));
}

/** The file name the standard asks for: the identifier in lower case, all but letters, digits, `+` and `-` as `_`. */
export function csafFileName(id: string): string {
  return `${id.toLowerCase().replace(/[^+\-a-z0-9]+/g, '_')}.json`;
}

function written(
  category: string,
  head: CsafHead,
  vulnerabilities: readonly CsafVulnerability[],
): JsonObject {
  const tree = new ProductTree();
  const entries = vulnerabilities.map((vulnerability) => vulnerabilityOf(vulnerability, tree));
  const document = documentOf(category, head);
  return sorted({ document, product_tree: tree.written(), vulnerabilities: entries }) as JsonObject;
}

function documentOf(category: string, head: CsafHead): JsonObject {
  const { publisher, revisions } = head;
  const ordered = [...revisions].sort((a, b) => Date.parse(a.date) - Date.parse(b.date));
  const first = ordered[0];
  const last = ordered.at(-1);
  if (first === undefined || last === undefined)
    throw new RangeError('a CSAF document needs at least one revision');
  const references = (head.references ?? []).map(({ summary, url }): JsonObject => ({ summary, url }));
  if (head.folderUrl) {
    const url = new URL(csafFileName(head.id), head.folderUrl).href;
    references.unshift({ category: 'self', summary: 'Canonical URL', url });
  }
  return {
    category,
    csaf_version: '2.0',
    distribution: {
      ...(head.tlp === 'AMBER+STRICT' && { text: 'TLP:AMBER+STRICT' }),
      tlp: { label: label[head.tlp] },
    },
    ...(head.language && { lang: head.language }),
    ...(head.summary && { notes: [{ category: 'summary', text: head.summary }] }),
    publisher: {
      category: publisher.category,
      name: publisher.name,
      namespace: publisher.namespace,
      ...(publisher.contact && { contact_details: publisher.contact }),
    },
    ...(references.length > 0 && { references }),
    title: head.title,
    tracking: {
      id: head.id,
      status: head.status,
      version: last.number,
      initial_release_date: first.date,
      current_release_date: last.date,
      revision_history: ordered.map(({ number, date, summary }) => ({ number, date, summary })),
      generator: { engine: { name: 'Kakehashi' } },
    },
  };
}

function vulnerabilityOf(vulnerability: CsafVulnerability, tree: ProductTree): JsonObject {
  const { id, title, description, cwe, released, acknowledgments, references, verdicts } = vulnerability;
  const judged = verdicts.map((verdict) => ({ verdict, ids: tree.identifiersOf(verdict.product) }));
  const entry: JsonObject = { ...identifiersOf(vulnerability) };
  if (title) entry.title = title;
  if (cwe) entry.cwe = { ...cwe };
  if (released) entry.release_date = released;
  if (acknowledgments?.length) entry.acknowledgments = acknowledgments.map((thanks) => ({ ...thanks }));
  if (references?.length) entry.references = references.map(({ summary, url }) => ({ summary, url }));
  entry.notes = [{ category: 'description', text: description || id }];
  entry.product_status = statusesOf(judged);
  const affected = judged.filter(({ verdict }) => verdict.status === 'affected').flatMap(({ ids }) => ids);
  const scored = affected.length > 0 ? affected : judged.flatMap(({ ids }) => ids);
  const cvss = vulnerability.cvssVector && cvss3Of(vulnerability.cvssVector);
  if (cvss) entry.scores = [{ cvss_v3: cvss, products: distinct(scored) }];
  addList(entry, 'flags', judged, ({ justification }) => justification && { label: justification });
  addList(entry, 'threats', judged, threatOf);
  addList(entry, 'remediations', judged, remediationOf);
  return entry;
}

interface Judged {
  verdict: CsafVerdict;
  ids: string[];
}

function identifiersOf({ id, aliases }: CsafVulnerability): JsonObject {
  const names = distinct([id, ...aliases]);
  const cve = names.find((name) => /^CVE-\d{4}-\d{4,}$/.test(name));
  const others = names.filter((name) => name !== cve);
  return {
    ...(cve && { cve }),
    ...(others.length > 0 && { ids: others.map((text) => ({ system_name: systemOf(text), text })) }),
  };
}

function systemOf(id: string): string {
  if (id.startsWith('CVE-')) return 'CVE';
  return id.startsWith('GHSA-') ? 'GitHub Advisory Database' : 'OSV';
}

/** Each product in one list only: where verdicts clash, the graver one counts. */
function statusesOf(judged: readonly Judged[]): JsonObject {
  const gravest: VexStatus[] = ['affected', 'under_investigation', 'fixed', 'not_affected'];
  const placed = new Set<string>();
  const statuses: JsonObject = {};
  for (const status of gravest) {
    const ids = judged.filter(({ verdict }) => verdict.status === status).flatMap(({ ids }) => ids);
    const fresh = distinct(ids).filter((id) => !placed.has(id));
    for (const id of fresh) placed.add(id);
    if (fresh.length > 0) statuses[statusList[status]] = fresh;
  }
  return statuses;
}

function threatOf({ status, impact, justification }: CsafVerdict): JsonObject | undefined {
  if (impact) return { category: 'impact', details: impact };
  const isUnexplained = status === 'not_affected' && !justification;
  return isUnexplained ? { category: 'impact', details: 'The product is not affected.' } : undefined;
}

function remediationOf({ status, remediation }: CsafVerdict): JsonObject | undefined {
  if (remediation) return { ...remediation };
  if (status !== 'affected') return undefined;
  return { category: 'none_available', details: 'No remediation is available yet.' };
}

/** Adds entries for the products, one for all that share the same content. */
function addList(
  entry: JsonObject,
  name: string,
  judged: readonly Judged[],
  content: (verdict: CsafVerdict) => JsonObject | undefined | '',
): void {
  const groups = new Map<string, { content: JsonObject; ids: string[] }>();
  for (const { verdict, ids } of judged) {
    const what = content(verdict);
    if (!what) continue;
    const key = JSON.stringify(what);
    const group = groups.get(key);
    if (group) group.ids.push(...ids);
    else groups.set(key, { content: what, ids: [...ids] });
  }
  if (groups.size > 0)
    entry[name] = [...groups.values()].map(({ content, ids }) => ({
      ...content,
      product_ids: distinct(ids),
    }));
}

/** Verdicts grouped by vulnerability, which a CSAF document names once. */
function vulnerabilitiesOf(statements: readonly VexStatement[]): CsafVulnerability[] {
  const byName = new Map<string, CsafVulnerability & { verdicts: CsafVerdict[] }>();
  for (const statement of statements) {
    const {
      vulnerability: id,
      aliases,
      status,
      products,
      justification,
      impact,
      action,
      description,
    } = statement;
    const known = byName.get(id) ?? { id, aliases, description: description ?? '', verdicts: [] };
    byName.set(id, known);
    for (const product of products) {
      known.verdicts.push({
        product,
        status,
        ...(justification !== undefined && { justification }),
        ...(impact !== undefined && { impact }),
        ...(status === 'affected' &&
          action !== undefined && { remediation: { category: 'mitigation', details: action } }),
      });
    }
  }
  return [...byName.values()];
}

/** Keys in alphabetical order, as the standard recommends. */
function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] as JsonValue)]));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
