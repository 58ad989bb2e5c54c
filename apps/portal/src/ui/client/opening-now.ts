/** Longest a timer may wait, in milliseconds. */
const longestWait = 2 ** 31 - 1;

/** Says whether somebody answers now, and falls silent when that is no longer so. */
class OpeningNow extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    // A page comes back from the browser's memory as it was left.
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
