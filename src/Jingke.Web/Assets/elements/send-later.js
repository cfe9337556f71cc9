import { visit } from '@hotwired/turbo';
import { forget, keep, newId, send } from './unsent.js';

// <send-later to="/api/…" user="…" about="甲公司" then="/…" need="Input.Summary"> around a form: what is entered is kept before it is
// sent, so that no tunnel and no flat battery loses it. Without a network it waits, see <unsent-entries>. Without script, or where
// the browser keeps nothing, the form is sent as any other.
class SendLater extends HTMLElement {
  connectedCallback() {
    this.left = new AbortController();
    this.addEventListener('submit', (event) => this.submitted(event), { signal: this.left.signal });
  }

  disconnectedCallback() {
    this.left.abort();
  }

  async submitted(event) {
    const form = event.target;
    const needed = form.elements[this.getAttribute('need')];
    if (needed.value.trim() === '') {
      // The server says what is missing; without it, being led to the field must do.
      if (navigator.onLine) return;
      event.preventDefault();
      return needed.focus();
    }

    const user = this.getAttribute('user');
    const entry = { entryId: this.entryId ?? newId(), to: this.getAttribute('to'), about: this.getAttribute('about'), at: new Date().toISOString(), input: inputOf(form) };
    try {
      keep(user, entry);
    } catch {
      return;
    }
    event.preventDefault();
    this.entryId = entry.entryId;
    this.toggleAttribute('busy', true);
    const outcome = await send(user, entry);
    this.toggleAttribute('busy', false);
    if (outcome.refused) {
      forget(user, entry);
      return this.tell(outcome.refused);
    }
    if (outcome === 'sent') forget(user, entry);
    this.tell('');
    this.entryId = null;
    this.querySelector('draft-form')?.discard();
    form.reset();
    this.querySelector('[data-kept]').hidden = outcome === 'sent';
    if (outcome !== 'sent') return;
    // The page comes anew, perhaps morphed into this one; only then there is something to say it on.
    document.addEventListener('turbo:load', () => document.querySelector('send-later [data-saved]')?.toggleAttribute('hidden', false), { once: true });
    visit(this.getAttribute('then'), { action: 'replace' });
  }

  tell(sentence) {
    const note = this.querySelector('[data-refused]');
    note.hidden = sentence === '';
    note.querySelector('[data-sentence]').textContent = sentence;
  }
}

// The fields as the server's JSON names them: "Input.NextOn" is nextOn. Empty ones are left out.
function inputOf(form) {
  const input = {};
  for (const [name, value] of new FormData(form)) if (name.startsWith('Input.') && value !== '') input[name[6].toLowerCase() + name.slice(7)] = value;
  return input;
}

customElements.define('send-later', SendLater);
