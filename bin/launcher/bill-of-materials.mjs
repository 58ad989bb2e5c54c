import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { projectRoot } from './project.mjs';

/**
 * The project's bill of materials (CycloneDX), from the lock file alone: nothing has to be installed. The same lock
 * gives the same bill. `scope` tells what runs: `required`, `optional` (for some platforms), or `excluded`: only for
 * building and testing.
 */
export async function projectBill() {
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'));
  return settled(JSON.parse(await npm(args, projectRoot)), packages, process.env.SOURCE_DATE_EPOCH);
}

/**
 * What npm wrote, without what differs from run to run and from clone to clone, and with its scopes put right: to npm
 * a package that something could use if it were there is no part of building only.
 * @param {object} bill  as npm writes it
 * @param {Record<string, object>} packages  of the lock file
 * @param {string | undefined} epoch  seconds since 1970 that the bill is dated with; without it it has no date
 */
export function settled(bill, packages, epoch) {
  const scopes = scopesOf(packages);
  const parts = new Map(
    Object.values(packages).flatMap(({ name, version }) => (name ? [[`${name}@${version}`, name]] : [])),
  );
  const named = (component) => {
    const name = parts.get(component['bom-ref']);
    return name ? { ...component, name } : component;
  };
  const { timestamp: _, ...metadata } = bill.metadata;
  const components = bill.components
    .map((component) => ({ ...named(component), scope: scopes.get(component['bom-ref']) ?? 'excluded' }))
    .sort(byRef('bom-ref'));
  const dependencies = bill.dependencies
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.toSorted() }))
    .sort(byRef('ref'));
  const content = {
    metadata: {
      ...(epoch && { timestamp: new Date(Number(epoch) * 1_000).toISOString() }),
      ...metadata,
      component: { ...named(metadata.component), type: 'application' },
    },
    components,
    dependencies,
  };
  const { $schema, bomFormat, specVersion, version } = bill;
  return { $schema, bomFormat, specVersion, serialNumber: serialNumber(content), version, ...content };
}

/** What is needed to run, by name and version. */
function scopesOf(packages) {
  const scopes = new Map();
  const visit = (path, scope) => {
    const { version, dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } =
      packages[path];
    const ref = `${nameOf(path, packages)}@${version}`;
    if (scopes.get(ref) === 'required' || scopes.get(ref) === scope) return;
    scopes.set(ref, scope);
    const needed = Object.keys(dependencies ?? {});
    const peers = Object.keys(peerDependencies ?? {}).filter(
      (name) => !peerDependenciesMeta?.[name]?.optional,
    );
    const optional = Object.keys(optionalDependencies ?? {});
    for (const name of [...needed, ...peers]) follow(path, name, scope);
    for (const name of optional) follow(path, name, 'optional');
  };
  const follow = (from, name, scope) => {
    const found = find(from, name, packages);
    if (found !== undefined) visit(found, scope);
  };
  for (const path of Object.keys(packages)) if (isOwn(path)) visit(path, 'required');
  return scopes;
}

const isOwn = (path) => !/(^|\/)node_modules\//.test(path);

const nameOf = (path, packages) => packages[path].name ?? path.split('node_modules/').at(-1);

/** The package that another finds by a name, as Node looks for it; a link's is what it leads to. */
function find(from, name, packages) {
  const folders = from.split('/');
  for (let length = folders.length; length >= 0; length -= 1) {
    const path = join(...folders.slice(0, length), 'node_modules', name);
    if (packages[path]) return packages[path].link ? packages[path].resolved : path;
  }
  return undefined;
}

const byRef = (name) => (a, b) => (a[name] < b[name] ? -1 : 1);

/** A UUID that is the same for the same content (RFC 9562, version 8). */
function serialNumber(content) {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest();
  digest[6] = (digest[6] & 0x0f) | 0x80;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `urn:uuid:${groups.join('-')}`;
}
