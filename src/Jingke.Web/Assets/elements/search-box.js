// <search-box src="/search"> around a GET form with a search field: shows the fragment that the server answers with
// while one types. Arrow keys walk its links, '/' comes here from anywhere, Escape leaves.
class SearchBox extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector('input[type=search]');
    this.found = this.querySelector('[data-found]');
    this.left = new AbortController();
    const { signal } = this.left;
    this.addEventListener('input', () => this.later(), { signal });
    this.addEventListener('keydown', (event) => this.walk(event), { signal });
    this.addEventListener('focusout', (event) => this.contains(event.relatedTarget) || this.hide(), { signal });
    this.addEventListener('focusin', () => this.found.hasChildNodes() && this.show(), { signal });
    document.addEventListener('keydown', (event) => this.summon(event), { signal });
    document.addEventListener('turbo:before-cache', () => this.found.replaceChildren(), { signal });
  }

  disconnectedCallback() {
    this.left.abort();
    this.request?.abort();
    clearTimeout(this.timer);
  }

  later() {
    clearTimeout(this.timer);
    this.request?.abort();
    const text = this.field.value.trim();
    if (text === '') return this.hide();
    this.timer = setTimeout(() => this.ask(text), 120);
  }

  async ask(text) {
    this.request = new AbortController();
    try {
      const answer = await fetch(`${this.getAttribute('src')}?q=${encodeURIComponent(text)}`, {
        headers: { 'X-Fragment': 'search' },
        signal: this.request.signal,
      });
      if (!answer.ok || answer.redirected) return this.hide();
      this.found.innerHTML = await answer.text();
      this.show();
    } catch (error) {
      if (error.name !== 'AbortError') this.hide();
    }
  }

  show() {
    this.found.hidden = false;
    this.field.setAttribute('aria-expanded', 'true');
  }

  hide() {
    this.found.hidden = true;
    this.field.setAttribute('aria-expanded', 'false');
  }

  walk(event) {
    if (event.key === 'Escape') {
      this.hide();
      return this.field.blur();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...this.found.querySelectorAll('a')];
    if (links.length === 0) return;
    event.preventDefault();
    const next = links.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
    (links[next] ?? this.field).focus();
  }

  summon(event) {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    this.field.focus();
    this.field.select();
  }
}

customElements.define('search-box', SearchBox);
