// <chart-view> with its data as JSON in a script element: draws the chart when it comes into view. The drawing code is
// loaded only then; the table beside it says the same without script.
class ChartView extends HTMLElement {
  connectedCallback() {
    this.seen = new IntersectionObserver(([entry]) => entry.isIntersecting && this.draw(), { rootMargin: '200px' });
    this.seen.observe(this);
    this.left = new AbortController();
    const { signal } = this.left;
    document.addEventListener('jingke:theme', () => this.redraw(), { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.redraw(), { signal });
    document.addEventListener('turbo:before-cache', () => this.clear(), { signal });
    // A page that is refreshed in place empties the drawing and may bring other figures.
    document.addEventListener('turbo:render', ({ detail }) => detail.renderMethod === 'morph' && this.draw(), { signal });
  }

  disconnectedCallback() {
    this.seen.disconnect();
    this.left.abort();
    this.clear();
  }

  async draw() {
    this.seen.disconnect();
    const { draw } = await import('../charts.js');
    if (!this.isConnected || this.chart) return;
    this.model = JSON.parse(this.querySelector('script[type="application/json"]').textContent);
    this.chart = draw(this.querySelector('[data-canvas]'), this.model);
  }

  redraw() {
    if (!this.chart) return;
    this.clear();
    this.draw();
  }

  clear() {
    this.chart?.dispose();
    this.chart = null;
  }
}

customElements.define('chart-view', ChartView);
