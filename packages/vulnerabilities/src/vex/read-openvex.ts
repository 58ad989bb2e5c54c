import { isObject, type JsonObject, type JsonValue, listAt, textAt } from '../sbom/json/json-value.ts';
import { missing, notAllowed } from '../sbom/problem.ts';
import type { Warnings } from '../sbom/warnings.ts';
import type { VexDocument, VexJustification, VexProduct, VexStatement, VexStatus } from './statement.ts';

const statuses: readonly VexStatus[] = ['not_affected', 'affected', 'fixed', 'under_investigation'];
export const justifications: readonly VexJustification[] = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
];

/**
 * Reads an OpenVEX document, https://github.com/openvex/spec (0.0.1 and 0.2.0). In 0.0.1 subcomponents stand beside the
 * products of a statement and are those of each.
 */
export function readOpenVex(document: JsonObject, warnings: Warnings): VexDocument {
  const time = textAt(document, 'timestamp') ?? '';
  for (const name of ['@id', 'author', 'timestamp', 'statements']) {
    if (document[name] === undefined) warnings.violation(missing('document', [name]), '/');
  }
  const statements: VexStatement[] = [];
  for (const [index, entry] of listAt(document, 'statements').entries()) {
    const statement = isObject(entry) && statementOf(entry, time, `/statements/${index}`, warnings);
    if (statement) statements.push(statement);
  }
  return {
    format: 'OpenVEX',
    id: textAt(document, '@id') ?? '',
    author: textAt(document, 'author') ?? '',
    time,
    statements,
    warnings: warnings.kept,
  };
}

function statementOf(
  entry: JsonObject,
  documentTime: string,
  place: string,
  warnings: Warnings,
): VexStatement | undefined {
  const { vulnerability: named } = entry;
  const address = textAt(named, '@id');
  const inAddress = /CVE-\d{4}-\d{4,}$/i.exec(address ?? '')?.[0] ?? address;
  const vulnerability = typeof named === 'string' ? named : (textAt(named, 'name') ?? inAddress);
  const status = statuses.find((known) => known === entry.status);
  if (vulnerability === undefined) {
    warnings.violation(missing('statement', ['vulnerability']), place);
    return undefined;
  }
  if (status === undefined) {
    warnings.violation(notAllowed(entry.status ?? null, statuses), `${place}/status`);
    return undefined;
  }
  const subcomponents = productsAt(entry, 'subcomponents');
  const products = productsAt(entry, 'products');
  const statement: VexStatement = {
    vulnerability,
    aliases: listAt(named, 'aliases').filter((alias) => typeof alias === 'string'),
    status,
    products:
      subcomponents.length === 0
        ? products
        : products.map((product) => ({ ...product, parts: product.parts ?? subcomponents })),
  };
  const justification = justifications.find((known) => known === entry.justification);
  if (entry.justification !== undefined && justification === undefined) {
    warnings.violation(notAllowed(entry.justification, justifications), `${place}/justification`);
  }
  const impact = textAt(entry, 'impact_statement');
  const action = textAt(entry, 'action_statement');
  const description = textAt(named, 'description');
  const time = textAt(entry, 'last_updated') ?? textAt(entry, 'timestamp') ?? documentTime;
  if (status === 'not_affected' && justification === undefined && impact === undefined) {
    warnings.violation(missing('statement', ['justification', 'impact_statement']), place);
  }
  if (justification !== undefined) statement.justification = justification;
  if (impact !== undefined) statement.impact = impact;
  if (action !== undefined) statement.action = action;
  if (description !== undefined) statement.description = description;
  if (time !== '') statement.time = time;
  return statement;
}

function productsAt(entry: JsonObject, key: string): VexProduct[] {
  return listAt(entry, key)
    .map(productOf)
    .filter((product) => product !== undefined);
}

function productOf(entry: JsonValue): VexProduct | undefined {
  if (typeof entry === 'string') return identified(entry);
  if (!isObject(entry)) return undefined;
  const id = textAt(entry, '@id');
  const product: VexProduct = id === undefined ? {} : identified(id);
  const purls = [textAt(entry.identifiers, 'purl') ?? [], product.purl ?? []].flat();
  const [purl, ...otherPurls] = [...new Set(purls)];
  const cpe = textAt(entry.identifiers, 'cpe23') ?? textAt(entry.identifiers, 'cpe22');
  const hashes = hashesAt(entry);
  const parts = productsAt(entry, 'subcomponents');
  if (purl !== undefined) product.purl = purl;
  if (otherPurls.length > 0) product.otherPurls = otherPurls;
  if (cpe !== undefined) product.cpe = cpe;
  if (hashes.length > 0) product.hashes = hashes;
  if (parts.length > 0) product.parts = parts;
  return product;
}

function hashesAt({ hashes }: JsonObject): { algorithm: string; value: string }[] {
  return Object.entries(isObject(hashes) ? hashes : {}).flatMap(([algorithm, value]) =>
    typeof value === 'string' ? [{ algorithm, value }] : [],
  );
}

function identified(id: string): VexProduct {
  if (id.startsWith('pkg:')) return { purl: id };
  return id.startsWith('cpe:') ? { cpe: id } : { name: id };
}
