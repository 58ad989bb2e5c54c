/** Caches the help pages for offline use, and shows when the browser is offline. */
class OfflineHelp extends HTMLElement {
  connectedCallback(): void {
    addEventListener('online', this.#show);
    addEventListener('offline', this.#show);
    this.#show();
    if ('serviceWorker' in navigator) void this.#keep().catch(() => {});
  }

  disconnectedCallback(): void {
    removeEventListener('online', this.#show);
    removeEventListener('offline', this.#show);
  }

  #show = (): void => {
    for (const notice of this.children) (notice as HTMLElement).hidden = navigator.onLine;
  };

  async #keep(): Promise<void> {
    const { scope = '', pages = '' } = this.dataset;
    await navigator.serviceWorker.register('/help-worker.js', { scope });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({
      pages: savesData() ? [location.pathname] : pages.split(' '),
      assets: builtFiles(),
    });
  }
}

/** Paths of the style sheets and scripts of this page. */
function builtFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
}

/** Whether the browser asks to save data. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData ?? false;
}

customElements.define('offline-help', OfflineHelp);
