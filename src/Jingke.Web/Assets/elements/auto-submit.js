// <auto-submit> around a GET form: a changed select or date applies at once. Without script the button does it.
class AutoSubmit extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', (event) => {
      if (event.target.matches('select, input[type=date], input[type=month], input[type=checkbox], input[type=radio]')) {
        event.target.form?.requestSubmit();
      }
    });
  }
}

customElements.define('auto-submit', AutoSubmit);
