/** Shows a draft anew in its frame whenever what is typed was saved; where it is scrolled to stays. */
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
