import { palette } from './colours.js';
import { figure } from './figures.js';

/** What echarts needs to draw a model. */
export function options(element, model, slices, lang) {
  const colours = palette(element);
  const common = {
    animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300,
    color: colours.series,
    textStyle: { fontFamily: colours.font, color: colours.text },
    tooltip: tip(model, colours, lang),
    aria: { enabled: true },
  };
  if (model.kind === 'pie') return { ...common, ...pie(model, slices, colours, lang) };
  if (model.kind === 'scatter' || model.kind === 'curve') return { ...common, ...points(model, colours, lang) };
  return { ...common, ...columns(model, colours, lang) };
}

function tip(model, colours, lang) {
  const byItem = model.kind === 'pie' || model.kind === 'scatter';
  const row = (item) => {
    const series = model.series[item.seriesIndex];
    // The upper end of a band is drawn as its distance from the lower one.
    const value = Array.isArray(item.value) ? item.value[1] : series.band ? series.values[item.dataIndex] : item.value;
    const share = item.percent === undefined ? '' : ` · ${item.percent}%`;
    return `${item.marker}${escape(byItem ? item.name : series.name)} <b>${figure(value, series.format, lang, true)}</b>${share}`;
  };
  return {
    trigger: byItem ? 'item' : 'axis',
    backgroundColor: colours.surface,
    borderColor: colours.line,
    textStyle: { color: colours.text, fontSize: 13 },
    confine: true,
    formatter: (items) => {
      if (!Array.isArray(items)) return row(items);
      const head = model.kind === 'curve' ? figure(items[0].value[0], model.xFormat, lang) : items[0].name;
      return [`<b>${escape(String(head))}</b>`, ...items.map(row)].join('<br>');
    },
  };
}

const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

// Drawn as thin as the line it stands for, which may share its colour with another.
const thinLine = 'path://M0,0H10V1H0Z';

function legend(model, colours) {
  return { show: model.series.length > 1, top: 0, right: 0, icon: 'roundRect', data: model.series.filter((series) => !series.band).map(({ name, isQuiet }) => (isQuiet ? { name, icon: thinLine } : name)), itemWidth: 10, itemHeight: 10, textStyle: { color: colours.quiet } };
}

function valueAxis(format, colours, lang, more = {}) {
  return {
    type: 'value',
    axisLabel: { color: colours.quiet, formatter: (value) => figure(value, format, lang) },
    splitLine: { lineStyle: { color: colours.line } },
    ...more,
  };
}

function columns(model, colours, lang) {
  const right = model.series.find((series) => series.isLine);
  const left = model.series.find((series) => !series.isLine) ?? model.series[0];
  const category = {
    type: 'category',
    data: model.categories,
    inverse: Boolean(model.horizontal),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.quiet, hideOverlap: true, width: model.horizontal ? 120 : undefined, overflow: 'truncate' },
  };
  const values = [valueAxis(left.format, colours, lang)];
  if (right) values.push(valueAxis(right.format, colours, lang, { splitLine: { show: false }, min: 0, max: right.format === 'percent' ? 1 : undefined }));
  return {
    legend: legend(model, colours),
    grid: { left: 4, right: 8, top: model.series.length > 1 ? 32 : 12, bottom: 4, containLabel: true },
    xAxis: model.horizontal ? values : category,
    yAxis: model.horizontal ? category : values,
    series: model.series.map((series, at) => {
      const colour = series.colour ? colours.of(series.colour) : undefined;
      if (series.band) return bandEnd(series, model.series.findIndex((other) => other.band === series.band) === at ? null : model.series.find((other) => other.band === series.band), colour);
      const line = model.kind === 'line' || series.isLine;
      return {
        name: series.name,
        type: line ? 'line' : 'bar',
        data: series.values,
        stack: model.stacked && !series.isLine ? 'all' : undefined,
        [model.horizontal ? 'xAxisIndex' : 'yAxisIndex']: series.isLine ? 1 : 0,
        barMaxWidth: 28,
        itemStyle: { color: colour, borderRadius: model.stacked ? 0 : model.horizontal ? [0, 3, 3, 0] : [3, 3, 0, 0] },
        lineStyle: { width: series.isQuiet ? 1 : 2, opacity: series.isQuiet ? 0.75 : 1, color: colour, type: series.isDashed ? 'dashed' : 'solid' },
        symbolSize: 6,
        showSymbol: !series.isQuiet && series.values.length < 30,
        connectNulls: false,
      };
    }),
  };
}

// Two lines that are not drawn, the upper standing on the lower, with the room between them filled.
function bandEnd(series, lower, colour) {
  return {
    name: series.name,
    type: 'line',
    data: lower ? series.values.map((value, index) => (value === null || value === undefined ? null : value - lower.values[index])) : series.values,
    stack: series.band,
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    itemStyle: { color: colour },
    areaStyle: lower ? { color: colour, opacity: 0.16 } : undefined,
    emphasis: { disabled: true },
  };
}

function pie(model, slices, colours, lang) {
  const [series] = model.series;
  return {
    legend: { show: false },
    series: [
      {
        type: 'pie',
        radius: ['48%', '74%'],
        data: model.categories.map((name, index) => ({ name, value: series.values[index], itemStyle: { color: colours.of(slices[index]) } })),
        itemStyle: { borderColor: colours.surface, borderWidth: 2 },
        label: { color: colours.text, formatter: ({ name, percent }) => `${name} ${figure(percent / 100, 'percent', lang)}` },
        labelLine: { lineStyle: { color: colours.line } },
      },
    ],
  };
}

function points(model, colours, lang) {
  const axis = (format, title) =>
    valueAxis(format, colours, lang, { name: title, nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: colours.quiet }, max: model.kind === 'curve' && format === 'percent' ? 1 : undefined });
  return {
    legend: legend(model, colours),
    grid: { left: 8, right: 16, top: 24, bottom: 24, containLabel: true },
    xAxis: { ...axis(model.xFormat, model.xTitle), splitLine: { show: false } },
    yAxis: valueAxis(model.series[0].format, colours, lang, { max: model.kind === 'curve' && model.series[0].format === 'percent' ? 1 : undefined }),
    series: model.series.map((series) => ({
      name: series.name,
      type: model.kind === 'curve' ? 'line' : 'scatter',
      data: series.values.map((value, index) => ({ name: model.categories?.[index] ?? '', value: [series.x[index], value] })),
      showSymbol: false,
      symbolSize: model.kind === 'curve' ? 4 : 9,
      areaStyle: model.kind === 'curve' && !series.colour ? { opacity: 0.12 } : undefined,
      itemStyle: { color: series.colour ? colours.of(series.colour) : undefined, opacity: model.kind === 'scatter' ? 0.75 : 1 },
      lineStyle: { width: 2, type: series.colour === '--c-previous' ? 'dashed' : 'solid' },
    })),
  };
}
