/**
 * What an editor must look at first, taken from a report: plain data, in the order in which it matters.
 *
 * @typedef {import('../../../pkg/contract.js').Report} Report
 * @typedef {import('../../../pkg/contract.js').Place} Place
 * @typedef {import('../../../pkg/contract.js').Span} Span
 * @typedef {import('../../../pkg/contract.js').SourceReason} SourceReason
 *
 * @typedef {'substitution' | 'insertion' | 'deletion' | 'partial' | 'made-indirect' | 'reattributed'} QuoteKind
 * @typedef {'disagree' | 'update' | 'source' | 'precision'} FigureKind
 * @typedef {'related' | 'origin' | 'unique'} ArticleKind
 *
 * @typedef {object} Version The words of one article.
 * @property {Place} place
 * @property {Span[]} changed What differs in them.
 *
 * @typedef {object} Finding
 * @property {QuoteKind | FigureKind | ArticleKind} kind
 * @property {Version[]} versions By article.
 * @property {number[]} articles The articles that it is about, as indices.
 * @property {number[][]} [events] Which articles report one event, and which another.
 * @property {number[]} [derived] The articles that this one is taken for the source of.
 * @property {Place[]} [places] Where what is said of whole articles can be seen, by article.
 * @property {SourceReason[]} [reasons] Why an article is taken for the source of the others.
 */

import { groups, overlap, touch } from './groups.js';

/** Which kind names a group that has several, and which group comes first: what changes the meaning most. */
export const QUOTES = /** @type {const} */ (['substitution', 'reattributed', 'deletion', 'insertion', 'partial', 'made-indirect']);
export const FIGURES = /** @type {const} */ (['disagree', 'update', 'source', 'precision']);

/** One version quotes what another only reports: no word of the quote changed. */
export const INDIRECT = 'made-indirect';

/**
 * Every finding: figures that cannot both be right and changed quotes first, then the milder differences, then what is
 * said of whole articles.
 *
 * @param {Report} report
 * @returns {Finding[]}
 */
export function findingsOf(report) {
  const quotes = differences(report.quoteChanges ?? [], QUOTES);
  const figures = differences(report.numberDifferences ?? [], FIGURES).map((finding) => ({
    ...finding,
    versions: finding.versions.map((version) => inSentence(version, report)),
  }));
  const mild = (/** @type {Finding} */ { kind }) => kind === INDIRECT || kind === 'precision';
  return [
    ...quotes.filter((finding) => !mild(finding)),
    ...figures.filter((finding) => !mild(finding)),
    ...quotes.filter(mild),
    ...figures.filter(mild),
    ...related(report),
    ...origins(report),
    ...unique(report),
  ];
}

/**
 * Pairs that have a place in common are one finding: five versions of one quote are read side by side.
 *
 * @template {string} Kind
 * @param {{ kind: Kind, a: Place, b: Place, edits?: { a: Span, b: Span }[] }[]} pairs
 * @param {readonly Kind[]} order
 * @returns {(Finding & { kind: Kind })[]}
 */
function differences(pairs, order) {
  const rank = (/** @type {Kind} */ kind) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  const found = groups(pairs, touch).map((group) => {
    const kinds = group.map(({ kind }) => kind).sort((one, two) => rank(one) - rank(two));
    const versions = versionsOf(group);
    return { kind: /** @type {Kind} */ (kinds[0]), versions, articles: sorted(versions.map(({ place }) => place.article)) };
  });
  return /** @type {(Finding & { kind: Kind })[]} */ (found.sort((one, two) => rank(one.kind) - rank(two.kind)));
}

/**
 * The words of each article in a group of pairs. An article that says it twice, in its headline and below, has two.
 *
 * @param {{ a: Place, b: Place, edits?: { a: Span, b: Span }[] }[]} group
 * @returns {Version[]}
 */
function versionsOf(group) {
  /** @type {Version[]} */
  const versions = [];
  const add = (/** @type {Place} */ place, /** @type {Span[]} */ changed) => {
    let version = versions.find((known) => overlap(known.place, place));
    if (!version) versions.push((version = { place: { ...place }, changed: [] }));
    version.place.start = Math.min(version.place.start, place.start);
    version.place.end = Math.max(version.place.end, place.end);
    for (const span of changed) {
      const known = version.changed.some(({ start, end }) => start === span.start && end === span.end);
      if (span.end > span.start && !known) version.changed.push(span);
    }
  };
  for (const { a, b, edits = [] } of group) {
    add(a, edits.map((edit) => edit.a));
    add(b, edits.map((edit) => edit.b));
  }
  return versions.sort((one, two) => one.place.article - two.place.article || one.place.start - two.place.start);
}

/**
 * A figure says little without its sentence.
 *
 * @param {Version} version
 * @param {Report} report
 * @returns {Version}
 */
function inSentence({ place: { article, start, end } }, { articles }) {
  const around = articles[article]?.sentences.find(([from, to]) => from <= start && end <= to);
  const [from, to] = around ?? [start, end];
  return { place: { article, start: from, end: to }, changed: [{ start, end }] };
}

/**
 * Which articles report one event and which another, where they use the same language all the same.
 *
 * @param {Report} report
 * @returns {Finding[]}
 */
function related({ overlaps }) {
  const events = eventsOf(overlaps);
  const eventOf = (/** @type {number} */ article) => events.find((event) => event.includes(article));
  const between = overlaps.filter(({ a, b, sameEvent }) => {
    return sameEvent === false && (!eventOf(a.article) || eventOf(a.article) !== eventOf(b.article));
  });
  if (between.length === 0) return [];
  const articles = sorted(between.flatMap(articlesOf));
  const alone = articles.filter((article) => !eventOf(article)).map((article) => [article]);
  const versions = between.map(({ a }) => ({ place: a, changed: [] }));
  const told = [...events, ...alone].sort(([one = 0], [two = 0]) => one - two);
  const places = between.flatMap(({ a, b }) => [a, b]).sort((one, two) => one.article - two.article || one.start - two.start);
  return [{ kind: 'related', articles, events: told, versions, places }];
}

/**
 * The articles that report one event, for each event that several report.
 *
 * @param {Report['overlaps']} overlaps
 */
function eventsOf(overlaps) {
  const same = overlaps.filter(({ sameEvent }) => sameEvent !== false);
  const together = groups(same, (one, two) => articlesOf(one).some((article) => articlesOf(two).includes(article)));
  return together.map((group) => sorted(group.flatMap(articlesOf)));
}

/** @param {{ a: Place, b: Place }} pair */
function articlesOf({ a, b }) {
  return [a.article, b.article];
}

/** @param {number[]} articles @returns {number[]} Each once, in order. */
function sorted(articles) {
  return [...new Set(articles)].sort((one, two) => one - two);
}

/**
 * The articles that others most likely derive from.
 *
 * @param {Report} report
 * @returns {Finding[]}
 */
function origins({ likelySources = [], overlaps }) {
  const events = eventsOf(overlaps);
  return likelySources.map(({ article, reasons }) => {
    const event = events.find((event) => event.includes(article)) ?? reasons.map(({ article: other }) => other);
    const derived = sorted(event).filter((other) => other !== article);
    const places = reasons.flatMap(({ a, article: other, b }) => [...(a ? [{ article, ...a }] : []), ...(b ? [{ article: other, ...b }] : [])]);
    return { kind: 'origin', articles: [article], derived, versions: places.map((place) => ({ place, changed: [] })), places, reasons };
  });
}

/**
 * What only one article says.
 *
 * @param {Report} report
 * @returns {Finding[]}
 */
function unique({ articles }) {
  return articles.flatMap(({ unique }, article) =>
    unique.length === 0
      ? []
      : [
          {
            kind: /** @type {const} */ ('unique'),
            articles: [article],
            versions: unique.map((span) => ({ place: { article, ...span }, changed: [] })),
          },
        ],
  );
}
