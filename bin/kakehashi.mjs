#!/usr/bin/env node
/**
 * The `kakehashi` command in a clone: installs and builds what is missing, reporting on stderr, then runs it.
 */
import { realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { runCommand } from './launcher/launch-error.mjs';
import { ensureNode } from './launcher/node-runtime.mjs';
import { builtProgram, ensureBuild } from './launcher/portal-build.mjs';

await runCommand(async () => {
  await ensureNode(realpathSync(fileURLToPath(import.meta.url)), process.stderr);
  await ensureDependencies(process.stderr);
  await ensureBuild(process.stderr);
  const command = builtProgram('cli');
  process.argv[1] = command;
  await import(pathToFileURL(command).href);
});
