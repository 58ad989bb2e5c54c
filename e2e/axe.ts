import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeOutcome {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** What axe finds on a page, a line each. The page's context must bypass the Content-Security-Policy. */
export async function violations(page: Page): Promise<string[]> {
  const outcome = await page.evaluate(
    ([source, tags]) => {
      if (!('axe' in window)) new Function(source)();
      const { axe } = window as unknown as {
        axe: { run(node: Document, options: unknown): Promise<AxeOutcome> };
      };
      return axe.run(document, { runOnly: tags });
    },
    [axeSource, rules] as const,
  );
  return outcome.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

/** The same in the light and in the dark theme, of a page as it is now; its motion must be reduced. */
export async function violationsInBothThemes(page: Page): Promise<Record<'light' | 'dark', string[]>> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return { light: await violations(page), dark };
}
