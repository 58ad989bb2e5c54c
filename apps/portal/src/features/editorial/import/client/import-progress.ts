/** Polling interval in milliseconds. */
const pause = 1_000;

interface Progress {
  state: string;
  position: number;
  total: number;
  words: string;
}

/** Updates a progress bar, and reloads the page when the work is done. */
class ImportProgress extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#timer = setTimeout(() => this.#look(), pause);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    try {
      const answer = await fetch(this.dataset.from ?? '');
      // Signed out or refused: reload, so that the page shows the reason.
      if (answer.redirected || answer.status === 404) return location.reload();
      if (answer.ok) this.#show(await answer.json());
    } catch {
      // The server may be restarting; poll again.
    }
    this.#timer = setTimeout(() => this.#look(), pause);
  }

  #show({ state, position, total, words }: Progress): void {
    if (state !== this.dataset.state) location.reload();
    const bar = this.querySelector('progress');
    const status = this.querySelector('[role="status"]');
    if (bar && total > 0) {
      bar.max = total;
      bar.value = position;
    }
    if (status) status.textContent = words;
  }
}

customElements.define('import-progress', ImportProgress);
