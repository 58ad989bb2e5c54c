import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Opens pages for people signed in by the demonstration accounts, each in a browser of their own. */
export class Visitors {
  readonly #browser: Browser;
  readonly #origin: string;
  readonly #contexts = new Map<string, BrowserContext>();

  constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
  }

  /** @param name  account, such as `provider` for provider@example.jp */
  async pageOf(name: string, path: string): Promise<Page> {
    const context = this.#contexts.get(name) ?? (await this.#signIn(name));
    const page = await context.newPage();
    await page.goto(this.#origin + path);
    return page;
  }

  async #signIn(name: string): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
    this.#contexts.set(name, context);
    const page = await context.newPage();
    await page.goto(`${this.#origin}/sign-in`);
    await page.locator('input[name="email"]').fill(`${name}@example.jp`);
    await page.locator('input[name="password"]').fill('kakehashi-demo');
    await page.locator('main form button[type="submit"]').first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
    await page.close();
    return context;
  }
}
