import { type Browser, type BrowserServer, chromium } from 'playwright-core';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the browser that the tests share. */
    browser: string;
  }
}

/**
 * Vitest's global set-up: one headless Chromium for all test files, the one that `npm test` found or Debian's; returns
 * the tear-down.
 */
export default async function startBrowser(project: TestProject): Promise<() => Promise<void>> {
  const server: BrowserServer = await chromium.launchServer({
    executablePath: process.env.KAKEHASHI_CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}

/** The shared browser with no window open. The caller closes it, which closes the windows of the caller. */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'));
}
