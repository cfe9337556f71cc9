// <draft-form key="…"> around a form: keeps what is typed in this tab until the server accepts it, so that an error,
// an expired sign-in or a closed page loses nothing. Passwords, files and hidden fields are never kept.
const signIn = '/sign-in';

class DraftForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    if (!this.form) return;
    this.key = `draft:${this.getAttribute('key') ?? location.pathname}`;
    this.left = new AbortController();
    const { signal } = this.left;
    this.restore();
    this.form.addEventListener('input', () => this.keep(), { signal });
    this.form.addEventListener('change', () => this.keep(), { signal });
    this.form.addEventListener('turbo:submit-end', (event) => this.ended(event.detail), { signal });
    this.querySelector('[data-discard]')?.addEventListener('click', () => this.discard(), { signal });
  }

  disconnectedCallback() {
    this.left?.abort();
  }

  fields() {
    return [...this.form.elements].filter((field) => field.name && !['hidden', 'password', 'file', 'submit', 'button'].includes(field.type));
  }

  keep() {
    const values = this.fields()
      .filter((field) => !['checkbox', 'radio'].includes(field.type) || field.checked)
      .flatMap((field) => (field.multiple ? [...field.selectedOptions].map((o) => [field.name, o.value]) : [[field.name, field.value]]));
    try {
      sessionStorage.setItem(this.key, JSON.stringify(values));
    } catch {
      // A full store only means that there is no draft.
    }
  }

  restore() {
    const kept = JSON.parse(sessionStorage.getItem(this.key) ?? 'null');
    if (!kept) return;
    const before = JSON.stringify(this.values());
    for (const field of this.fields()) {
      const values = kept.filter(([name]) => name === field.name).map(([, value]) => value);
      if (['checkbox', 'radio'].includes(field.type)) field.checked = values.includes(field.value);
      else if (field.multiple) for (const option of field.options) option.selected = values.includes(option.value);
      else if (values.length > 0) field.value = values[0];
    }
    const note = this.querySelector('[data-restored]');
    if (note) note.hidden = JSON.stringify(this.values()) === before;
  }

  values() {
    return this.fields().map((field) => [field.name, field.checked ?? '', field.value]);
  }

  ended({ success, fetchResponse }) {
    if (success && !fetchResponse?.location?.pathname.startsWith(signIn)) sessionStorage.removeItem(this.key);
  }

  discard() {
    sessionStorage.removeItem(this.key);
    this.form.reset();
    this.querySelector('[data-restored]').hidden = true;
  }
}

customElements.define('draft-form', DraftForm);
