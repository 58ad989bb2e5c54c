/** Puts a switch for the list on every card of a page, and on those that are loaded later. */
class KeptMarks extends HTMLElement {
  #observer: MutationObserver | undefined;

  connectedCallback(): void {
    this.#mark();
    this.#observer = new MutationObserver(() => this.#mark());
    this.#observer.observe(document.querySelector('main') ?? document.body, {
      childList: true,
      subtree: true,
    });
    void import('./keep-button.ts');
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  #mark(): void {
    for (const card of document.querySelectorAll<HTMLElement>('.card[data-record]:not(:has(keep-button))')) {
      const button = document.createElement('keep-button');
      Object.assign(button.dataset, this.dataset, { record: card.dataset.record });
      card.append(button);
    }
  }
}

customElements.define('kept-marks', KeptMarks);
