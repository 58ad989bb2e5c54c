import type { Page } from 'playwright-core';

/**
 * Fills in an entry's texts and, at the step after, the first of each choice; ends at the step after that.
 * @param texts  values by the fields' names
 */
export async function fillEntry(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(texts)) await page.locator(`[name="${name}"]`).fill(value);
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await page.waitForURL(/step=choices/);
  for (const name of ['purposes', 'ages', 'affiliations', 'regions', 'format'])
    await page.locator(`input[name="${name}"]`).first().check();
  for (const name of ['addressSeen', 'category', 'cost', 'status']) {
    const radio = page.locator(`input[type="radio"][name="${name}"]`).first();
    if (await radio.count()) await radio.check();
    else await page.locator(`select[name="${name}"]`).selectOption({ index: 1 });
  }
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await page.waitForURL(/step=more/);
}
