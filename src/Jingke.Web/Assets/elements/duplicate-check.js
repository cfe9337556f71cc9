// <duplicate-check src="/duplicates/check" own="17"> inside a form: shows the fragment that the server answers with while one types
// a name, a credit code or a telephone number.
class DuplicateCheck extends HTMLElement {
  connectedCallback() {
    this.form = this.closest('form');
    this.left = new AbortController();
    this.form?.addEventListener('input', (event) => this.later(event.target), { signal: this.left.signal });
  }

  disconnectedCallback() {
    this.left.abort();
    this.request?.abort();
    clearTimeout(this.timer);
  }

  later(field) {
    if (!/\.(Name|CreditCode|Phone)$/.test(field.name ?? '')) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), 250);
  }

  async ask() {
    this.request?.abort();
    this.request = new AbortController();
    const asked = new URLSearchParams({ own: this.getAttribute('own') ?? '0' });
    for (const field of ['name', 'creditCode', 'phone']) {
      const value = this.form.elements[`Input.${field[0].toUpperCase()}${field.slice(1)}`]?.value.trim();
      if (value) asked.set(field, value);
    }
    try {
      const answer = await fetch(`${this.getAttribute('src')}?${asked}`, {
        headers: { 'X-Fragment': 'duplicates' },
        signal: this.request.signal,
      });
      if (answer.ok && !answer.redirected) this.innerHTML = await answer.text();
    } catch (error) {
      // Saving checks again.
      if (error.name !== 'AbortError') this.replaceChildren();
    }
  }
}

customElements.define('duplicate-check', DuplicateCheck);
