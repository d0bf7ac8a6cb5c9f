/**
 * Where annotations from a file stand in the articles on the desk. A span matches exactly, words and place, or it is not
 * placed and the reason is said: nothing is ever moved to where it might have been meant.
 *
 * @typedef {import('./annotations-file.js').Imported} Imported
 * @typedef {import('./annotations-file.js').Unit} Unit
 * @typedef {{ article: number, start: number, end: number }} Place In UTF-16 code units.
 * @typedef {{ name: string, text: string }} Named
 * @typedef {Named & { offsets: Offsets }} Counted
 */

import { words } from '../words/index.js';

/**
 * @param {Imported[]} annotations
 * @param {Named[]} articles
 * @returns {(Place | string)[]} The place of each, or why there is none.
 */
export function placesOf(annotations, articles) {
  const counted = articles.map(({ name, text }) => ({ name, text, offsets: new Offsets(text) }));
  return annotations.map((annotation) => placeOf(annotation, counted));
}

/**
 * @param {Imported} annotation
 * @param {Counted[]} articles
 * @returns {Place | string}
 */
function placeOf(annotation, articles) {
  const { article, start, end, exact } = annotation;
  const candidates = [...articles.keys()].filter((index) => article === null || articles[index]?.name === article);
  if (candidates.length === 0) return words.unplaced.noArticle(article ?? '');
  if (!exact) return start === undefined ? words.unplaced.noPlace : words.unplaced.noWords;
  const found =
    start === undefined || end === undefined
      ? candidates.flatMap((index) => everywhere(annotation, exact, index, articles[index]?.text ?? ''))
      : candidates.flatMap((index) => there(annotation, exact, start, end, index, articles[index]));
  const [place, another] = found;
  if (another) return words.unplaced.manyPlaces(found.length);
  if (place) return place;
  const still = candidates.some((index) => articles[index]?.text.includes(exact));
  return still ? words.unplaced.elsewhere : words.unplaced.gone;
}

/**
 * At the place that it gives, if its words stand there and what is around them on one side at least: a word that is said
 * twice may by chance have come to stand where the other one was.
 *
 * @param {Imported} annotation
 * @param {string} exact
 * @param {number} start
 * @param {number} end
 * @param {number} article
 * @param {Counted | undefined} counted
 * @returns {Place[]}
 */
function there({ unit, prefix, suffix }, exact, start, end, article, counted) {
  const { text = '', offsets } = counted ?? {};
  const from = offsets?.toUtf16(start, unit);
  const to = offsets?.toUtf16(end, unit);
  if (from === undefined || to === undefined || text.slice(from, to) !== exact) return [];
  const around = [
    ...(prefix ? [text.slice(0, from).endsWith(prefix)] : []),
    ...(suffix ? [text.startsWith(suffix, to)] : []),
  ];
  return around.length === 0 || around.includes(true) ? [{ article, start: from, end: to }] : [];
}

/**
 * Wherever its words stand between what it says is around them.
 *
 * @param {Imported} annotation
 * @param {string} exact
 * @param {number} article
 * @param {string} text
 * @returns {Place[]}
 */
function everywhere({ prefix, suffix }, exact, article, text) {
  const sought = prefix + exact + suffix;
  /** @type {Place[]} */
  const found = [];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const start = at + prefix.length;
    found.push({ article, start, end: start + exact.length });
  }
  return found;
}

/** Knows where a text's code points and bytes begin. */
class Offsets {
  #text;
  /** @type {Map<Unit, Map<number, number>>} By unit, the offsets in code units by those in the unit. */
  #known = new Map();

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
  }

  /**
   * @param {number} offset
   * @param {Unit} unit What it counts.
   * @returns {number | undefined} The offset in UTF-16 code units; undefined when the text has no such place.
   */
  toUtf16(offset, unit) {
    if (unit === 'utf-16') return offset >= 0 && offset <= this.#text.length ? offset : undefined;
    const known = this.#known.get(unit) ?? this.#count(unit);
    this.#known.set(unit, known);
    return known.get(offset);
  }

  /** @param {'code-point' | 'utf-8'} unit */
  #count(unit) {
    /** @type {Map<number, number>} */
    const known = new Map();
    let counted = 0;
    let at = 0;
    for (const point of this.#text) {
      known.set(counted, at);
      counted += unit === 'code-point' ? 1 : bytesOf(point.codePointAt(0) ?? 0);
      at += point.length;
    }
    return known.set(counted, at);
  }
}

/** @param {number} point A code point. @returns {number} How many bytes of UTF-8 it takes. */
function bytesOf(point) {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
