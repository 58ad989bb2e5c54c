import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Framework, type FrameworkId, frameworkIds, loadFramework } from '@kakehashi/skills';
import { findProjectRoot } from '../../../platform/config/project-root.ts';

/** Imported frameworks: one JSON file a version in `skills` of the data folder. */
export class ImportedFrameworks {
  readonly folder: string;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.folder = resolve(findProjectRoot(), env.KAKEHASHI_DATA_DIR || '.data', 'skills');
  }

  /** @returns whether anything changed: a file that is imported again leaves everything as it is */
  async keep(framework: Framework): Promise<boolean> {
    const path = join(this.folder, fileName(framework));
    const text = `${JSON.stringify(framework)}\n`;
    if ((await textOf(path)) === text) return false;
    await mkdir(this.folder, { recursive: true });
    const part = `${path}.${randomUUID()}.part`;
    try {
      await writeFile(part, text, { mode: 0o644 });
      await rename(part, path);
    } finally {
      await rm(part, { force: true });
    }
    return true;
  }

  /** The newest version that was imported, or else what comes with the package; undefined where there is neither. */
  async find(id: string): Promise<Framework | undefined> {
    const [imported] = await this.#versions(id);
    if (imported !== undefined) return imported;
    return (frameworkIds as readonly string[]).includes(id) ? loadFramework(id as FrameworkId) : undefined;
  }

  /** The version that a newly imported one follows: the newest of another number, imported or of the package. */
  async before({ id, version }: Framework): Promise<Framework | undefined> {
    const imported = await this.#versions(id);
    const shipped = (frameworkIds as readonly string[]).includes(id)
      ? [await loadFramework(id as FrameworkId)]
      : [];
    return [...imported, ...shipped].find((framework) => framework.version !== version);
  }

  /** Ids of all frameworks at hand. */
  async ids(): Promise<string[]> {
    const names = (await this.#files()).map((name) => name.slice(0, name.indexOf('@')));
    return [...new Set([...frameworkIds, ...names])];
  }

  /** Imported versions of a framework, newest first. */
  async #versions(id: string): Promise<Framework[]> {
    const names = (await this.#files()).filter((name) => name.startsWith(`${id}@`));
    names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    return Promise.all(
      names.map(async (name) => JSON.parse(await readFile(join(this.folder, name), 'utf8')) as Framework),
    );
  }

  async #files(): Promise<string[]> {
    try {
      return (await readdir(this.folder)).filter((name) => name.endsWith('.json'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

/** What may be part of a file's name. */
export const frameworkName = /^[a-z][a-z0-9-]{0,31}$/;
export const versionName = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;

function fileName({ id, version }: Framework): string {
  if (!frameworkName.test(id) || !versionName.test(version)) {
    throw new RangeError(`${id} ${version} cannot name a file`);
  }
  return `${id}@${version}.json`;
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
