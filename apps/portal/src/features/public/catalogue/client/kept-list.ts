import { keepIds, keptAddress, keptIds } from '../kept-storage.ts';

/** On the page of the list: opens what this browser keeps, keeps what the address names, prints and shares. */
class KeptList extends HTMLElement {
  connectedCallback(): void {
    const { ids = '', path = '', save = '', saved = '', print = '', share = '', copied = '' } = this.dataset;
    const named = ids.split(' ').filter(Boolean);
    const own = keptIds();
    if (named.length === 0 && own.length > 0 && !location.search) {
      location.replace(keptAddress(path, own));
      return;
    }
    if (named.length === 0) return;
    if (named.join() !== own.join()) this.#action(save, () => this.#say(keepIds(named) ? saved : ''));
    this.#action(print, () => window.print());
    if ('share' in navigator || 'clipboard' in navigator)
      this.#action(share, () => void this.#share(copied).catch(() => {}));
  }

  async #share(copied: string): Promise<void> {
    if ('share' in navigator) {
      await navigator.share({ title: document.title, url: location.href });
      return;
    }
    await (navigator as Navigator).clipboard.writeText(location.href);
    this.#say(copied);
  }

  #action(label: string, act: () => void): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.dataset.type = 'outline';
    button.dataset.size = 'sm';
    button.textContent = label;
    button.addEventListener('click', act);
    this.querySelector('[data-actions]')?.append(button);
  }

  #say(text: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = text;
  }
}

customElements.define('kept-list', KeptList);
