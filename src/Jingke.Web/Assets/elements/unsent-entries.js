import { forget, keep, send, waiting } from './unsent.js';

// <unsent-entries user="…">: says on every page what still waits to be sent, and sends it: when the page opens, when the network is
// back, every half minute, and when one asks for it. What the server refuses stays with the reason, to be copied or thrown away.
const pause = 30_000;
let sending = false;

class UnsentEntries extends HTMLElement {
  connectedCallback() {
    this.left = new AbortController();
    const { signal } = this.left;
    this.addEventListener('click', (event) => this.pressed(event), { signal });
    window.addEventListener('online', () => this.sendAll(), { signal });
    this.timer = setInterval(() => this.sendAll(), pause);
    this.show();
    this.sendAll();
  }

  disconnectedCallback() {
    this.left.abort();
    clearInterval(this.timer);
  }

  get user() {
    return this.getAttribute('user');
  }

  show() {
    const entries = waiting(this.user);
    const box = this.querySelector('details');
    box.hidden = entries.length === 0;
    box.open ||= entries.some((entry) => entry.refused);
    this.querySelector('[data-count]').textContent = entries.length;
    this.querySelector('[data-list]').replaceChildren(...entries.map((entry) => this.item(entry)));
  }

  item(entry) {
    const item = this.querySelector('template').content.cloneNode(true);
    const words = [entry.input.summary, entry.input.nextStep].filter(Boolean).join('\n');
    item.querySelector('[data-about]').textContent = entry.about;
    item.querySelector('[data-at]').textContent = entry.input.on;
    item.querySelector('[data-words]').textContent = words;
    item.querySelector('[data-reason]').textContent = entry.refused ?? '';
    item.querySelector('copy-text').setAttribute('value', words);
    item.querySelector('[data-discard]').dataset.discard = entry.entryId;
    return item;
  }

  pressed(event) {
    if (event.target.closest('[data-send]')) this.sendAll(true);
    const entryId = event.target.closest('[data-discard]')?.dataset.discard;
    if (entryId) forget(this.user, { entryId });
  }

  // What was refused is tried again only when somebody asks for it.
  async sendAll(refusedToo = false) {
    const entries = waiting(this.user).filter((entry) => refusedToo || !entry.refused);
    if (sending || entries.length === 0) return;
    sending = true;
    let sent = 0;
    try {
      for (const entry of entries) {
        const outcome = await send(this.user, entry);
        if (outcome === 'waiting') break;
        if (outcome !== 'sent') keep(this.user, { ...entry, refused: outcome.refused });
        else if (++sent) forget(this.user, entry);
      }
    } finally {
      sending = false;
      this.show();
    }
    if (sent > 0) this.tell(sent);
  }

  tell(sent) {
    const note = this.querySelector('[data-sent]');
    note.hidden = false;
    note.querySelector('[data-sent-count]').textContent = sent;
  }
}

customElements.define('unsent-entries', UnsentEntries);
