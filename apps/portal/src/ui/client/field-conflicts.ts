/** An input whose value in the form conflicts with a newer one, as sent by the server. */
export interface EditConflict {
  input: string;
  label: string;
  /** The newer value for display, and as its inputs hold it. */
  theirs: string;
  values: string[];
  /** Fingerprints of the newer value and of the value seen before. */
  print: string;
  before: string;
  newer: 'own' | 'others' | 'either';
}

interface Words {
  heading: Record<EditConflict['newer'], string>;
  restSaved: string;
  perField: string;
  theirs: string;
  take: string;
  keep: string;
  empty: string;
}

/** Inputs waiting for a choice between two values, shown above the form and beside each field. */
export class FieldConflicts {
  readonly #form: HTMLFormElement;
  readonly #words: Words;
  readonly #onChosen: () => void;
  #open = new Map<string, EditConflict>();

  /** @param onChosen  called after a choice, to save it */
  constructor(form: HTMLFormElement, words: Words, onChosen: () => void) {
    this.#form = form;
    this.#words = words;
    this.#onChosen = onChosen;
  }

  get any(): boolean {
    return this.#open.size > 0;
  }

  /** Takes over the conflicts that a page loaded by a button shows above its form. */
  takeUp(): void {
    const section = this.#form.querySelector('.conflicts');
    const conflicts = Array.from(section?.querySelectorAll<HTMLElement>('[data-conflict]') ?? []).map(
      ({ dataset }) => JSON.parse(dataset.conflict ?? '') as EditConflict,
    );
    if (conflicts.length === 0) return;
    section?.remove();
    // Until a value is chosen, neither counts as seen.
    for (const { input, before } of conflicts) this.#see(input, before);
    this.show(conflicts);
  }

  show(conflicts: readonly EditConflict[]): void {
    const same =
      conflicts.length === this.#open.size &&
      conflicts.every(({ input, print }) => this.#open.get(input)?.print === print);
    // Keep what is already shown, and with it the focus.
    if (same) return;
    this.#open = new Map(conflicts.map((conflict) => [conflict.input, conflict]));
    for (const shown of this.#form.querySelectorAll('.conflicts, .field-conflict')) shown.remove();
    if (conflicts.length === 0) return;
    for (const conflict of conflicts) this.#showBeside(conflict);
    this.#form.prepend(this.#summary(conflicts));
  }

  #summary(conflicts: readonly EditConflict[]): HTMLElement {
    const { heading, restSaved, perField } = this.#words;
    const links = conflicts.map(({ input, label }) => {
      const link = element('a', label);
      link.href = `#${this.#placeOf(input)?.id ?? ''}`;
      return element('li', link);
    });
    const section = element(
      'section',
      element('h2', heading[conflicts[0]?.newer ?? 'either']),
      element('p', `${restSaved}${perField}`),
      element('ul', ...links),
    );
    section.className = 'conflicts';
    section.setAttribute('role', 'alert');
    return section;
  }

  #showBeside(conflict: EditConflict): void {
    const { theirs, take, keep, empty, heading } = this.#words;
    const value = element('p', conflict.theirs || empty);
    value.className = 'typed-text';
    const box = element(
      'div',
      element('p', element('strong', heading[conflict.newer])),
      element('p', theirs),
      value,
      this.#button(take, conflict, () => this.#fill(conflict)),
      this.#button(keep, conflict, () => {}),
    );
    box.className = 'field-conflict';
    this.#placeOf(conflict.input)?.closest('.form-control')?.append(box);
  }

  #button(words: string, conflict: EditConflict, choose: () => void): HTMLButtonElement {
    const button = element('button', words, hidden(`: ${conflict.label}`));
    button.type = 'button';
    button.className = 'button';
    button.dataset.type = 'outline';
    button.dataset.size = 'sm';
    button.addEventListener('click', () => {
      choose();
      this.#see(conflict.input, conflict.print);
      this.show([...this.#open.values()].filter(({ input }) => input !== conflict.input));
      this.#placeOf(conflict.input)?.focus();
      this.#onChosen();
    });
    return button;
  }

  /** Fills the newer value into its field. */
  #fill({ input, values }: EditConflict): void {
    for (const [index, field] of this.#fieldsOf(input).entries()) {
      if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
        field.checked = values.includes(field.value);
      else field.value = values[index] ?? '';
    }
  }

  /** Stores the seen fingerprint of an input in the form; empty: none. */
  #see(input: string, print: string): void {
    const field = this.#form.elements.namedItem('seen');
    if (!(field instanceof HTMLInputElement)) return;
    const others = field.value.split(' ').filter((pair) => pair !== '' && !pair.startsWith(`${input}:`));
    field.value = [...others, ...(print ? [`${input}:${print}`] : [])].join(' ');
  }

  #fieldsOf(input: string) {
    return Array.from(this.#form.elements).filter(
      (field): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
        'name' in field && field.name === input && 'value' in field,
    );
  }

  /** Element to focus for an input: the group of check boxes, or the single field. */
  #placeOf(input: string): HTMLElement | undefined {
    const [first] = this.#fieldsOf(input);
    return document.getElementById(input) ?? first;
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

function hidden(words: string): HTMLElement {
  const made = element('span', words);
  made.className = 'visually-hidden';
  return made;
}
