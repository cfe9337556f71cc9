// <bulk-select> around a form with a table: the box in the header selects all rows on the page, Shift selects a range,
// and the bar of actions is shown with the number of rows chosen.
class BulkSelect extends HTMLElement {
  connectedCallback() {
    this.left = new AbortController();
    const { signal } = this.left;
    this.addEventListener('click', (event) => this.range(event), { signal });
    this.addEventListener('change', (event) => this.changed(event), { signal });
    // A page that is refreshed in place keeps this element and changes its rows.
    document.addEventListener('turbo:render', () => this.count(), { signal });
    this.count();
  }

  disconnectedCallback() {
    this.left.abort();
  }

  get rows() {
    return [...this.querySelectorAll('tbody input[type=checkbox]')];
  }

  get all() {
    return this.querySelector('thead input[type=checkbox]');
  }

  range(event) {
    const { rows } = this;
    const at = rows.indexOf(event.target);
    if (at < 0) return;
    if (event.shiftKey && this.last >= 0) {
      const [from, to] = [Math.min(at, this.last), Math.max(at, this.last)];
      for (const row of rows.slice(from, to + 1)) row.checked = event.target.checked;
    }
    this.last = at;
  }

  changed(event) {
    if (event.target === this.all) for (const row of this.rows) row.checked = this.all.checked;
    this.count();
  }

  count() {
    const { rows, all } = this;
    const chosen = rows.filter((row) => row.checked).length;
    if (all) {
      all.checked = chosen > 0 && chosen === rows.length;
      all.indeterminate = chosen > 0 && chosen < rows.length;
    }
    const bar = this.querySelector('[data-bulk-bar]');
    if (bar) bar.hidden = chosen === 0;
    for (const place of this.querySelectorAll('[data-bulk-count]')) place.textContent = String(chosen);
  }
}

customElements.define('bulk-select', BulkSelect);
