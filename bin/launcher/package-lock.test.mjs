import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './project.mjs';

const read = (path) => JSON.parse(readFileSync(join(projectRoot, path), 'utf8'));
const { packages } = read('package-lock.json');

/** Whether a package of the lock finds another by its name, as Node looks for it. */
function finds(from, name) {
  const folders = from.split('/');
  return folders.concat('').some((_, up) => {
    const folder = folders.slice(0, folders.length - up).join('/');
    return join(folder, 'node_modules', name) in packages;
  });
}

describe('the lock file', () => {
  it('lists every dependency of every package, the optional ones of other platforms too', () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !finds(path, name))
        .map((name) => `${name} of ${path}`),
    );
    expect(missing, 'npm install --package-lock-only --ignore-scripts adds them').toEqual([]);
  });

  it('says of each part of the project what its package.json says', () => {
    const parts = Object.keys(packages).filter((path) => !/(^|\/)node_modules\//.test(path));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      const manifest = join(part, 'package.json');
      expect(existsSync(join(projectRoot, manifest)), manifest).toBe(true);
      const { dependencies, devDependencies, optionalDependencies } = read(manifest);
      expect(packages[part], manifest).toMatchObject(
        JSON.parse(JSON.stringify({ dependencies, devDependencies, optionalDependencies })),
      );
    }
  });

  it('names no registry', () => {
    expect(Object.keys(packages).filter((path) => packages[path].resolved?.includes('://'))).toEqual([]);
  });
});
