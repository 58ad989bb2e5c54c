import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { sitePaths } from './shell/site-paths.ts';

const source = join(import.meta.dirname, '..');
const capabilities = readdirSync(join(source, 'features')).flatMap((wing) =>
  readdirSync(join(source, 'features', wing)),
);

/** What is in `ui` as yet although a capability could keep it. */
const pending: readonly string[] = ['styles/account.css', 'shell/account-bar.tsx'];

/** Whether a file is named after a capability, in the singular as well: `alert.css`, `webhooks-list.tsx`. */
function isNamedAfterCapability(file: string): boolean {
  const name = basename(file).replace(/\..*$/, '');
  return capabilities
    .flatMap((capability) => [capability, capability.replace(/s$/, '')])
    .some((capability) => name === capability || name.startsWith(`${capability}-`));
}

it('nothing in ui is named after a capability', () => {
  expect(capabilities.length).toBeGreaterThan(12);
  const files = globSync('**/*.{ts,tsx,css}', { cwd: import.meta.dirname });
  expect(files.length).toBeGreaterThan(80);
  expect(files.filter(isNamedAfterCapability).sort()).toEqual([...pending].sort());
});

it.each(['styles/alerts.css', 'shell/webhook-list.tsx', 'mail-log.ts'])('such as %s', (file) => {
  expect(isNamedAfterCapability(file)).toBe(true);
});

it('ui knows the addresses that it leads to itself, and no others', () => {
  const text = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname })
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('');
  const others = Object.keys(sitePaths).filter((name) => !text.includes(`sitePaths.${name}`));
  // Calls are offered on pages of three capabilities.
  expect(others).toEqual(['calls']);
});
