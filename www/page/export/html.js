/**
 * The report as one page that a colleague opens and prints: no script, no request.
 *
 * @typedef {import('../../../pkg/contract.js').Report} Report
 * @typedef {import('../../../pkg/layers.js').Layer} Layer
 * @typedef {import('../../element/findings/plain.js').Named} Named
 */

import { LAYERS, marksOf } from '../../../pkg/marks.js';
import { KINDS, listedOf } from '../../element/entities.js';
import { findingsOf } from '../../element/findings/findings.js';
import { keyOf, tell } from '../../element/findings/plain.js';
import { summaryOf } from '../../element/findings/wording.js';
import { element } from '../dom.js';
import { language, words } from '../words/index.js';

/** What is marked in the articles; the rest would only be in the way on paper. */
const MARKED = /** @type {Layer[]} */ (
  Object.keys(LAYERS).filter((layer) => !/^(lit|changed|unique|quotation|figure)/.test(layer))
);

const STYLE = `
:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; }
.articles { display: grid; gap: 2rem; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; font-family: Georgia, serif; }
.legend span { display: inline-block; margin-inline-end: 1em; }
.table { overflow-x: auto; }
mark { background: #ffe08a; color: inherit; }
table { border-collapse: collapse; }
th, td { border: 1px solid #ccc; padding: 0.2rem 0.6rem; text-align: center; }
th:first-child { text-align: start; }
@media print { body { margin: 0; } * { print-color-adjust: exact; } section { break-inside: avoid-page; } }
${MARKED.map((layer) => `.${layer} { ${LAYERS[layer]}; text-underline-offset: 0.2em; }`).join('\n')}
`;

/**
 * @param {Report} report
 * @param {Named[]} articles
 * @param {string[]} ticked The keys of the findings that are dealt with.
 * @returns {string} The page.
 */
export function reportAsHtml(report, articles, ticked) {
  const title = articles.map(({ name }) => name).join(', ');
  const page = document.implementation.createHTMLDocument(`wiremark: ${title}`);
  page.documentElement.lang = language;
  page.head.prepend(
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'" }),
  );
  page.body.append(
    element('h1', {}, title),
    element('p', { class: 'legend' }, ...legend().map(([layer, name]) => element('span', { class: layer }, name))),
    ...findingsSection(report, articles, ticked),
    ...coverageSection(report, articles),
    ...entitiesSection(report, articles),
    element('h2', {}, words.articles),
    element('div', { class: 'articles' }, ...articles.map((_, article) => articleSection(report, articles, article))),
  );
  // Written, not made: this page's own policy lets nobody make a style sheet.
  const written = page.documentElement.outerHTML.replace('</head>', () => `<style>${STYLE}</style></head>`);
  return `<!doctype html>\n${written}\n`;
}

/** @returns {[Layer, string][]} What is marked, as the page's own legend calls it. */
function legend() {
  return [
    ['verbatim', words.legendVerbatim],
    ['edited', words.legendEdited],
    ['rewritten', words.legendRewritten],
    ['moved', words.legendMoved],
    ['quote-change', words.legendQuotes],
    ['number-difference', words.legendFigures],
    ['person', words.legendPeople],
    ['organisation', words.legendOrganisations],
    ['place', words.legendPlaces],
    ['name', words.legendNames],
    ['boilerplate', words.legendBoilerplate],
  ];
}

/**
 * @param {Report} report
 * @param {Named[]} articles
 * @param {string[]} ticked
 */
function findingsSection(report, articles, ticked) {
  const nameOf = (/** @type {number} */ article) => articles[article]?.name ?? '';
  const findings = findingsOf(report);
  const sections = findings.map((finding) => {
    const { title, sentences, versions } = tell(finding, articles, words, Infinity);
    const items = versions.map(({ name, parts }) => {
      const marked = parts.map(({ text, changed }) => (changed ? element('mark', {}, text) : text));
      return element('li', {}, element('b', {}, name), ': ', ...marked);
    });
    const list = items.length > 0 ? [element('ul', {}, ...items)] : [];
    const done = ticked.includes(keyOf(finding, articles)) ? '✓ ' : '';
    return element('section', {}, element('h3', {}, `${done}${title}`), ...sentences.map((it) => element('p', {}, it)), ...list);
  });
  return [element('h2', {}, words.findings), element('p', {}, summaryOf(findings, nameOf, words)), ...sections];
}

/**
 * @param {Report} report
 * @param {Named[]} articles
 */
function coverageSection({ coverage }, articles) {
  if (coverage.length < 2) return [];
  const head = element('tr', {}, element('td', {}), ...articles.map(({ name }) => element('th', { scope: 'col' }, name)));
  const rows = coverage.map((row, index) => {
    const cells = row.map((share, column) => element('td', {}, column === index ? '·' : `${Math.round(share * 100)} %`));
    return element('tr', {}, element('th', { scope: 'row' }, articles[index]?.name ?? ''), ...cells);
  });
  const caption = element('caption', {}, words.coverageCaption);
  return [element('h2', {}, words.coverage), element('div', { class: 'table' }, element('table', {}, caption, head, ...rows))];
}

/**
 * Who and what is named, dated and counted, and how often in each article.
 *
 * @param {Report} report
 * @param {Named[]} articles
 */
function entitiesSection(report, articles) {
  const found = listedOf(report);
  if (found.length === 0) return [];
  const head = element('tr', {}, element('th', { scope: 'col' }, words.name), ...articles.map(({ name }) => element('th', { scope: 'col' }, name)));
  const groups = KINDS.flatMap((kind) => {
    const rows = found.filter((one) => one.kind === kind).map(({ name, mentions }) => {
      const counts = articles.map((_, article) => mentions.filter((mention) => mention.article === article).length);
      return element('tr', {}, element('th', { scope: 'row' }, name), ...counts.map((count) => element('td', {}, count ? String(count) : '—')));
    });
    if (rows.length === 0) return [];
    const title = element('th', { scope: 'rowgroup', colspan: articles.length + 1 }, words.headings[kind]);
    return [element('tbody', {}, element('tr', {}, title), ...rows)];
  });
  return [element('h2', {}, words.entities), element('div', { class: 'table' }, element('table', {}, element('thead', {}, head), ...groups))];
}

/**
 * One article, cut wherever a mark begins or ends; marks that cross are classes of one stretch.
 *
 * @param {Report} report
 * @param {Named[]} articles
 * @param {number} article
 */
function articleSection(report, articles, article) {
  const { name = '', text = '' } = articles[article] ?? {};
  const marks = marksOf(report, article).filter(({ layer }) => MARKED.includes(layer));
  marks.sort((one, two) => one.start - two.start);
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((one, two) => one - two);
  const body = element('div', { class: 'text' });
  let open = /** @type {typeof marks} */ ([]);
  let next = 0;
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    open = open.filter((mark) => mark.end > start);
    for (let mark = marks[next]; mark && mark.start <= start; mark = marks[next]) {
      if (mark.end > start) open.push(mark);
      next += 1;
    }
    const classes = [...new Set(open.map(({ layer }) => layer))].join(' ');
    const words = text.slice(start, end);
    body.append(classes ? element('span', { class: classes }, words) : words);
  }
  return element('section', {}, element('h3', {}, name), body);
}
