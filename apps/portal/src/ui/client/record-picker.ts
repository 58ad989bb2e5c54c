/** Milliseconds without a keystroke before searching. */
const pause = 250;
let made = 0;

interface Found {
  id: string;
  title: string;
}

/**
 * Searches records while typing by fetching the editor's own page, and lists them under the field: the
 * combobox pattern of the ARIA authoring practices. Choosing a record submits the form as its button would.
 * Without this script the field and its buttons still work.
 */
class RecordPicker extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #underway: AbortController | undefined;
  #list!: HTMLUListElement;
  #found: Found[] = [];
  #chosen = -1;

  connectedCallback(): void {
    const { field } = this;
    if (!field) return;
    this.#list = document.createElement('ul');
    this.#list.id = `records-${++made}`;
    this.#list.role = 'listbox';
    this.#list.ariaLabel = this.querySelector('label')?.textContent ?? '';
    this.#list.hidden = true;
    field.closest('.form-control')?.append(this.#list);
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    field.setAttribute('aria-controls', this.#list.id);
    field.addEventListener('input', this.#onInput);
    field.addEventListener('keydown', this.#onKeyDown);
    field.addEventListener('blur', () => this.#close());
    this.#list.addEventListener('pointerdown', this.#onPointerDown);
    // After picking a record, return the focus to the field.
    if (location.hash === '#picking') field.focus();
  }

  #onInput = (event: Event): void => {
    // The search text is not part of the document, so there is nothing to save.
    event.stopPropagation();
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#find(), pause);
  };

  async #find(): Promise<void> {
    const { field } = this;
    const form = this.closest('form');
    if (!form || !field) return;
    this.#underway?.abort();
    if (field.value.trim() === '') {
      this.#close();
      return;
    }
    this.#underway = new AbortController();
    const address = new URL(form.action);
    address.searchParams.set('picking', field.value);
    try {
      const answer = await fetch(address, { signal: this.#underway.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      this.#open(foundOn(page));
    } catch {
      // The search button asks again.
    }
  }

  #open(found: Found[]): void {
    const { field } = this;
    // The results rendered with the page are outdated.
    const status = this.querySelector('#found-records');
    status?.replaceChildren(
      found.length > 0
        ? hidden((this.dataset.count ?? '').replace('{n}', String(found.length)))
        : (this.dataset.none ?? ''),
    );
    if (found.length === 0 || document.activeElement !== field) {
      this.#close();
      return;
    }
    this.#found = found;
    this.#list.replaceChildren(
      ...found.map(({ title }, index) => {
        const option = document.createElement('li');
        option.role = 'option';
        option.id = `${this.#list.id}-${index}`;
        option.textContent = title;
        return option;
      }),
    );
    this.#choose(-1);
    this.#list.hidden = false;
    field?.setAttribute('aria-expanded', 'true');
  }

  #close(): void {
    this.#list.hidden = true;
    this.#choose(-1);
    this.field?.setAttribute('aria-expanded', 'false');
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const last = this.#list.children.length - 1;
    const open = !this.#list.hidden;
    if (open && event.key === 'ArrowDown') this.#choose(this.#chosen === last ? -1 : this.#chosen + 1);
    else if (open && event.key === 'ArrowUp') this.#choose(this.#chosen === -1 ? last : this.#chosen - 1);
    else if (open && event.key === 'Escape') this.#close();
    else if (event.key === 'Enter') {
      // Enter searches here; it must not submit the form.
      if (open && this.#chosen >= 0) this.#pick(this.#chosen);
      else void this.#find();
    } else return;
    event.preventDefault();
  };

  #onPointerDown = (event: PointerEvent): void => {
    const index = [...this.#list.children].indexOf(event.target as Element);
    if (index < 0) return;
    event.preventDefault();
    this.#pick(index);
  };

  #choose(index: number): void {
    this.#chosen = index;
    for (const [position, option] of [...this.#list.children].entries())
      option.ariaSelected = String(position === index);
    const chosen = this.#list.children[index];
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) this.field?.setAttribute('aria-activedescendant', chosen.id);
    else this.field?.removeAttribute('aria-activedescendant');
  }

  #pick(index: number): void {
    const { field } = this;
    const form = this.closest('form');
    const record = this.#found[index];
    if (!form || !field || !record) return;
    field.value = '';
    const button = document.createElement('button');
    button.name = 'act';
    button.value = `pick ${this.dataset.path} ${record.id}`;
    button.hidden = true;
    form.append(button);
    form.requestSubmit(button);
  }

  private get field(): HTMLInputElement | null {
    return this.querySelector('input[name="picking"]');
  }
}

/** The records offered by a page, from the buttons that pick them. */
function foundOn(page: Document): Found[] {
  const buttons = page.querySelectorAll<HTMLButtonElement>('#found-records button[name="act"]');
  return Array.from(buttons, (button) => ({
    id: button.value.split(' ').at(-1) ?? '',
    title: button.closest('li')?.querySelector('span')?.textContent ?? '',
  }));
}

function hidden(words: string): HTMLElement {
  const made = document.createElement('span');
  made.className = 'visually-hidden';
  made.textContent = words;
  return made;
}

customElements.define('record-picker', RecordPicker);
