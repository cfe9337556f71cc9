// <draft-form key="…"> around a form: keeps what is typed in this tab until the server accepts it, so that an error,
// an expired sign-in or a closed page loses nothing. Passwords, files and hidden fields are never kept.
const signIn = '/sign-in';

class DraftForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    if (!this.form) return;
    this.left = new AbortController();
    const { signal } = this.left;
    this.form.addEventListener('click', (event) => this.take(event), { signal });
    if (!this.hasAttribute('key')) return;
    this.key = `draft:${this.getAttribute('key')}`;
    this.restore();
    this.form.addEventListener('input', () => this.keep(), { signal });
    this.form.addEventListener('turbo:submit-end', (event) => this.ended(event.detail), { signal });
    this.querySelector('[data-discard]')?.addEventListener('click', () => this.discard(), { signal });
  }

  disconnectedCallback() {
    this.left?.abort();
  }

  fields() {
    return [...this.form.elements].filter((field) => field.name && !['hidden', 'password', 'file', 'submit', 'button'].includes(field.type));
  }

  read() {
    return JSON.parse(sessionStorage.getItem(this.key) ?? '{}');
  }

  // Only fields that differ from what the server sent are kept: a draft must not undo what others saved meanwhile.
  keep() {
    const kept = this.read();
    for (const field of this.fields()) if (changed(field) || field.name in kept || field.closest('[data-touched]')) kept[field.name] = this.values(field.name);
    try {
      sessionStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // A full store only means that there is no draft.
    }
  }

  values(name) {
    return this.fields()
      .filter((field) => field.name === name && (!isBox(field) || field.checked))
      .flatMap((field) => (field.multiple ? [...field.selectedOptions].map((option) => option.value) : [field.value]));
  }

  restore() {
    const kept = this.read();
    let restored = false;
    for (const part of this.querySelectorAll('[data-grows]')) {
      customElements.upgrade(part);
      part.grow?.(kept);
    }
    const seen = {};
    for (const field of this.fields()) {
      const values = kept[field.name];
      if (!values) continue;
      const nth = (seen[field.name] = (seen[field.name] ?? -1) + 1);
      if (isBox(field)) field.checked = values.includes(field.value);
      else if (field.options) for (const option of field.options) option.selected = values.includes(option.value);
      else if (nth < values.length) field.value = values[nth];
      restored ||= changed(field);
    }
    const note = this.querySelector('[data-restored]');
    if (note) note.hidden = !restored;
  }

  ended({ success, fetchResponse }) {
    if (success && !fetchResponse?.location?.pathname.startsWith(signIn)) sessionStorage.removeItem(this.key);
  }

  discard() {
    sessionStorage.removeItem(this.key);
    this.form.reset();
    this.querySelector('[data-restored]').hidden = true;
  }

  // In a conflict, a button beside the field takes the value that someone else saved.
  take(event) {
    const button = event.target.closest('[data-take]');
    const field = button?.closest('.field').querySelector('input, select, textarea');
    if (!field) return;
    if (isBox(field)) field.checked = button.dataset.take === field.value;
    else field.value = button.dataset.take;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

const isBox = (field) => field.type === 'checkbox' || field.type === 'radio';

function changed(field) {
  if (isBox(field)) return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return field.value !== field.defaultValue;
}

customElements.define('draft-form', DraftForm);
