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
  const links = (event) => model.series[event.seriesIndex]?.links?.[event.dataIndex];
  chart.on('click', (event) => {
    const href = links(event);
    if (href) window.Turbo ? window.Turbo.visit(href) : location.assign(href);
  });
  chart.on('mouseover', (event) => chart.getZr().setCursorStyle(links(event) ? 'pointer' : 'default'));
  const resize = new ResizeObserver(() => chart.resize());
  resize.observe(element);
  return {
    dispose() {
      resize.disconnect();
      chart.dispose();
    },
  };
}
