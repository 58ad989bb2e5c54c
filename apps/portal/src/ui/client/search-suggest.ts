const waitMilliseconds = 120;

/** What is proposed: words to search for, or a page to go to. */
interface Proposal {
  text: string;
  href?: string;
}

interface Suggested {
  suggestions: string[];
  pages?: { title: string; url: string }[];
}

let made = 0;

/**
 * Suggests searches under the search field: the combobox pattern of the ARIA authoring practices with a list
 * as the popup. Without this script it is a plain field.
 */
class SearchSuggest extends HTMLElement {
  #field!: HTMLInputElement;
  #list!: HTMLUListElement;
  #status!: HTMLElement;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #underway: AbortController | undefined;
  #chosen = -1;
  #proposals: readonly Proposal[] = [];

  connectedCallback(): void {
    const field = this.querySelector('input');
    if (!field) throw new Error('<search-suggest> needs an <input>');
    this.#field = field;
    this.#build();
    field.addEventListener('input', this.#onInput);
    field.addEventListener('keydown', this.#onKeyDown);
    field.addEventListener('blur', () => this.#close());
    this.#list.addEventListener('pointerdown', this.#onPointerDown);
  }

  #build(): void {
    this.#list = document.createElement('ul');
    this.#list.id = `suggestions-${++made}`;
    this.#list.role = 'listbox';
    this.#list.ariaLabel = this.dataset.label ?? '';
    this.#list.hidden = true;
    this.#status = document.createElement('p');
    this.#status.className = 'visually-hidden';
    this.#status.role = 'status';
    this.append(this.#list, this.#status);
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' };
    for (const [name, value] of Object.entries(attributes)) this.#field.setAttribute(name, value);
    this.#field.setAttribute('aria-controls', this.#list.id);
  }

  #onInput = (): void => {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#propose(), waitMilliseconds);
  };

  async #propose(): Promise<void> {
    this.#underway?.abort();
    const q = this.#field.value.trim();
    if (q === '') return this.#close();
    this.#underway = new AbortController();
    try {
      const language = document.documentElement.lang === 'en' ? 'en' : 'ja';
      const address = `/api/v1/suggest?lang=${language}&q=${encodeURIComponent(q)}`;
      const answer = await fetch(address, { signal: this.#underway.signal });
      if (!answer.ok) return this.#close();
      const { suggestions, pages = [] } = (await answer.json()) as Suggested;
      this.#open([
        ...pages.map(({ title, url }) => ({ text: title, href: pathOf(url) })),
        ...suggestions.filter((text) => text !== q).map((text) => ({ text })),
      ]);
    } catch {
      this.#close();
    }
  }

  #open(proposals: Proposal[]): void {
    this.#proposals = proposals;
    if (proposals.length === 0 || document.activeElement !== this.#field) {
      this.#close();
      return;
    }
    this.#list.replaceChildren(
      ...proposals.map(({ text, href }, index) => {
        const option = document.createElement('li');
        option.role = 'option';
        option.id = `${this.#list.id}-${index}`;
        option.textContent = text;
        if (href !== undefined) option.dataset.page = '';
        return option;
      }),
    );
    this.#choose(-1);
    this.#list.hidden = false;
    this.#field.setAttribute('aria-expanded', 'true');
    this.#status.textContent = (this.dataset.count ?? '').replace('{n}', String(proposals.length));
  }

  #close(): void {
    clearTimeout(this.#waiting);
    this.#underway?.abort();
    this.#list.hidden = true;
    this.#choose(-1);
    this.#field.setAttribute('aria-expanded', 'false');
    this.#status.textContent = '';
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || this.#list.hidden) return;
    const last = this.#list.children.length - 1;
    if (event.key === 'ArrowDown') this.#choose(this.#chosen === last ? -1 : this.#chosen + 1);
    else if (event.key === 'ArrowUp') this.#choose(this.#chosen === -1 ? last : this.#chosen - 1);
    else if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && this.#chosen >= 0) this.#search(this.#chosen);
    else return;
    event.preventDefault();
  };

  #onPointerDown = (event: PointerEvent): void => {
    const index = [...this.#list.children].indexOf(event.target as Element);
    if (index < 0) return;
    event.preventDefault();
    this.#search(index);
  };

  #choose(index: number): void {
    this.#chosen = index;
    for (const [position, option] of [...this.#list.children].entries())
      option.ariaSelected = String(position === index);
    const chosen = this.#list.children[index];
    if (chosen) this.#field.setAttribute('aria-activedescendant', chosen.id);
    else this.#field.removeAttribute('aria-activedescendant');
  }

  #search(index: number): void {
    const { text = '', href } = this.#proposals[index] ?? {};
    this.#close();
    if (href !== undefined) {
      location.assign(href);
      return;
    }
    this.#field.value = text;
    this.#field.form?.requestSubmit();
  }
}

/** Path of an address of this site, wherever the site is reached. */
function pathOf(url: string): string {
  const { pathname, search, hash } = new URL(url, location.href);
  return pathname + search + hash;
}

customElements.define('search-suggest', SearchSuggest);
