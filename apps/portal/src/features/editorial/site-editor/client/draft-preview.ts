/** Reloads the preview frame after each save, keeping its scroll position. */
class DraftPreview extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('entry-saved', this.#onSaved);
  }

  disconnectedCallback(): void {
    document.removeEventListener('entry-saved', this.#onSaved);
  }

  #onSaved = (): void => {
    this.querySelector('iframe')?.contentWindow?.location.reload();
  };
}

customElements.define('draft-preview', DraftPreview);
