// <auto-submit> around a GET form: a changed select or date applies at once. Without script the button does it. Fields left
// empty stay out of the address.
class AutoSubmit extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', (event) => {
      if (event.target.matches('select, input[type=date], input[type=month], input[type=checkbox], input[type=radio]')) {
        event.target.form?.requestSubmit();
      }
    });
    this.addEventListener('formdata', ({ formData }) => {
      for (const name of new Set(formData.keys())) {
        const values = formData.getAll(name).filter((value) => value !== '');
        formData.delete(name);
        values.forEach((value) => formData.append(name, value));
      }
    });
  }
}

customElements.define('auto-submit', AutoSubmit);
