/**
 * Makes the legend's checkboxes show and hide layers.
 *
 * @param {HTMLFormElement} legend
 * @param {import('../../pkg/index.js').Painter} painter
 */
export function bindLegend(legend, painter) {
  const boxes = [...legend.querySelectorAll('input')];
  for (const box of boxes) painter.show(box.value, box.checked);
  legend.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) painter.show(target.value, target.checked);
  });
  legend.addEventListener('submit', (event) => event.preventDefault());
}
