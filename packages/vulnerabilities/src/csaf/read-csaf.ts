import { isObject, type JsonObject, listAt, objectsAt, textAt } from '../sbom/json/json-value.ts';
import { missing, unknownReference } from '../sbom/problem.ts';
import type { Warnings } from '../sbom/warnings.ts';
import { justifications } from '../vex/read-openvex.ts';
import type { VexDocument, VexProduct, VexStatement, VexStatus } from '../vex/statement.ts';

const statusOfList: Record<string, VexStatus> = {
  known_affected: 'affected',
  first_affected: 'affected',
  last_affected: 'affected',
  known_not_affected: 'not_affected',
  fixed: 'fixed',
  first_fixed: 'fixed',
  under_investigation: 'under_investigation',
};

/** Reads the verdicts of a CSAF 2.0 document, whichever profile it follows. */
export function readCsaf(document: JsonObject, warnings: Warnings): VexDocument {
  const head = isObject(document.document) ? document.document : {};
  const products = productsOf(document.product_tree);
  const time = textAt(head.tracking, 'current_release_date') ?? '';
  if (textAt(head.tracking, 'id') === undefined) {
    warnings.violation(missing('tracking', ['id']), '/document/tracking');
  }
  const statements = objectsAt(document, 'vulnerabilities').flatMap((vulnerability, index) =>
    statementsOf(vulnerability, `/vulnerabilities/${index}`, document.product_tree, products, time, warnings),
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

type ProductTreeValue = JsonObject[string] | undefined;

/** Every product of the tree by its identifier; a part within a product stands for both. */
function productsOf(tree: ProductTreeValue): Map<string, VexProduct> {
  const products = new Map<string, VexProduct>();
  const take = (entry: JsonObject, context: VexProduct) => {
    const id = textAt(entry, 'product_id');
    if (id === undefined) return;
    const helper = entry.product_identification_helper;
    const purl = textAt(helper, 'purl');
    const cpe = textAt(helper, 'cpe');
    const name = context.name ?? textAt(entry, 'name');
    products.set(id, {
      ...context,
      ...(name !== undefined && { name }),
      ...(purl !== undefined && { purl }),
      ...(cpe !== undefined && { cpe }),
    });
  };
  const walk = (branches: JsonObject[], context: VexProduct) => {
    for (const branch of branches) {
      const inner = narrowed(context, branch);
      if (isObject(branch.product)) take(branch.product, inner);
      walk(objectsAt(branch, 'branches'), inner);
    }
  };
  walk(objectsAt(tree, 'branches'), {});
  for (const entry of objectsAt(tree, 'full_product_names')) take(entry, {});
  for (const relationship of objectsAt(tree, 'relationships')) {
    const part = products.get(textAt(relationship, 'product_reference') ?? '');
    const whole = products.get(textAt(relationship, 'relates_to_product_reference') ?? '');
    const id = textAt(relationship.full_product_name, 'product_id');
    if (part && whole && id !== undefined) products.set(id, { ...whole, parts: [part] });
  }
  return products;
}

function narrowed(context: VexProduct, branch: JsonObject): VexProduct {
  const name = textAt(branch, 'name');
  if (name === undefined) return context;
  if (branch.category === 'product_name') return { ...context, name };
  if (branch.category === 'product_version') return { ...context, version: name };
  if (branch.category === 'product_version_range') return { ...context, range: name };
  return context;
}

function statementsOf(
  vulnerability: JsonObject,
  place: string,
  tree: ProductTreeValue,
  products: Map<string, VexProduct>,
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
  const grouped = new Map<string, VexStatement>();
  for (const [list, status] of Object.entries(statusOfList)) {
    for (const productId of listAt(vulnerability.product_status, list)) {
      const product = products.get(String(productId));
      if (product === undefined) {
        warnings.violation(unknownReference(String(productId)), `${place}/product_status/${list}`);
        continue;
      }
      const said = saidOf(vulnerability, String(productId), tree);
      const key = JSON.stringify([status, said]);
      const known = grouped.get(key);
      if (known) known.products.push(product);
      else {
        grouped.set(key, {
          vulnerability: id,
          aliases,
          status,
          products: [product],
          ...said,
          ...(text !== undefined && { description: text }),
          ...(time !== '' && { time }),
        });
      }
    }
  }
  return [...grouped.values()];
}

type Said = Pick<VexStatement, 'justification' | 'impact' | 'action'>;

/** What flags, threats and remediations say of one product, by itself or as a member of a group. */
function saidOf(vulnerability: JsonObject, productId: string, tree: ProductTreeValue): Said {
  const groups = objectsAt(tree, 'product_groups')
    .filter((group) => listAt(group, 'product_ids').includes(productId))
    .map((group) => textAt(group, 'group_id'));
  const isAbout = (entry: JsonObject) =>
    listAt(entry, 'product_ids').includes(productId) ||
    listAt(entry, 'group_ids').some((id) => groups.includes(String(id)));
  const flag = objectsAt(vulnerability, 'flags').find(isAbout);
  const threat = objectsAt(vulnerability, 'threats').find(
    (entry) => entry.category === 'impact' && isAbout(entry),
  );
  const remediation = objectsAt(vulnerability, 'remediations').find(isAbout);
  const justification = justifications.find((known) => known === flag?.label);
  const impact = textAt(threat, 'details');
  const action = textAt(remediation, 'details');
  return {
    ...(justification !== undefined && { justification }),
    ...(impact !== undefined && { impact }),
    ...(action !== undefined && { action }),
  };
}
