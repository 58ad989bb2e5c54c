import { isObject, type JsonObject, listAt, objectsAt, textAt } from '../sbom/json/json-value.ts';
import { missing, unknownReference } from '../sbom/problem.ts';
import type { Warnings } from '../sbom/warnings.ts';
import { justifications } from '../vex/read-openvex.ts';
import type { VexDocument, VexProduct, VexStatement, VexStatus } from '../vex/statement.ts';
import { readProductTree } from './read-product-tree.ts';

/** `recommended` versions hold a fix: some vendors, SUSE among them, state their fixes so. */
const statusOfList: Record<string, VexStatus> = {
  known_affected: 'affected',
  first_affected: 'affected',
  last_affected: 'affected',
  known_not_affected: 'not_affected',
  fixed: 'fixed',
  first_fixed: 'fixed',
  recommended: 'fixed',
  under_investigation: 'under_investigation',
  unknown: 'under_investigation',
};

/** Reads the verdicts of a CSAF 2.0 or 2.1 document, whichever profile it follows. */
export function readCsaf(document: JsonObject, warnings: Warnings): VexDocument {
  const head = isObject(document.document) ? document.document : {};
  const products = readProductTree(document.product_tree);
  const groups = groupsOf(document.product_tree);
  const time = textAt(head.tracking, 'current_release_date') ?? '';
  if (textAt(head.tracking, 'id') === undefined) {
    warnings.violation(missing('tracking', ['id']), '/document/tracking');
  }
  const statements = objectsAt(document, 'vulnerabilities').flatMap((vulnerability, index) =>
    statementsOf(vulnerability, `/vulnerabilities/${index}`, groups, products, time, warnings),
  );
  return {
    format: 'CSAF',
    id: textAt(head.tracking, 'id') ?? '',
    author: textAt(head.publisher, 'name') ?? '',
    time,
    statements,
    warnings: warnings.kept,
  };
}

function statementsOf(
  vulnerability: JsonObject,
  place: string,
  groups: ReadonlyMap<string, readonly string[]>,
  products: ReadonlyMap<string, VexProduct>,
  time: string,
  warnings: Warnings,
): VexStatement[] {
  const others = objectsAt(vulnerability, 'ids').flatMap((entry) => textAt(entry, 'text') ?? []);
  const [id, ...aliases] = [textAt(vulnerability, 'cve') ?? [], others].flat();
  if (id === undefined) {
    warnings.violation(missing('vulnerability', ['cve', 'ids']), place);
    return [];
  }
  const description = objectsAt(vulnerability, 'notes').find((note) => note.category === 'description');
  const text = textAt(description, 'text');
  const remarksOf = remarksByProduct(vulnerability, groups);
  const grouped = new Map<string, VexStatement>();
  for (const [list, status] of Object.entries(statusOfList)) {
    for (const productId of listAt(vulnerability.product_status, list)) {
      const product = products.get(String(productId));
      if (product === undefined) {
        warnings.violation(unknownReference(String(productId)), `${place}/product_status/${list}`);
        continue;
      }
      const remarks = remarksOf(String(productId));
      const key = JSON.stringify([status, remarks]);
      const known = grouped.get(key);
      if (known) known.products.push(product);
      else {
        grouped.set(key, {
          vulnerability: id,
          aliases,
          status,
          products: [product],
          ...remarks,
          ...(text !== undefined && { description: text }),
          ...(time !== '' && { time }),
        });
      }
    }
  }
  return [...grouped.values()];
}

type ProductRemarks = Pick<VexStatement, 'justification' | 'impact' | 'action'>;

/** Flags, threats and remediations of one product, listed directly or through a group; the first applies. */
function remarksByProduct(
  vulnerability: JsonObject,
  groups: ReadonlyMap<string, readonly string[]>,
): (productId: string) => ProductRemarks {
  const firstOf = (entries: readonly JsonObject[], key: string) => {
    const texts = new Map<string, string>();
    for (const entry of entries) {
      const text = textAt(entry, key);
      const members = listAt(entry, 'group_ids').flatMap((id) => groups.get(String(id)) ?? []);
      for (const id of [...listAt(entry, 'product_ids').map(String), ...members]) {
        if (text !== undefined && !texts.has(id)) texts.set(id, text);
      }
    }
    return texts;
  };
  const labels = firstOf(objectsAt(vulnerability, 'flags'), 'label');
  const threats = objectsAt(vulnerability, 'threats').filter(({ category }) => category === 'impact');
  const impacts = firstOf(threats, 'details');
  const actions = firstOf(objectsAt(vulnerability, 'remediations'), 'details');
  return (productId) => {
    const justification = justifications.find((known) => known === labels.get(productId));
    const [impact, action] = [impacts.get(productId), actions.get(productId)];
    return {
      ...(justification !== undefined && { justification }),
      ...(impact !== undefined && { impact }),
      ...(action !== undefined && { action }),
    };
  };
}

function groupsOf(tree: JsonObject[string] | undefined): ReadonlyMap<string, readonly string[]> {
  return new Map(
    objectsAt(tree, 'product_groups').map((group) => [
      textAt(group, 'group_id') ?? '',
      listAt(group, 'product_ids').map(String),
    ]),
  );
}
