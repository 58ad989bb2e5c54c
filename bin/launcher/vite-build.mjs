/** Builds the portal's server and client with Vite into the folder named as the argument. */
import { join } from 'node:path';
import { createBuilder } from 'vite';
import { portalFolder } from './project.mjs';

const [folder = join(portalFolder, 'dist')] = process.argv.slice(2);
const builder = await createBuilder({
  root: portalFolder,
  logLevel: 'warn',
  environments: {
    client: { build: { outDir: join(folder, 'client'), emptyOutDir: true } },
    ssr: { build: { outDir: join(folder, 'server'), emptyOutDir: true } },
  },
});
try {
  await builder.buildApp();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
