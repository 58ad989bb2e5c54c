/** Marks that the page's script has run. */
class GreetingCard extends HTMLElement {
  connectedCallback(): void {
    this.dataset.greeted = 'yes';
  }
}

customElements.define('greeting-card', GreetingCard);
