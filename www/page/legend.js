import { LAYERS } from '../../pkg/marks.js';

/**
 * Makes the legend's checkboxes show and hide layers.
 *
 * @param {HTMLFormElement} legend
 * @param {import('../../pkg/marks.js').Painter} painter
 */
export function bindLegend(legend, painter) {
  // Names that are not sure are a layer of their own, and go with the sure ones.
  const show = (/** @type {HTMLInputElement} */ { value, checked }) => {
    for (const layer of [value, `${value}-unsure`]) if (layer in LAYERS) painter.show(layer, checked);
  };
  legend.querySelectorAll('input').forEach(show);
  legend.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) show(target);
  });
  legend.addEventListener('submit', (event) => event.preventDefault());
}
