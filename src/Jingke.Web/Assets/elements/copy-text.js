// <copy-text value="…" done="…"> around a button: copies the value and says so.
class CopyText extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    button.hidden = !navigator.clipboard;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(this.getAttribute('value'));
      const label = button.getAttribute('aria-label');
      button.setAttribute('aria-label', this.getAttribute('done'));
      button.dataset.done = '';
      setTimeout(() => {
        button.setAttribute('aria-label', label);
        delete button.dataset.done;
      }, 1500);
    });
  }
}

customElements.define('copy-text', CopyText);
