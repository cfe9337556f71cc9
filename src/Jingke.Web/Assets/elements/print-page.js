// <print-page> around a button that prints the page; without script the button stays hidden and the browser's own menu prints.
class PrintPage extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

customElements.define('print-page', PrintPage);
