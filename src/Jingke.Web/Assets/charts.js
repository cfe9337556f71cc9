import * as echarts from 'echarts/core';
import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, DataZoomComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { options } from './charts/options.js';

echarts.use([
  BarChart, LineChart, PieChart, ScatterChart,
  AriaComponent, DataZoomComponent, GridComponent, LegendComponent, TooltipComponent,
  LabelLayout, CanvasRenderer,
]);

/** Draws a chart into an element; a click on a value leads to the page behind it. */
export function draw(element, { model, slices, lang }) {
  const chart = echarts.init(element);
  chart.setOption(options(element, model, slices, lang));
  const visit = (href) => href && (window.Turbo ? window.Turbo.visit(href) : location.assign(href));
  const links = (event) => model.series[event.seriesIndex]?.links?.[event.dataIndex];
  if (model.kind === 'curve' && model.series[0].links) {
    // A curve has no marks to hit: a click anywhere takes the nearest point of it.
    chart.getZr().on('click', ({ offsetX, offsetY }) => {
      if (!chart.containPixel('grid', [offsetX, offsetY])) return;
      const [at] = chart.convertFromPixel('grid', [offsetX, offsetY]);
      const { x, links: hrefs } = model.series[0];
      const near = x.reduce((best, value, index) => (hrefs[index] && Math.abs(value - at) < Math.abs(x[best] - at) ? index : best), x.length - 1);
      visit(hrefs[near]);
    });
    chart.getZr().on('mousemove', ({ offsetX, offsetY }) =>
      chart.getZr().setCursorStyle(chart.containPixel('grid', [offsetX, offsetY]) ? 'pointer' : 'default'));
  } else {
    chart.on('click', (event) => visit(links(event)));
    chart.on('mouseover', (event) => chart.getZr().setCursorStyle(links(event) ? 'pointer' : 'default'));
  }
  const resize = new ResizeObserver(() => chart.resize());
  resize.observe(element);
  return {
    dispose() {
      resize.disconnect();
      chart.dispose();
    },
  };
}
