import { type EditConflict, FieldConflicts } from './field-conflicts.ts';

/** Milliseconds without a keystroke before saving. */
const pause = 1_000;
/** Milliseconds before retrying a failed save. */
const again = 5_000;

/** Response to a save. */
interface Answer {
  saved: boolean;
  seen: string;
  conflicts: EditConflict[];
}

/**
 * Saves a form while typing and when the page is left. Its buttons work as they do without this script. A
 * conflicting input waits for a choice beside its field, while all others continue to be saved. Leaving with
 * unsaved changes asks for confirmation.
 */
class EntryAutosave extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #unsaved = false;
  #stopped = false;
  #sending = false;
  /** A button is submitting the form, which saves it. */
  #leaving = false;
  #conflicts: FieldConflicts | undefined;
  /** Sent without a response: whether it was saved is unknown. */
  #unanswered: URLSearchParams | undefined;
  #saving: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    this.addEventListener('input', this.#onInput);
    this.addEventListener('submit', this.#onSubmit);
    addEventListener('pagehide', this.#onLeave);
    addEventListener('beforeunload', this.#onUnload);
    addEventListener('online', this.#onOnline);
    const { form } = this;
    if (!form) return;
    this.#conflicts = new FieldConflicts(form, JSON.parse(this.dataset.words ?? '{}'), this.#onInput);
    this.#conflicts.takeUp();
    // On a slow connection, users may type before this script is loaded.
    if (isChanged(form)) this.#onInput();
  }

  disconnectedCallback(): void {
    removeEventListener('pagehide', this.#onLeave);
    removeEventListener('beforeunload', this.#onUnload);
    removeEventListener('online', this.#onOnline);
    clearTimeout(this.#waiting);
  }

  #onInput = (): void => {
    this.#unsaved = true;
    this.#leaving = false;
    this.#saveIn(pause);
  };

  #onOnline = (): void => {
    if (this.#unsaved) this.#saveIn(0);
  };

  #onSubmit = (): void => {
    clearTimeout(this.#waiting);
    this.#unsaved = false;
    this.#leaving = true;
  };

  #onUnload = (event: BeforeUnloadEvent): void => {
    const unsaved = this.#unsaved || this.#sending || this.#conflicts?.any;
    if (unsaved && !this.#leaving) event.preventDefault();
  };

  #onLeave = (): void => {
    const { form } = this;
    if (form && this.#unsaved && !this.#stopped) navigator.sendBeacon(form.action, this.#content(form));
  };

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#waiting);
    if (!this.#stopped) this.#waiting = setTimeout(() => this.#saveAfterOthers(), milliseconds);
  }

  /** One save at a time: each starts from the fingerprints that the previous one returned. */
  #saveAfterOthers(): void {
    this.#saving = this.#saving.then(() => this.#save());
  }

  async #save(): Promise<void> {
    const { form } = this;
    if (!form || this.#stopped) return;
    this.#say(this.dataset.saving);
    this.#unsaved = false;
    this.#sending = true;
    try {
      // Resend the unanswered save unchanged: if it was saved, the same text is accepted, while newer text
      // would appear as a conflict.
      if (this.#unanswered) await this.#send(form, this.#unanswered);
      if (!this.#unanswered && !this.#stopped) await this.#send(form, this.#content(form));
    } catch {
      this.#unsaved = true;
      this.#say(this.dataset.notSaved);
      this.#saveIn(again);
    } finally {
      this.#sending = false;
    }
  }

  async #send(form: HTMLFormElement, content: URLSearchParams): Promise<void> {
    this.#unanswered = content;
    const answer = await fetch(form.action, { method: 'POST', body: content });
    if (answer.status >= 500) throw new Error(`${form.action} answered ${answer.status}`);
    this.#unanswered = undefined;
    if (answer.redirected || answer.status === 401 || answer.status === 403)
      this.#keep(this.dataset.signedOut);
    else if (answer.ok || answer.status === 409) this.#taken(form, (await answer.json()) as Answer);
    else this.#keep(this.dataset.refused);
  }

  /** Shows why nothing was saved; the inputs remain unsaved. */
  #keep(why: string | undefined): void {
    this.#unsaved = true;
    this.#say(why);
  }

  #taken(form: HTMLFormElement, { saved, seen, conflicts }: Answer): void {
    if (!saved) {
      this.#stopped = true;
      this.#keep(this.dataset.closed);
      return;
    }
    const field = form.elements.namedItem('seen');
    if (field instanceof HTMLInputElement) field.value = seen;
    this.#conflicts?.show(conflicts);
    this.dispatchEvent(new Event('entry-saved', { bubbles: true }));
    this.#say(conflicts.length > 0 ? this.dataset.conflict : this.dataset.saved);
  }

  #content(form: HTMLFormElement): URLSearchParams {
    const content = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && name !== 'take') content.append(name, value);
    content.set('after', 'stay');
    return content;
  }

  #say(words: string | undefined): void {
    const status = this.querySelector('.autosave-status');
    if (status && words) status.textContent = words;
  }

  private get form(): HTMLFormElement | null {
    return this.querySelector('form');
  }
}

/** Whether a form differs from what the page was loaded with. */
function isChanged(form: HTMLFormElement): boolean {
  return Array.from(form.elements).some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (field instanceof HTMLSelectElement)
      return Array.from(field.options).some((option) => option.selected !== option.defaultSelected);
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false;
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  });
}

customElements.define('entry-autosave', EntryAutosave);
