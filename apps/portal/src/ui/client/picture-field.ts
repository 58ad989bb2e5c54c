/** What the server says of a picture that it took. */
interface Taken {
  file: string;
  href: string;
  width: number;
  height: number;
}

/** Types that are shown before the server has seen the file. */
const shown = /^image\/(jpeg|png|webp)$/;

/**
 * Sends a picture as soon as it is chosen and shows it, so that the form around it has only its name to save.
 * Without this script, or where sending fails, the file goes with the form.
 */
class PictureField extends HTMLElement {
  #sent = 0;

  connectedCallback(): void {
    const { input } = this;
    // Only the name of a picture that was taken is part of what is saved.
    input?.addEventListener('input', (event) => event.stopPropagation());
    input?.addEventListener('change', () => void this.#onChange());
  }

  async #onChange(): Promise<void> {
    const file = this.input?.files?.[0];
    const { upload } = this.dataset;
    if (!file || !upload) return;
    const number = ++this.#sent;
    this.#say(this.dataset.sending);
    if (shown.test(file.type)) this.#show(await asAddress(file));
    const content = new FormData();
    content.set('picture', file);
    try {
      const answer = await fetch(upload, { method: 'POST', body: content });
      if (number !== this.#sent) return;
      const isJson = answer.headers.get('content-type')?.includes('json');
      const said = isJson ? await answer.json() : undefined;
      if (answer.ok && said) this.#take(said as Taken);
      else this.#refuse((said as { messages?: string[] } | undefined)?.messages?.join(' '));
    } catch {
      this.#say(this.dataset.failed);
    }
  }

  #take({ file, href, width, height }: Taken): void {
    const { name, input } = this;
    if (!name || !input) return;
    input.value = '';
    const removal = this.querySelector<HTMLInputElement>('input[type="checkbox"]');
    if (removal) removal.checked = false;
    this.#show(href, width, height);
    this.#say(this.dataset.sent);
    name.value = file;
    name.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** The picture that stands stays; the file would be refused with the form too. */
  #refuse(why = this.dataset.failed): void {
    if (this.input) this.input.value = '';
    this.querySelector('.chosen-picture')?.replaceChildren();
    this.#say(why);
  }

  #show(address: string, width?: number, height?: number): void {
    const place = this.querySelector<HTMLElement>('.chosen-picture');
    if (!place) return;
    const image = document.createElement('img');
    image.src = address;
    image.alt = '';
    if (width && height) {
      image.width = width;
      image.height = height;
    }
    place.replaceChildren(image);
    place.hidden = false;
  }

  #say(words: string | undefined): void {
    const status = this.querySelector('[role="status"]');
    if (status && words) status.textContent = words;
  }

  private get name(): HTMLInputElement | null {
    return this.querySelector('input[type="hidden"]');
  }

  private get input(): HTMLInputElement | null {
    return this.querySelector('input[type="file"]');
  }
}

/** A file as an address of its own; the page's policy admits no other kind of a local one. */
function asAddress(file: File): Promise<string> {
  return new Promise((settle, fail) => {
    const reader = new FileReader();
    reader.onload = () => settle(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}

customElements.define('picture-field', PictureField);
