/** Milliseconds without a keystroke before the count is announced. */
const pause = 1_000;
/** Remaining characters from which the count is announced, and shown for a quiet field. */
const nearTheEnd = 20;

/** Shows how many characters a field still accepts while typing. */
class TextCount extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.field?.addEventListener('input', this.#onInput);
    this.#show();
  }

  disconnectedCallback(): void {
    this.field?.removeEventListener('input', this.#onInput);
    clearTimeout(this.#waiting);
  }

  #onInput = (): void => {
    this.#show();
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#say(), pause);
  };

  #show(): void {
    const [shown] = this.children;
    if (shown) shown.textContent = this.words;
    this.toggleAttribute('data-exceeded', this.left < 0);
    this.toggleAttribute('data-near', this.isNear);
  }

  #say(): void {
    const spoken = this.querySelector('[role="status"]');
    if (spoken) spoken.textContent = this.isNear ? this.words : '';
  }

  /** For a short field: its last half. */
  private get isNear(): boolean {
    return this.left <= Math.min(nearTheEnd, Number(this.dataset.longest) / 2);
  }

  /** Counts like the server: without surrounding white space. */
  private get left(): number {
    return Number(this.dataset.longest) - (this.field?.value.trim().length ?? 0);
  }

  private get words(): string {
    const words = this.left < 0 ? this.dataset.over : this.dataset.left;
    return (words ?? '').replace('{count}', String(Math.abs(this.left)));
  }

  private get field(): HTMLInputElement | HTMLTextAreaElement | null {
    const field = document.getElementById(this.dataset.for ?? '');
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
  }
}

customElements.define('text-count', TextCount);
