import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.mjs';

/**
 * Names of the Vitest projects in the order in which they run: what fails soonest comes first.
 * @returns {string[]}
 */
export function testProjects() {
  const packages = readdirSync(join(projectRoot, 'packages'));
  return [...packages, 'portal', 'bin', 'portal-database', 'robustness', 'e2e', 'e2e-robustness'];
}

/** Whether a project, or a file by its path, runs the built portal. @param {string} projectOrFile */
export function needsBuild(projectOrFile) {
  return projectOrFile.startsWith('e2e');
}

/** Whether it opens a browser as well. @param {string} projectOrFile */
export function needsBrowser(projectOrFile) {
  return needsBuild(projectOrFile) && !projectOrFile.includes('robustness');
}

/**
 * The tests that words of `npm test` ask for. A word is part of a project's name (`portal`, `robustness`), or else a
 * place: a folder, a file, or the folders on the way to it, of which some may be left out (`features/alerts`).
 * @param {string[]} words
 * @param {{ projects: string[], files: string[] }} all
 * @returns {{ projects: string[], files: string[], unknown: string[] }} `unknown` are words that ask for nothing
 */
export function selectTests(words, all) {
  const projects = new Set();
  const files = new Set();
  const unknown = [];
  for (const word of words) {
    const named = all.projects.filter((name) => name.includes(word));
    for (const name of named) projects.add(name);
    if (named.length > 0) continue;
    const there = filesAt(word, all.files);
    for (const file of there) files.add(file);
    if (there.length === 0) unknown.push(word);
  }
  return { projects: all.projects.filter((name) => projects.has(name)), files: [...files], unknown };
}

function filesAt(place, files) {
  const folders = place.split('/').filter((part) => part !== '' && part !== '.');
  const last = folders.pop();
  if (last === undefined) return [];
  return files.filter((file) => {
    const way = file.split('/');
    let at = 0;
    for (const folder of folders) {
      at = way.indexOf(folder, at) + 1;
      if (at === 0) return false;
    }
    return way.indexOf(last, at) !== -1 || way.at(-1)?.split('.')[0] === last;
  });
}

/** Every test file of the project's own, by its path from the root. */
export function testFiles(folder = '') {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return /^(\.|node_modules$|dist$)/.test(entry.name) ? [] : testFiles(path);
    return /\.test\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}
