import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules about colours: the only ones whose result depends on the theme. */
const colourRules = ['color-contrast', 'link-in-text-block'];

interface AxeOutcome {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** What axe finds on a page, a line each. The page's context must bypass the Content-Security-Policy. */
export function violations(page: Page): Promise<string[]> {
  return find(page, { type: 'tag', values: tags });
}

/** The same in the light and the dark theme, without reloading the page; motion must be reduced. */
export async function violationsInBothThemes(page: Page): Promise<Record<'light' | 'dark', string[]>> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return { light: await find(page, { type: 'rule', values: colourRules }), dark };
}

async function find(page: Page, runOnly: { type: 'tag' | 'rule'; values: string[] }): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const outcome = await page.evaluate(
    (options) => {
      const { axe } = window as unknown as {
        axe: { run(node: Document, options: unknown): Promise<AxeOutcome> };
      };
      // Every rule is run; only of violations all that is found is described.
      return axe.run(document, { ...options, resultTypes: ['violations'], preload: { assets: ['media'] } });
    },
    { runOnly },
  );
  return outcome.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}
