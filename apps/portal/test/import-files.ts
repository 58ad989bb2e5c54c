import { randomUUID } from 'node:crypto';
import { csvLine } from '@kakehashi/spreadsheets';
import { eq } from 'drizzle-orm';
import { importUpload } from '../src/features/editorial/import/schema.ts';
import { readSheet } from '../src/platform/workers/sheet-reading.ts';
import type { BrowserSession } from './browser-session.ts';
import type { TestPortal } from './test-portal.ts';

type Upload = typeof importUpload.$inferSelect;

/** Files of initiatives that somebody uploads, made from the site's own template. */
export class ImportFiles {
  readonly #portal: TestPortal;
  readonly #browser: BrowserSession;
  readonly #owner: string;
  readonly headings: readonly string[];
  readonly #example: readonly string[];

  private constructor(
    portal: TestPortal,
    browser: BrowserSession,
    owner: string,
    [headings, example]: string[][],
  ) {
    this.#portal = portal;
    this.#browser = browser;
    this.#owner = owner;
    this.headings = headings ?? [];
    this.#example = example ?? [];
  }

  static async for(portal: TestPortal, browser: BrowserSession): Promise<ImportFiles> {
    const template = await browser.get('/desk/import/template/initiative.csv');
    const { rows } = await readSheet(Buffer.from(await template.arrayBuffer()));
    const page = await (await browser.get('/desk/import')).text();
    return new ImportFiles(portal, browser, /<option value="([^"]+)"/.exec(page)?.[1] ?? '', rows);
  }

  /** What the template's example holds of what is required, but for the cells whose headings begin so. */
  row(changes: Record<string, string> = {}): string[] {
    const own: Record<string, string> = {
      管理番号: '',
      '名前（日本語）': `講座 ${randomUUID()}`,
      ...changes,
    };
    return this.headings.map((heading, at) => {
      const [, value] = Object.entries(own).find(([start]) => heading.startsWith(start)) ?? [];
      return value ?? (heading.endsWith('*') ? (this.#example[at] ?? '') : '');
    });
  }

  csv(rows: readonly (readonly string[])[]): string {
    return `\ufeff${[this.headings, ...rows].map((row) => csvLine([...row])).join('')}`;
  }

  /** Sends a file, and waits until it was read. */
  async upload(content: string | Uint8Array, name = '取組.csv'): Promise<Upload> {
    const id = randomUUID();
    const form = new FormData();
    for (const [field, value] of Object.entries({ id, kind: 'initiative', owner: this.#owner }))
      form.set(field, value);
    form.set('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], name));
    const answer = await this.#browser.upload('/desk/import', form);
    if (answer.status !== 303) throw new Error(`not taken: ${answer.status}`);
    return this.settled(id);
  }

  /** Takes the rows without errors as drafts. */
  async take(id: string): Promise<Upload> {
    await this.#browser.post(`/desk/import/${id}`, { rows: 'valid', send: 'no', reason: '' });
    return this.settled(id);
  }

  /** Waits until nothing is done with an upload. */
  async settled(id: string): Promise<Upload> {
    const { db } = this.#portal.platform.connection;
    for (;;) {
      const [upload] = await db.select().from(importUpload).where(eq(importUpload.id, id));
      if (upload && !/reading|running/.test(upload.state)) return upload;
      await new Promise(setImmediate);
    }
  }
}
