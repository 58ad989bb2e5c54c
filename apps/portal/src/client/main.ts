import '../ui/client/search-suggest.ts';
import '../ui/client/wide-disclosures.ts';

/** What defines custom elements, of the shell and of capabilities: each file is named as its element. */
const definitions = import.meta.glob([
  '../ui/client/*.ts',
  '../features/*/*/client/*.ts',
  '!../features/*/*/client/*-worker.ts',
  '!../ui/client/{search-suggest,wide-disclosures}.ts',
]);

// Loaded where there is one: a page without it pays for nothing.
for (const [path, define] of Object.entries(definitions)) {
  const element = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
  if (document.querySelector(element)) void define();
}

declare global {
  interface ImportMeta {
    /** Replaced by Vite with one dynamic import a file. */
    glob(patterns: readonly string[]): Record<string, () => Promise<unknown>>;
  }
}
