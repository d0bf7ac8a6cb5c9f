/** Every colour, for light and for dark. A host sets its own as `--wiremark-NAME`. */
export const COLOURS = /** @type {const} */ ({
  paper: ['#f6f4ee', '#131417'],
  card: ['#fffefb', '#1a1c20'],
  ink: ['#1d1d1b', '#e9e5dc'],
  soft: ['#5f5c55', '#aaa69c'],
  rule: ['#d8d4c9', '#363941'],
  accent: ['#005fb8', '#7db8f5'],
  warning: ['#8f2d0c', '#ffb794'],
  'warning-paper': ['#fdebdf', '#3a2118'],

  verbatim: ['#bfe3ff', '#0b3f66'],
  edited: ['#ffe08a', '#5c4a00'],
  rewritten: ['#d3ecca', '#1f4a2e'],
  unique: ['#e8def8', '#41345c'],
  boilerplate: ['#e9e7e0', '#2c2e33'],
  moved: ['#6a675f', '#aaa69c'],
  quotation: ['#6a675f', '#aaa69c'],
  figure: ['#767268', '#9a968c'],
  person: ['#005fb8', '#79b8ff'],
  organisation: ['#b04a00', '#f29a5c'],
  place: ['#00755e', '#54cdb0'],
  name: ['#8a3a86', '#dc98d7'],
  'quote-change': ['#b0125b', '#ff86b5'],
  'number-difference': ['#b0125b', '#ff86b5'],
  lit: ['#d8cffb', '#51437a'],
  'lit-verbatim': ['#86c7fb', '#14619c'],
  'lit-edited': ['#ffcb47', '#7a6200'],
  'lit-rewritten': ['#a5d994', '#2c6b41'],
  changed: ['#ff9d4d', '#9c4a00'],
  'changed-line': ['#7a2e00', '#ffd0a3'],
  'share-deep': ['#8cc6f4', '#0d558c'],
  'overview-only': ['#b39ae0', '#7a64b0'],
});

/**
 * A colour as style sheets name it: the host's, or else ours, in light or dark as `color-scheme` says.
 *
 * @param {string} name
 */
export function colour(name) {
  const [light, dark] = COLOURS[/** @type {keyof typeof COLOURS} */ (name)];
  return `var(--wiremark-${name}, light-dark(${light}, ${dark}))`;
}
