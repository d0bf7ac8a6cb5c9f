import { LAYERS } from '../../pkg/marks.js';
import { remember, remembered } from './remembered.js';

/** Where the choice of layers is remembered. */
const CHOICE = 'layers';

/**
 * Makes the legend's checkboxes show and hide layers, and the word before a group all of them at once. What is chosen
 * holds for the next visit too.
 *
 * @param {HTMLFormElement} legend
 * @param {import('../../pkg/marks.js').Painter} painter
 */
export function bindLegend(legend, painter) {
  const boxes = [...legend.querySelectorAll('input')];
  // Names that are not sure are a layer of their own, and go with the sure ones.
  const show = (/** @type {HTMLInputElement} */ { value, checked }) => {
    for (const layer of [value, `${value}-unsure`]) if (layer in LAYERS) painter.show(layer, checked);
  };
  const chosen = remembered(CHOICE)?.split(' ');
  for (const box of boxes) {
    if (chosen) box.checked = chosen.includes(box.value);
    show(box);
  }
  legend.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) show(target);
    remember(CHOICE, boxes.filter(({ checked }) => checked).map(({ value }) => value).join(' '));
  });
  for (const group of legend.querySelectorAll('fieldset')) {
    group.querySelector('legend button')?.addEventListener('click', () => {
      const members = boxes.filter((box) => group.contains(box));
      const checked = !members.some((box) => box.checked);
      for (const box of members.filter((box) => box.checked !== checked)) {
        box.checked = checked;
        box.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
  }
  legend.addEventListener('submit', (event) => event.preventDefault());
}
