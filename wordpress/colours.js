/** The looks of the marks, for a theme whose letters are dark or light: a mark of the wrong kind would hide them. */

import { LAYERS } from '../pkg/marks.js';
import { COLOURS } from '../www/element/styles/colours.js';

/** A custom property of ours, and what stands in for it. */
const COLOUR = /var\(--wiremark-([\w-]+), [^)]*\)/g;

/**
 * @param {HTMLElement} canvas
 * @returns {Record<string, string>} As `LAYERS`, in colours that go with the canvas; a theme may set its own.
 */
export function layersFor(canvas) {
  const style = /** @type {Window} */ (canvas.ownerDocument.defaultView).getComputedStyle(canvas);
  const [red = 0, green = 0, blue = 0] = style.color.match(/[\d.]+/g)?.map(Number) ?? [];
  const shade = red + green + blue > 384 ? 1 : 0;
  const shaded = (/** @type {string} */ declarations) =>
    declarations.replace(COLOUR, (whole, name) => {
      const ours = /** @type {Partial<Record<string, readonly string[]>>} */ (COLOURS)[name];
      return ours ? `var(--wiremark-${name}, ${ours[shade]})` : whole;
    });
  return Object.fromEntries(Object.entries(LAYERS).map(([layer, declarations]) => [layer, shaded(declarations)]));
}
