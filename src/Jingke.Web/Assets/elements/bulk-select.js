// <bulk-select> around a form with a table: the box in the header selects all rows on the page, Shift selects a range,
// and the bar of actions is shown with the number of rows chosen.
class BulkSelect extends HTMLElement {
  connectedCallback() {
    this.rows = [...this.querySelectorAll('tbody input[type=checkbox]')];
    this.all = this.querySelector('thead input[type=checkbox]');
    this.addEventListener('click', (event) => this.range(event));
    this.addEventListener('change', (event) => this.changed(event));
    this.count();
  }

  range(event) {
    const at = this.rows.indexOf(event.target);
    if (at < 0) return;
    if (event.shiftKey && this.last >= 0) {
      const [from, to] = [Math.min(at, this.last), Math.max(at, this.last)];
      for (const row of this.rows.slice(from, to + 1)) row.checked = event.target.checked;
    }
    this.last = at;
  }

  changed(event) {
    if (event.target === this.all) for (const row of this.rows) row.checked = this.all.checked;
    this.count();
  }

  count() {
    const chosen = this.rows.filter((row) => row.checked).length;
    if (this.all) {
      this.all.checked = chosen > 0 && chosen === this.rows.length;
      this.all.indeterminate = chosen > 0 && chosen < this.rows.length;
    }
    const bar = this.querySelector('[data-bulk-bar]');
    if (bar) bar.hidden = chosen === 0;
    for (const place of this.querySelectorAll('[data-bulk-count]')) place.textContent = String(chosen);
  }
}

customElements.define('bulk-select', BulkSelect);
