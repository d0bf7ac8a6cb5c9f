/**
 * What was found, in the forms in which news is described elsewhere: plain objects, made of a report alone.
 *
 * @module wiremark/metadata
 *
 * @typedef {import('./contract.js').Report} Report
 * @typedef {import('./contract.js').Entity} Entity
 * @typedef {import('./contract.js').Kind} Kind
 * @typedef {import('./contract.js').Place} Place
 *
 * @typedef {Pick<Entity, 'name' | 'kind' | 'id' | 'aliases'> & { address?: string, about: boolean }} Subject Something that
 *   an article names, where it is known by its id, and whether the article is about it and does not only mention it.
 *
 * @typedef {object} Named What ninjs says of a thing.
 * @property {string} name
 * @property {'about' | 'mentions'} rel
 * @property {string} [uri]
 * @property {string} [literal] Its identifier, where that is no address.
 *
 * @typedef {object} Note What an annotation says of one place.
 * @property {Place} place
 * @property {string} tag In a word.
 * @property {string} comment In words for people.
 * @property {string} [id] Of the thing that is named there.
 */

/** For each kind the list of ninjs, and the type of schema.org where that has one. */
const FORMS = /** @type {const} */ ({
  person: ['people', 'Person'],
  organisation: ['organisations', 'Organization'],
  place: ['places', 'Place'],
  event: ['events', 'Event'],
  product: ['objects', 'Product'],
  work: ['subjects', 'CreativeWork'],
  law: ['subjects', 'Legislation'],
  group: ['subjects', 'Thing'],
});

/** @typedef {(typeof FORMS)[keyof typeof FORMS]} Form */

/** @param {Subject} subject */
const formOf = ({ kind }) => /** @type {Partial<Record<Kind, Form>>} */ (FORMS)[kind] ?? FORMS.group;

/**
 * A `NewsArticle` of schema.org, for the JSON-LD of its page, that says what it is about and what it mentions. A host adds
 * what only it knows: headline, author, dates.
 *
 * @param {Report} report
 * @param {number} article As an index into the report's articles.
 */
export function newsArticleOf(report, article) {
  const subjects = subjectsOf(report, article);
  const things = (/** @type {boolean} */ about) => subjects.filter((it) => it.about === about).map(thing);
  return {
    '@context': /** @type {const} */ ('https://schema.org'),
    '@type': /** @type {const} */ ('NewsArticle'),
    name: report.articles[article].name,
    about: things(true),
    mentions: things(false),
  };
}

/** @param {Subject} subject */
function thing(subject) {
  const { name, id, address, aliases } = subject;
  const state = address ? 'Country' : 'AdministrativeArea';
  return {
    '@type': id?.startsWith('iso') ? state : formOf(subject)[1],
    name,
    ...(aliases[0] && { alternateName: aliases }),
    ...(id && { identifier: id }),
    ...(address && { sameAs: address }),
  };
}

/**
 * A news object of IPTC ninjs 2, the JSON in which agencies send news, that says what an article names and nothing else of
 * it: `representationtype` is `partial`.
 *
 * @param {Report} report
 * @param {number} article As an index into the report's articles.
 * @param {string} [uri] What the newsroom calls the story; it must be an address.
 */
export function ninjsOf(report, article, uri) {
  const { name: title } = report.articles[article];
  /** @type {Partial<Record<Form[0], Named[]>>} */
  const lists = {};
  for (const subject of subjectsOf(report, article)) {
    const { name, id, address, about } = subject;
    const known = address ? { uri: address } : id && { literal: id };
    (lists[formOf(subject)[0]] ??= []).push({ name, rel: about ? 'about' : 'mentions', ...known });
  }
  return {
    uri: uri ?? addressOfArticle(title),
    type: /** @type {const} */ ('text'),
    representationtype: /** @type {const} */ ('partial'),
    title,
    ...lists,
    standard: { name: 'ninjs', version: '2.0', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_2.0.json' },
  };
}

/**
 * Datelines, bylines and the rest of the boilerplate name whoever wrote or sent the story: they are no subject of it.
 *
 * @param {Report} report
 * @param {number} article
 * @returns {Subject[]}
 */
function subjectsOf({ articles, entities }, article) {
  const { boilerplate, sentences } = articles[article];
  const outside = (/** @type {number} */ start) => !boilerplate.some((it) => it.start <= start && start < it.end);
  // The headline and the lead: what an article is about is named there, and again.
  const [, [, opening] = [0, Infinity]] = sentences.filter(([start]) => outside(start));
  return entities.flatMap(({ name, kind, aliases, id, mentions }) => {
    const [first, again] = mentions.filter((it) => it.article === article && outside(it.start));
    return first ? [{ name, kind, aliases, id, address: addressOf(id), about: !!again && first.start < opening }] : [];
  });
}

/**
 * @param {string} [id]
 * @returns {string | undefined} ISO has no page for a part of a country, and a newsroom's own number has none at all.
 */
function addressOf(id = '') {
  const [scheme = '', code = ''] = id.split(':');
  if (scheme === 'geonames') return `https://sws.geonames.org/${code}/`;
  if (scheme === 'iso3166' && code.length === 2) return `https://www.iso.org/obp/ui/#iso:code:3166:${code}`;
  return ['http', 'https'].includes(scheme) ? id : undefined;
}

/** So many UTF-16 code units are given before and after the words, so that they are found in an edited text. */
export const AROUND = 32;

/**
 * @param {string} name Of an article.
 * @returns {string} What stands for it in an annotation, an address without a place.
 */
export function addressOfArticle(name) {
  // Half a pair has no place in an address.
  return `urn:wiremark:article:${encodeURIComponent(name.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'))}`;
}

/**
 * W3C Web Annotations, which other tools of annotation read. Positions are Unicode code points, as the recommendation has it
 * (Web Annotation Data Model, 4.2.5), and each is given with the words that stand there.
 *
 * @param {Report} report
 * @param {{ name: string, text: string }[]} articles Those that the report is about.
 * @param {Note[]} [notes] What is said of them besides overlaps and names; without it, which quotes and figures differ.
 */
export function annotationsOf(report, articles, notes) {
  const texts = articles.map(({ name, text }) => ({ name, text, before: codePointsOf(text) }));
  const items = [
    ...notesOn(report.overlaps, 'also in'),
    ...(notes ?? [...notesOn(report.quoteChanges, 'quoted otherwise in'), ...notesOn(report.numberDifferences, 'differs in')]),
    ...report.entities.flatMap(({ name, kind, id, mentions }) =>
      mentions.map((place) => ({ place, tag: kind, comment: name, id })),
    ),
  ].map(annotation);
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { offsetUnit: 'urn:wiremark:offsetUnit' }],
    id: made(),
    type: 'AnnotationCollection',
    label: 'wiremark',
    offsetUnit: 'code-point',
    total: items.length,
    first: { id: made(), type: 'AnnotationPage', startIndex: 0, items },
  };

  /**
   * @param {{ kind: string, a: Place, b: Place }[] | undefined} pairs
   * @param {string} relation
   * @returns {Note[]}
   */
  function notesOn(pairs = [], relation) {
    const note = (/** @type {string} */ tag, /** @type {Place} */ place, /** @type {Place} */ { article }) =>
      ({ place, tag, comment: `${relation} ${articles[article].name}` });
    return pairs.flatMap(({ kind, a, b }) => [note(kind, a, b), note(kind, b, a)]);
  }

  /** @param {Note} note */
  function annotation({ place: { article, start, end }, tag, comment, id }) {
    const { name, text, before } = texts[article];
    // A newsroom's own number is no address.
    const known = id?.includes(':');
    return {
      id: made(),
      type: 'Annotation',
      motivation: known ? 'identifying' : 'classifying',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: tag },
        { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: comment },
        ...(known ? [{ type: 'SpecificResource', purpose: 'identifying', source: id }] : []),
      ],
      target: {
        source: addressOfArticle(name),
        selector: [
          { type: 'TextPositionSelector', start: before[start], end: before[end] },
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

/** Every annotation, collection and page must have an address (sections 3.1, 5.1 and 5.2). */
const made = () => `urn:uuid:${crypto.randomUUID()}`;

/**
 * @param {string} text
 * @returns {number[]} How many code points stand before an offset of UTF-16 code units; no entry within a pair.
 */
function codePointsOf(text) {
  const before = [0];
  let end = 0;
  let count = 0;
  for (const point of text) before[(end += point.length)] = count += 1;
  return before;
}
