// <choice-rows> around a list of rows of fields: buttons that add, remove and move rows. Without script its last rows are empty ones.
class ChoiceRows extends HTMLElement {
  connectedCallback() {
    this.left = new AbortController();
    this.prepare();
    // A refused form comes back into the same element, with the rows as the server wrote them.
    document.addEventListener('turbo:render', () => this.prepare(), { signal: this.left.signal });
    // Names belong to the keys of their rows: a draft keeps all of them or none.
    this.addEventListener('input', () => (this.dataset.touched = ''), { signal: this.left.signal });
    this.addEventListener('click', (event) => this.press(event), { signal: this.left.signal });
  }

  disconnectedCallback() {
    this.left?.abort();
  }

  prepare() {
    for (const part of this.querySelectorAll(':is(span, button)[hidden]')) part.hidden = false;
    // With a button that adds rows nobody needs empty ones; one stays as the pattern of the next.
    for (const row of [...this.list.children].reverse()) if (this.list.children.length > 1 && this.isEmpty(row)) row.remove();
  }

  get list() {
    return this.querySelector('ol');
  }

  isEmpty(row) {
    return [...row.querySelectorAll('input')].every((field) => field.value === '');
  }

  press(event) {
    const button = event.target.closest('[data-do]');
    if (!button) return;
    const row = button.closest('li');
    const what = button.dataset.do;
    if (what === 'add') this.add().querySelector('input:not([hidden])').focus();
    else if (what === 'remove') this.removeRow(row);
    else this.move(row, what, button);
    // What is moved or removed is a change of the form like typing.
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }

  add() {
    const row = this.list.lastElementChild.cloneNode(true);
    for (const field of row.querySelectorAll('input')) field.value = field.defaultValue = '';
    this.list.append(row);
    return row;
  }

  removeRow(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    if (next) {
      row.remove();
      next.querySelector('[data-do=remove]').focus();
    } else for (const field of row.querySelectorAll('input')) field.value = '';
  }

  move(row, way, button) {
    if (way === 'up') row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    button.focus();
  }

  // A draft may have more rows than the page.
  grow(kept) {
    const rows = Math.max(0, ...[...this.querySelectorAll('li:last-child [name]')].map((field) => kept[field.name]?.length ?? 0));
    if (rows > 0) this.dataset.touched = '';
    while (this.list.children.length < rows) this.add();
  }
}

customElements.define('choice-rows', ChoiceRows);
