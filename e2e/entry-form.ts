import type { Page } from 'playwright-core';

const texts = {
  'title.ja': 'ためしの講座',
  'summary.ja': '会社の情報を守る最初の一歩を、半日で学びます。',
  'description.ja': '演習を通して学びます。',
  'operator.ja': '見本トレーニング株式会社',
  url: 'https://training.example.jp/first',
  'join.ja': '公式ページから申し込みます。',
};

/** The form in which a provider enters an initiative, step by step. */
export class EntryForm {
  readonly page: Page;
  /** Id of the entry. */
  readonly id: string;

  private constructor(page: Page, id: string) {
    this.page = page;
    this.id = id;
  }

  /** From the page on which one chooses what to enter. */
  static async begin(page: Page): Promise<EntryForm> {
    await page.getByRole('button', { name: '入力をはじめる' }).click();
    await page.waitForURL(/\/edit/);
    return new EntryForm(page, /entries\/([^/]+)\//.exec(page.url())?.[1] ?? '');
  }

  /** Saves the step and goes on to the next page. @param address  of that page */
  async next(address: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: '保存して次へ' }).click();
    await this.page.waitForURL(address);
  }

  /** Fills in every text that is needed, and goes on. @param own  texts in the place of the usual ones */
  async fillTexts(own: Partial<typeof texts> = {}): Promise<void> {
    for (const [name, value] of Object.entries({ ...texts, ...own }))
      await this.page.locator(`[name="${name}"]`).fill(value);
    await this.next(/step=choices/);
  }

  /** Makes every choice that is needed, the first of each, and goes on. */
  async fillChoices(): Promise<void> {
    for (const name of ['purposes', 'affiliations', 'regions', 'format'])
      await this.page.locator(`input[name="${name}"]`).first().check();
    for (const name of ['addressSeen', 'category', 'cost', 'status']) {
      const radio = this.page.locator(`input[type="radio"][name="${name}"]`).first();
      if (await radio.count()) await radio.check();
      else await this.page.locator(`select[name="${name}"]`).selectOption({ index: 1 });
    }
    await this.next(/step=more/);
  }

  /** Sends the entry for review. */
  async send(reason = '新しい講座です'): Promise<void> {
    const { origin } = new URL(this.page.url());
    await this.page.goto(`${origin}/desk/entries/${this.id}/check`);
    await this.page.locator('[name="reason"]').fill(reason);
    await this.page.getByRole('button', { name: '審査に送る' }).click();
    await this.page.waitForURL(/done=sent/);
  }
}

/** Takes up a review on its page, and ticks every criterion. */
export async function takeAndTick(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'この審査を担当する' }).click();
  await tick(page);
}

/** As `takeAndTick`, from a reviewer who holds it. */
export async function takeOverAndTick(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'この審査を担当する' }).click();
  await page.getByRole('button', { name: '担当を替わる' }).click();
  await page.getByRole('button', { name: '承認して公開する' }).waitFor();
  await tick(page);
}

export async function tick(page: Page): Promise<void> {
  for (const box of await page.locator('input[name="met"]').all()) await box.check();
}
