// <poll-fragment src="…" every="1000"> replaces itself by the fragment at src. While work goes on the fragment contains
// the next <poll-fragment>; when it does not, asking ends. When the server cannot be reached it is asked less often.
class PollFragment extends HTMLElement {
  connectedCallback() {
    this.pause = Number(this.getAttribute('every') ?? 1000);
    this.next();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  next() {
    this.timer = setTimeout(() => this.ask(), this.pause);
  }

  async ask() {
    if (document.hidden) return this.next();
    try {
      const answer = await fetch(this.getAttribute('src'), { headers: { 'X-Fragment': 'poll' } });
      if (answer.redirected) return;
      if (!answer.ok) throw new Error(answer.statusText);
      const text = await answer.text();
      if (this.isConnected) this.outerHTML = text;
    } catch {
      this.pause = Math.min(this.pause * 2, 30000);
      if (this.isConnected) this.next();
    }
  }
}

customElements.define('poll-fragment', PollFragment);
