// <settle-keys> around entries of a queue: J and K go down and up, a digit keeps the fact of that number, R opens the rejection of
// the first fact that can be rejected, A asks again. Without script the same buttons are there to be pressed.
class SettleKeys extends HTMLElement {
  connectedCallback() {
    this.left = new AbortController();
    document.addEventListener('keydown', (event) => this.pressed(event), { signal: this.left.signal });
  }

  disconnectedCallback() {
    this.left.abort();
  }

  get entries() {
    return [...this.querySelectorAll('.slot-entry')];
  }

  get current() {
    return this.entries.find((entry) => entry.contains(document.activeElement)) ?? this.entries[0];
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    const key = event.key.toLowerCase();
    const act =
      key === 'j' ? () => this.step(1)
      : key === 'k' ? () => this.step(-1)
      : /^[1-9]$/.test(key) ? () => this.keep(Number(key))
      : key === 'r' ? () => this.reject()
      : key === 'a' ? () => this.press('form[action$="/ask-again"] button')
      : null;
    if (!act) return;
    event.preventDefault();
    act();
  }

  step(by) {
    const { entries } = this;
    const focused = entries.findIndex((entry) => entry.contains(document.activeElement));
    const next = entries[focused < 0 ? 0 : Math.min(Math.max(focused + by, 0), entries.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  keep(place) {
    this.current?.querySelectorAll('.fact')[place - 1]?.querySelector('form[action$="/keep"] button')?.click();
  }

  reject() {
    const details = this.current?.querySelector('.fact-disputed details.reject, details.reject');
    if (!details) return;
    details.open = true;
    details.querySelector('input[name=reason]').focus();
  }

  press(selector) {
    this.current?.querySelector(selector)?.click();
  }
}

customElements.define('settle-keys', SettleKeys);
