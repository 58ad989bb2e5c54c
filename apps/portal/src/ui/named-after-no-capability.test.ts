import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { sitePaths } from './shell/site-paths.ts';

const source = join(import.meta.dirname, '..');
const capabilities = readdirSync(join(source, 'features')).flatMap((wing) =>
  readdirSync(join(source, 'features', wing)),
);

/** Whether a file is named after a capability, in the singular and the plural: `alert.css`, `webhooks-list.tsx`. */
function isNamedAfterCapability(file: string): boolean {
  const name = basename(file).replace(/\..*$/, '');
  return capabilities
    .flatMap((capability) => [capability, capability.replace(/s$/, ''), `${capability}s`])
    .some((capability) => name === capability || name.startsWith(`${capability}-`));
}

it('nothing in ui is named after a capability', () => {
  expect(capabilities.length).toBeGreaterThan(12);
  const files = globSync('**/*.{ts,tsx,css}', { cwd: import.meta.dirname });
  expect(files.length).toBeGreaterThan(80);
  expect(files.filter(isNamedAfterCapability)).toEqual([]);
});

it.each(['styles/alerts.css', 'styles/operations.css', 'shell/webhook-list.tsx', 'mail-log.ts'])(
  'such as %s',
  (file) => {
    expect(isNamedAfterCapability(file)).toBe(true);
  },
);

it('ui knows the addresses that it leads to itself, and no others', () => {
  const text = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname })
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('');
  expect(Object.keys(sitePaths).filter((name) => !text.includes(`sitePaths.${name}`))).toEqual([]);
});

/** Classes that any page may put on a part of it. */
const ofAnyPage = ['ground-pale', 'steps'];
/** What capabilities draw above the results of a collection, on a page of `ui` that links no other sheet. */
const aboveResults = ['editors-picks', 'first-steps', 'found-contact', 'found-reason'];

it('the sheets of ui style what ui draws, or what several capabilities do', () => {
  const drawn = new Map<string, Set<string>>();
  for (const file of globSync('**/*.{ts,tsx}', { cwd: source }).filter((each) => !each.includes('.test.'))) {
    const owner = /^features\/([^/]+\/[^/]+)\//.exec(file)?.[1] ?? 'ui';
    const text = readFileSync(join(source, file), 'utf8');
    for (const [, quoted = ''] of text.matchAll(/class(?:Name)?(?:=|: |\s*=\s*)\{?["'`]([^"'`]+)["'`]/g))
      for (const name of quoted.split(/\s+/)) drawn.set(name, (drawn.get(name) ?? new Set()).add(owner));
  }
  const styled = globSync('styles/*.css', { cwd: import.meta.dirname }).flatMap((file) => {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8').replace(
      /\/\*[\s\S]*?\*\/|"[^"]*"/g,
      '',
    );
    return [...text.matchAll(/\.([a-z][a-z0-9-]*)/g)].map(([, name = '']) => name);
  });
  expect(styled.length).toBeGreaterThan(300);
  const alone = [...new Set(styled)].filter((name) => {
    const owners = drawn.get(name) ?? new Set();
    return owners.size === 1 && !owners.has('ui');
  });
  expect(alone.sort()).toEqual([...ofAnyPage, ...aboveResults].sort());
});
