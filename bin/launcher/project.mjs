import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder the project was cloned into. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const portalFolder = join(projectRoot, 'apps', 'portal');

/** Where Node 24 is installed for machines whose own is older. */
export const runtimeFolder = join(projectRoot, '.runtime');
