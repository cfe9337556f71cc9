// Figures as the server writes them (Common/ShortNumber.cs and Common/Format.cs).
const units = {
  'zh-Hans': [[1e8, ' 亿'], [1e4, ' 万']],
  'zh-Hant': [[1e8, ' 億'], [1e4, ' 萬']],
  en: [[1e9, 'B'], [1e6, 'M'], [1e3, 'K']],
};

const grouped = (value, decimals) => value.toLocaleString('en-US', { maximumFractionDigits: decimals });

/** A number as people say it, with three figures: 12.3 万. */
export function short(value, lang) {
  const size = Math.abs(value);
  if (size < 9999.5) return grouped(value, size < 100 ? 2 : 0);
  for (const [unit, name] of units[lang]) {
    const scaled = size / unit;
    if (scaled >= 0.99995) return grouped((Math.sign(value) * scaled), scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0) + name;
  }
  return grouped(value, 0);
}

/** A value of a chart on an axis or in a tip. */
export function figure(value, format, lang, exact = false) {
  if (value === null || value === undefined) return '–';
  if (format === 'percent') return `${grouped(value * 100, 1)}%`;
  if (exact && format === 'money') return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return exact ? grouped(value, 2) : short(value, lang);
}
