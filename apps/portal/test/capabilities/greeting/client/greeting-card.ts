/** Says that the script of the page reached it. */
class GreetingCard extends HTMLElement {
  connectedCallback(): void {
    this.dataset.greeted = 'yes';
  }
}

customElements.define('greeting-card', GreetingCard);
