import { keepIds, keptAddress, keptIds } from '../kept-storage.ts';

/** Turns the link that adds a record to the list into a switch, with the way to the list beside it. */
class KeepButton extends HTMLElement {
  readonly #button = document.createElement('button');
  readonly #list = document.createElement('a');

  connectedCallback(): void {
    this.#button.type = 'button';
    this.#button.className = 'button';
    this.#button.dataset.type = 'outline';
    this.#button.dataset.size = 'sm';
    this.#button.addEventListener('click', this.#toggle);
    addEventListener('storage', this.#show);
    this.replaceChildren(this.#button, this.#list);
    this.#show();
  }

  disconnectedCallback(): void {
    removeEventListener('storage', this.#show);
  }

  #toggle = (): void => {
    const { record = '', full = '' } = this.dataset;
    const ids = keptIds();
    const next = ids.includes(record) ? ids.filter((id) => id !== record) : [...ids, record];
    if (!keepIds(next)) this.#button.textContent = full;
    else this.#show();
  };

  #show = (): void => {
    const { record = '', keep = '', drop = '', list = '', path = '' } = this.dataset;
    const ids = keptIds();
    const isKept = ids.includes(record);
    this.#button.textContent = isKept ? drop : keep;
    this.#button.setAttribute('aria-pressed', String(isKept));
    this.#list.textContent = list.replace('{n}', String(ids.length));
    this.#list.href = keptAddress(path, ids);
    this.#list.hidden = ids.length === 0;
  };
}

customElements.define('keep-button', KeepButton);
