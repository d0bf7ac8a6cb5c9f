/**
 * From a report to what is painted: every kind of finding is a layer, and every layer has one look.
 *
 * @typedef {import('./contract.js').Report} Report
 * @typedef {import('./contract.js').Kind} Kind
 * @typedef {import('./contract.js').OverlapKind} OverlapKind
 */

/**
 * The layers of names that are probable and not sure.
 *
 * @typedef {'name-unsure' | 'place-unsure' | 'organisation-unsure' | 'person-unsure'} UnsureLayer
 */

/**
 * The name of a layer. The `lit` ones and `changed` are for a host that points at something: the places that belong
 * together, and the words in which they differ.
 *
 * @typedef {'boilerplate' | 'unique' | OverlapKind | 'moved' | 'quotation' | 'figure' | 'name' | 'place' | 'organisation' |
 *   'person' | UnsureLayer | 'quote-change' | 'number-difference' | 'lit' | 'lit-verbatim' | 'lit-edited' | 'lit-rewritten' |
 *   'changed'} Layer
 */

/**
 * A span to paint, with what it stands for.
 *
 * @typedef {object} Mark
 * @property {Layer} layer
 * @property {number} start The first UTF-16 code unit.
 * @property {number} end One past the last.
 * @property {number} [overlap] The overlap it is a side of, as an index into `report.overlaps`.
 * @property {number} [entity] The entity it names, as an index into `report.entities`.
 */

/**
 * The look of every layer, the lowest first: where two backgrounds meet, the later layer covers the earlier one. Colours
 * are custom properties, so that a host can set its own, for a dark page for instance.
 *
 * @type {Readonly<Record<Layer, string>>}
 */
export const LAYERS = {
  boilerplate: 'background-color: var(--wiremark-boilerplate, #ecebe7)',
  unique: 'background-color: var(--wiremark-unique, #e9e2f6)',
  rewritten: 'background-color: var(--wiremark-rewritten, #d9ecd4)',
  edited: 'background-color: var(--wiremark-edited, #ffe08a)',
  verbatim: 'background-color: var(--wiremark-verbatim, #bfe3ff)',
  moved: 'text-decoration: overline dotted 2px var(--wiremark-moved, #6b6b6b)',
  quotation: 'text-decoration: underline dotted 1px var(--wiremark-quotation, #6b6b6b)',
  figure: 'text-decoration: underline dashed 1px var(--wiremark-figure, #767676)',
  'name-unsure': 'text-decoration: underline dotted 2px var(--wiremark-name, #8a3a86)',
  'place-unsure': 'text-decoration: underline dotted 2px var(--wiremark-place, #00755e)',
  'organisation-unsure': 'text-decoration: underline dotted 2px var(--wiremark-organisation, #b04a00)',
  'person-unsure': 'text-decoration: underline dotted 2px var(--wiremark-person, #005fb8)',
  name: 'text-decoration: underline solid 2px var(--wiremark-name, #8a3a86)',
  place: 'text-decoration: underline solid 2px var(--wiremark-place, #00755e)',
  organisation: 'text-decoration: underline solid 2px var(--wiremark-organisation, #b04a00)',
  person: 'text-decoration: underline solid 2px var(--wiremark-person, #005fb8)',
  'quote-change': 'text-decoration: underline wavy 1.5px var(--wiremark-quote-change, #a3195b)',
  'number-difference': 'text-decoration: underline double 2px var(--wiremark-number-difference, #a3195b)',
  lit: 'background-color: var(--wiremark-lit, #d8cffb)',
  'lit-rewritten': 'background-color: var(--wiremark-lit-rewritten, #a5d994)',
  'lit-edited': 'background-color: var(--wiremark-lit-edited, #ffcb47)',
  'lit-verbatim': 'background-color: var(--wiremark-lit-verbatim, #86c7fb)',
  changed:
    'background-color: var(--wiremark-changed, #ff9d4d); text-decoration: underline solid 2px var(--wiremark-changed-line, #7a2e00)',
};

/** From this confidence on a name is shown as sure: nine in ten and more of such are right. */
export const SURE = 0.9;

/** @type {Readonly<Record<Kind, Layer>>} */
const LAYER_OF_KIND = {
  person: 'person',
  organisation: 'organisation',
  place: 'place',
  group: 'name',
  event: 'name',
  work: 'name',
  law: 'name',
  product: 'name',
  date: 'figure',
  time: 'figure',
  money: 'figure',
  percent: 'figure',
  quantity: 'figure',
  ordinal: 'figure',
};

/**
 * Everything that is to be painted in one article.
 *
 * @param {Report} report
 * @param {number} article Its index in `report.articles`.
 * @returns {Mark[]} In no particular order; empty when the report has no such article.
 */
export function marksOf(report, article) {
  const found = report.articles[article];
  if (!found) return [];
  /** @type {Mark[]} */
  const marks = [];
  for (const { start, end } of found.boilerplate) marks.push({ layer: 'boilerplate', start, end });
  for (const { start, end } of found.unique) marks.push({ layer: 'unique', start, end });
  for (const { start, end } of found.quotations) marks.push({ layer: 'quotation', start, end });
  for (const { start, end, kind, entity, confidence } of found.mentions) {
    const layer = LAYER_OF_KIND[kind] ?? 'name';
    const unsure = /** @type {UnsureLayer} */ (`${layer}-unsure`);
    marks.push({ layer: confidence < SURE && unsure in LAYERS ? unsure : layer, start, end, entity });
  }
  for (const [overlap, { kind, moved, a, b }] of report.overlaps.entries()) {
    for (const { start, end } of sidesIn(article, a, b)) {
      marks.push({ layer: kind, start, end, overlap });
      if (moved) marks.push({ layer: 'moved', start, end, overlap });
    }
  }
  for (const { a, b } of report.quoteChanges ?? []) {
    for (const { start, end } of sidesIn(article, a, b)) marks.push({ layer: 'quote-change', start, end });
  }
  for (const { a, b } of report.numberDifferences ?? []) {
    for (const { start, end } of sidesIn(article, a, b)) marks.push({ layer: 'number-difference', start, end });
  }
  return marks;
}

/**
 * @param {number} article
 * @param {import('./contract.js').Place} a
 * @param {import('./contract.js').Place} b
 */
function sidesIn(article, a, b) {
  return [a, b].filter((side) => side.article === article);
}
