import { exchangeRegions } from '../../../../ui/client/live-regions.ts';

/** Debounce in milliseconds. */
const pause = 300;

/**
 * Updates the answer during input: fetches the page that the form would load, and replaces the regions marked
 * `data-live`. The form's button works without this, and after any failure.
 */
class BenefitCalculator extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #underway: AbortController | undefined;

  connectedCallback(): void {
    this.addEventListener('input', this.#onInput);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#waiting);
    this.#underway?.abort();
  }

  #onInput = ({ target }: Event): void => {
    const { form } = target as HTMLInputElement;
    if (!form || form.closest('[data-live]')) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#follow(form), pause);
  };

  async #follow(form: HTMLFormElement): Promise<void> {
    this.#underway?.abort();
    const underway = new AbortController();
    this.#underway = underway;
    const address = addressOf(form);
    try {
      const answer = await fetch(address, { signal: underway.signal, headers: { accept: 'text/html' } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      exchangeRegions(page);
      // Leave out the step: the shareable URL has the answers only.
      address.searchParams.delete('step');
      history.replaceState(null, '', address);
      this.#announce(page);
    } catch {
      // Offline, or aborted by newer input: the button still works.
    }
  }

  #announce(page: Document): void {
    document.title = page.title;
    const status = this.querySelector('[role="status"]');
    const words = this.querySelector<HTMLElement>('[data-announce]')?.dataset.announce;
    if (status && words) status.textContent = words;
  }
}

/** URL of a GET form; keeps empty fields between others of the same name. */
function addressOf(form: HTMLFormElement): URL {
  const address = new URL(form.action);
  const entered = [...new FormData(form)].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  for (const [index, [name, value]] of entered.entries()) {
    const later = entered.slice(index + 1).some(([other, filled]) => other === name && filled !== '');
    if (value !== '' || later) address.searchParams.append(name, value);
  }
  return address;
}

customElements.define('benefit-calculator', BenefitCalculator);
