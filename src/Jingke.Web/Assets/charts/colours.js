/** Resolves custom properties to colours of the theme that is shown; a canvas cannot read them. */
export function palette(element) {
  const of = (name) => {
    const probe = element.appendChild(document.createElement('i'));
    probe.style.color = `var(${name})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
  return {
    of,
    series: Array.from({ length: 10 }, (_, index) => of(`--c-${index + 1}`)),
    text: of('--body-color'),
    quiet: of('--quiet'),
    line: of('--border-color'),
    surface: of('--bg-surface'),
    font: getComputedStyle(element).fontFamily,
  };
}
