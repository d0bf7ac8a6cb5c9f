/**
 * What was found as W3C Web Annotations, which other tools of annotation read. Positions are Unicode code points, as the
 * recommendation has it (Web Annotation Data Model, 4.2.5), and each is given with the words that stand there.
 *
 * @typedef {import('../../../pkg/contract.js').Report} Report
 * @typedef {import('../../../pkg/contract.js').Place} Place
 * @typedef {import('../findings/plain.js').Named} Named
 */

import { findingsOf } from '../findings/findings.js';
import { titleOf } from '../findings/wording.js';

/** So many UTF-16 code units are given before and after the words, so that they are found in an edited text. */
export const AROUND = 32;

/** How the name of an article begins where an annotation says what it is about. */
const SOURCE = 'urn:wiremark:article:';

/**
 * @param {string} source What an annotation says it is about.
 * @returns {string | null} The article's name; null where it is about something else.
 */
export function sourceName(source) {
  if (!source.startsWith(SOURCE)) return null;
  try {
    return decodeURIComponent(source.slice(SOURCE.length));
  } catch {
    return null;
  }
}

/**
 * @param {Report} report
 * @param {Named[]} articles
 */
export function annotationsOf(report, articles) {
  const texts = articles.map(({ text }) => new CodePoints(text));
  const items = [
    ...report.overlaps.flatMap(({ kind, a, b }) => [
      annotation(a, kind, `also in ${articles[b.article]?.name}`),
      annotation(b, kind, `also in ${articles[a.article]?.name}`),
    ]),
    ...findingsOf(report).flatMap((finding) =>
      finding.versions.map(({ place }) => annotation(place, finding.kind, titleOf(finding))),
    ),
    ...report.entities.flatMap(({ name, kind, id, mentions }) =>
      mentions.map((place) => annotation(place, kind, name, id)),
    ),
  ];
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { offsetUnit: 'urn:wiremark:offsetUnit' }],
    type: 'AnnotationCollection',
    label: 'wiremark',
    offsetUnit: 'code-point',
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, items },
  };

  /**
   * @param {Place} place
   * @param {string} tag
   * @param {string} comment
   * @param {string} [id]
   */
  function annotation({ article, start, end }, tag, comment, id) {
    const { name = '', text = '' } = articles[article] ?? {};
    const points = texts[article];
    const identified = id ? [{ type: 'SpecificResource', purpose: 'identifying', source: id }] : [];
    return {
      id: `urn:uuid:${crypto.randomUUID()}`,
      type: 'Annotation',
      motivation: id ? 'identifying' : 'classifying',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: tag },
        { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: comment },
        ...identified,
      ],
      target: {
        // Half a pair has no place in an address.
        source: SOURCE + encodeURIComponent(name.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')),
        selector: [
          { type: 'TextPositionSelector', start: points?.before(start) ?? 0, end: points?.before(end) ?? 0 },
          {
            type: 'TextQuoteSelector',
            exact: text.slice(start, end),
            prefix: text.slice(Math.max(0, start - AROUND), start),
            suffix: text.slice(end, end + AROUND),
          },
        ],
      },
    };
  }
}

/** Counts the code points before an offset of UTF-16 code units. */
class CodePoints {
  /** Where the second halves of pairs stand: each is one code unit that is no code point of its own. */
  #seconds;

  /** @param {string} text */
  constructor(text) {
    this.#seconds = [...text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)].map(({ index }) => index + 1);
  }

  /** @param {number} offset */
  before(offset) {
    let low = 0;
    let high = this.#seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#seconds[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }
}
