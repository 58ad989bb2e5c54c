/** Milliseconds without a keystroke after which records are searched. */
const pause = 250;

/** Searches records while one types, by asking for the editor's own page; its buttons work as without this. */
class RecordPicker extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #underway: AbortController | undefined;

  connectedCallback(): void {
    this.#field?.addEventListener('input', this.#onInput);
  }

  #onInput = (event: Event): void => {
    // What is searched for is no part of the document: nothing is to be saved.
    event.stopPropagation();
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#find(), pause);
  };

  async #find(): Promise<void> {
    const form = this.closest('form');
    if (!form || !this.#field) return;
    this.#underway?.abort();
    this.#underway = new AbortController();
    const address = new URL(form.action);
    address.searchParams.set('picking', this.#field.value);
    try {
      const answer = await fetch(address, { signal: this.#underway.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('found-records');
      if (fresh) this.querySelector('#found-records')?.replaceChildren(...fresh.childNodes);
    } catch {
      // The search button asks again.
    }
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector('input[name="picking"]');
  }
}

customElements.define('record-picker', RecordPicker);
