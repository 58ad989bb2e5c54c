import { exchangeRegions } from '../../../../ui/client/live-regions.ts';

/**
 * Updates the results page in place: fetches the page that a form or link would load,
 * and replaces the regions marked `data-live`. On failure, the browser navigates to that page.
 */
class LiveResults extends HTMLElement {
  #underway: AbortController | undefined;

  connectedCallback(): void {
    this.addEventListener('change', this.#onChange);
    this.addEventListener('submit', this.#onSubmit);
    this.addEventListener('click', this.#onClick);
    window.addEventListener('popstate', this.#onPopState);
  }

  disconnectedCallback(): void {
    window.removeEventListener('popstate', this.#onPopState);
  }

  #onChange = ({ target }: Event): void => {
    const control = target as Element;
    if (control.matches('select[form], input[type="checkbox"][form]'))
      void this.#show(addressOf(this.#form), { push: true });
  };

  #onSubmit = (event: SubmitEvent): void => {
    if (event.target !== this.#form) return;
    event.preventDefault();
    void this.#show(addressOf(this.#form), { push: true });
  };

  #onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('[data-live-link] a');
    if (!link) return;
    event.preventDefault();
    void this.#show(new URL(link.href), { push: true, focusHeading: true });
  };

  #onPopState = (): void => {
    void this.#show(new URL(location.href), { push: false });
  };

  get #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (!form) throw new Error('<live-results> needs a search form');
    return form;
  }

  async #show(address: URL, options: { push: boolean; focusHeading?: boolean }): Promise<void> {
    this.#underway?.abort();
    const underway = new AbortController();
    this.#underway = underway;
    this.toggleAttribute('data-busy', true);
    try {
      const answer = await fetch(address, { signal: underway.signal, headers: { accept: 'text/html' } });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (options.push) history.pushState(null, '', address);
      exchangeRegions(page);
      this.#form.querySelector('input')!.value = address.searchParams.get('q') ?? '';
      document.title = page.title;
      this.#announce();
      if (options.focusHeading) document.getElementById('results-heading')?.focus();
    } catch {
      if (!underway.signal.aborted) location.assign(address);
    } finally {
      if (this.#underway === underway) this.toggleAttribute('data-busy', false);
    }
  }

  #announce(): void {
    const status = this.querySelector(':scope > [role="status"]');
    const words = this.querySelector<HTMLElement>('[data-announce]')?.dataset.announce;
    if (status && words) status.textContent = words;
  }
}

/** URL of a GET form, without empty fields. */
function addressOf(form: HTMLFormElement): URL {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') address.searchParams.append(name, value);
  return address;
}

customElements.define('live-results', LiveResults);
