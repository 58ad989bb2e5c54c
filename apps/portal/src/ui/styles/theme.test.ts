import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const sources = join(import.meta.dirname, '../..');

it('the dark theme sets custom properties alone, so that only colours have to be looked at in both', () => {
  const themed = globSync('**/*.css', { cwd: sources }).filter((path) =>
    readFileSync(join(sources, path), 'utf8').includes('prefers-color-scheme'),
  );
  expect(themed).toEqual(['ui/styles/theme.css']);
  const [, ...blocks] = readFileSync(join(import.meta.dirname, 'theme.css'), 'utf8').split(
    '@media (prefers-color-scheme: dark) {',
  );
  expect(blocks).toHaveLength(1);
  const [dark = ''] = (blocks[0] ?? '').split('\n}');
  const properties = [...dark.matchAll(/^\s*([\w-]+)\s*:\s/gm)].map(([, name]) => name);
  expect(properties.length).toBeGreaterThan(20);
  expect(properties.filter((name) => !name?.startsWith('--'))).toEqual([]);
});
