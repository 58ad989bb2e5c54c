import { formatPurl } from '../purl/format.ts';
import { readPurl } from '../purl/parse.ts';
import { PurlError } from '../purl/purl-error.ts';
import type { JsonObject } from '../sbom/json/json-value.ts';
import type { CsafProduct } from './advisory.ts';

/** Gives every product an identifier and lays them out as vendor, product and version; parts relate to their product. */
export class ProductTree {
  readonly #identifiers = new Map<string, string>();
  readonly #vendors = new Map<string, Map<string, JsonObject[]>>();
  readonly #relationships: JsonObject[] = [];

  /** The identifiers a verdict on this product refers to: its own, or those of its parts within it. */
  identifiersOf(product: CsafProduct): string[] {
    const whole = this.#identify(product);
    if (!product.parts) return [whole];
    return product.parts.map((part) => this.#within(this.#identify(part), part, whole, product));
  }

  written(): JsonObject {
    const branches = [...this.#vendors].flatMap(([vendor, names]) => {
      const products = [...names].map(([name, versions]) => productBranch(name, versions));
      return vendor === '' ? products : [{ category: 'vendor', name: vendor, branches: products }];
    });
    return { branches, ...(this.#relationships.length > 0 && { relationships: this.#relationships }) };
  }

  #identify(product: CsafProduct): string {
    const { name, version } = nameOf(product);
    const { vendor = '', range = '' } = product;
    const key = JSON.stringify([vendor, name, version, range, product.purl, product.cpe]);
    const known = this.#identifiers.get(key);
    if (known) return known;
    const id = this.#nextIdentifier(key);
    const fullName: JsonObject = { product_id: id, name: titleOf(product) };
    const helper = identificationOf(product);
    if (helper) fullName.product_identification_helper = helper;
    this.#branch(vendor, name).push(versionBranch(version, range, fullName));
    return id;
  }

  #within(part: string, partProduct: CsafProduct, whole: string, product: CsafProduct): string {
    const key = JSON.stringify([part, whole]);
    const known = this.#identifiers.get(key);
    if (known) return known;
    const id = this.#nextIdentifier(key);
    this.#relationships.push({
      category: 'default_component_of',
      product_reference: part,
      relates_to_product_reference: whole,
      full_product_name: {
        product_id: id,
        name: `${titleOf(partProduct)} as part of ${titleOf(product)}`,
      },
    });
    return id;
  }

  #nextIdentifier(key: string): string {
    const id = `CSAFPID-${String(this.#identifiers.size + 1).padStart(4, '0')}`;
    this.#identifiers.set(key, id);
    return id;
  }

  #branch(vendor: string, name: string): JsonObject[] {
    let names = this.#vendors.get(vendor);
    if (names === undefined) {
      names = new Map();
      this.#vendors.set(vendor, names);
    }
    let versions = names.get(name);
    if (versions === undefined) {
      versions = [];
      names.set(name, versions);
    }
    return versions;
  }
}

/** A product with a single entry that states no version is a leaf itself: a version must say something. */
function productBranch(name: string, versions: JsonObject[]): JsonObject {
  const [first] = versions;
  if (versions.length === 1 && first?.category === undefined) {
    return { category: 'product_name', name, product: first as JsonObject };
  }
  const branches = versions.map((entry) =>
    entry.category === undefined
      ? { category: 'product_version', name: 'unspecified', product: entry }
      : entry,
  );
  return { category: 'product_name', name, branches };
}

function versionBranch(version: string, range: string, product: JsonObject): JsonObject {
  if (range !== '') return { category: 'product_version_range', name: range, product };
  return version === '' ? product : { category: 'product_version', name: version, product };
}

function titleOf(product: CsafProduct): string {
  const { name, version } = nameOf(product);
  return [name, version || product.range].filter(Boolean).join(' ');
}

function nameOf({ name, version, purl, cpe }: CsafProduct): { name: string; version: string } {
  try {
    if (purl === undefined) return { name: name ?? cpe ?? '', version: version ?? '' };
    const parsed = readPurl(purl);
    const full = parsed.namespace ? `${parsed.namespace}/${parsed.name}` : parsed.name;
    return { name: name ?? full, version: version ?? parsed.version ?? '' };
  } catch (error) {
    if (error instanceof PurlError) return { name: name ?? purl ?? '', version: version ?? '' };
    throw error;
  }
}

function identificationOf({ purl, cpe }: CsafProduct): JsonObject | undefined {
  const canonical = purl && canonicalPurl(purl);
  if (!canonical && !cpe) return undefined;
  return { ...(canonical && { purl: canonical }), ...(cpe && { cpe }) };
}

/** In the canonical form, or as written where its type asks for more than it says (`pkg:golang/stdlib`). */
function canonicalPurl(purl: string): string | undefined {
  try {
    return formatPurl(readPurl(purl));
  } catch (error) {
    if (!(error instanceof PurlError)) throw error;
    return /^pkg:[A-Za-z.+-][A-Za-z0-9.+-]*\/.+/.test(purl) ? purl : undefined;
  }
}
