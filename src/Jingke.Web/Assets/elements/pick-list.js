// <pick-list> around a <select>: a long list becomes searchable. Loaded only where there is one.
class PickList extends HTMLElement {
  async connectedCallback() {
    const select = this.querySelector('select');
    if (!select) return;
    const { pick } = await import('../pick.js');
    if (this.isConnected) this.pick = pick(select);
  }

  disconnectedCallback() {
    this.pick?.destroy();
  }
}

customElements.define('pick-list', PickList);
