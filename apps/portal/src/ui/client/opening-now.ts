/** Longest a timer may wait, in milliseconds. */
const longestWait = 2 ** 31 - 1;

/** Shows whether a desk is open now, and hides the sentence when it is no longer valid. */
class OpeningNow extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    // A page from the back/forward cache is in its former state.
    addEventListener('pageshow', this.#check);
    document.addEventListener('visibilitychange', this.#check);
    this.#check();
  }

  disconnectedCallback(): void {
    removeEventListener('pageshow', this.#check);
    document.removeEventListener('visibilitychange', this.#check);
    clearTimeout(this.#waiting);
  }

  #check = (): void => {
    clearTimeout(this.#waiting);
    const left = Date.parse(this.dataset.until ?? '') - Date.now();
    this.hidden = !(left > 0);
    if (left > 0) this.#waiting = setTimeout(this.#check, Math.min(left, longestWait));
  };
}

customElements.define('opening-now', OpeningNow);
