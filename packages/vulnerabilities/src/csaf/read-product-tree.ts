import { isObject, type JsonObject, listAt, objectsAt, textAt } from '../sbom/json/json-value.ts';
import type { VexProduct } from '../vex/statement.ts';
import { readPackageFileName } from './package-file-name.ts';

type ProductTreeValue = JsonObject[string] | undefined;

/**
 * Every product of a CSAF product tree by its identifier. A part within a product is that product with the part in
 * it, at any depth: a package of a module of a platform.
 */
export function readProductTree(tree: ProductTreeValue): Map<string, VexProduct> {
  const products = new Map<string, VexProduct>();
  const take = (entry: JsonObject, context: VexProduct) => {
    const id = textAt(entry, 'product_id');
    if (id !== undefined) products.set(id, productOf(entry, context));
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
  relate(objectsAt(tree, 'relationships'), products);
  return products;
}

/** Relationships may refer to each other in any order. */
function relate(relationships: readonly JsonObject[], products: Map<string, VexProduct>): void {
  let open = relationships;
  for (let before = -1; open.length !== before; ) {
    before = open.length;
    open = open.filter((relationship) => {
      const part = products.get(textAt(relationship, 'product_reference') ?? '');
      const whole = products.get(textAt(relationship, 'relates_to_product_reference') ?? '');
      const id = textAt(relationship.full_product_name, 'product_id');
      if (part && whole && id !== undefined) products.set(id, within(whole, part));
      return !(part && whole);
    });
  }
}

function within(whole: VexProduct, part: VexProduct): VexProduct {
  const parts = whole.parts?.map((inner) => within(inner, part)) ?? [part];
  return { ...whole, parts };
}

/** Properties that a branch gives the products below it. */
function narrowed(context: VexProduct, branch: JsonObject): VexProduct {
  const name = textAt(branch, 'name');
  if (name === undefined) return context;
  if (branch.category === 'product_name') return { ...context, name };
  if (branch.category === 'product_version') return { ...context, version: name };
  if (branch.category === 'product_version_range') return { ...context, range: name };
  return context;
}

/**
 * The version is the package URL's where it has one. Distributors call a branch by the file name of a package, which
 * is no version: what it tells of it is used where nothing else does.
 */
function productOf(entry: JsonObject, context: VexProduct): VexProduct {
  const product: VexProduct = {};
  const name = context.name ?? textAt(entry, 'name');
  if (name !== undefined) product.name = name;
  identify(product, entry.product_identification_helper);
  if (context.range !== undefined) product.range = context.range;
  const stated = context.version === undefined ? undefined : readPackageFileName(context.version);
  const version = stated === undefined ? context.version : stated.version;
  const isVersioned = product.purl !== undefined && /^[^?#]*[^/]@[^/?#]/.test(product.purl);
  const isFileName = stated !== undefined && product.purl === undefined;
  if (isFileName) product.name = context.version ?? '';
  else if (version !== undefined && !isVersioned && version !== name) product.version = version;
  return product;
}

function identify(product: VexProduct, helper: ProductTreeValue): void {
  const uris = objectsAt(helper, 'x_generic_uris').flatMap((entry) => textAt(entry, 'uri') ?? []);
  const identifiers = [
    ...[textAt(helper, 'purl') ?? []].flat(),
    ...listAt(helper, 'purls').filter((entry) => typeof entry === 'string'),
    ...uris.filter((uri) => uri.startsWith('pkg:')),
  ];
  const [purl, ...otherPurls] = [...new Set(identifiers)];
  const cpe = textAt(helper, 'cpe') ?? uris.find((uri) => uri.startsWith('cpe:'));
  const others = uris.filter((uri) => !/^(?:pkg|cpe):/.test(uri));
  const hashes = objectsAt(helper, 'hashes').flatMap((file) =>
    objectsAt(file, 'file_hashes').flatMap((hash) => {
      const [algorithm, value] = [textAt(hash, 'algorithm'), textAt(hash, 'value')];
      return algorithm === undefined || value === undefined ? [] : [{ algorithm, value }];
    }),
  );
  if (purl !== undefined) product.purl = purl;
  if (otherPurls.length > 0) product.otherPurls = otherPurls;
  if (cpe !== undefined) product.cpe = cpe;
  if (hashes.length > 0) product.hashes = hashes;
  if (others.length > 0) product.uris = others;
}
