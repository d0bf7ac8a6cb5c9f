import { element, remade } from './dom.js';
import { columnHead } from './table.js';
import { unsureEntities, unsureMark } from './unsure.js';
import { valuesOf } from './values.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Entity} Entity
 * @typedef {import('../../pkg/contract.js').Place} Place
 * @typedef {import('./articles.js').Shown} Shown
 * @typedef {import('./values.js').Value} Value
 * @typedef {import('./words/index.js').Words} Words
 *
 * @typedef {object} Actions
 * @property {(mention: Place, listed: Entity | Value) => void} go Shows a mention.
 * @property {string} sought Only what holds these letters is listed.
 * @property {(entity: Entity) => void} [correct] Lets the reader say what a name really is.
 */

/** The kinds in the order in which they are listed. */
export const KINDS = /** @type {const} */ (['person', 'organisation', 'place', 'group', 'event', 'work', 'law', 'product', 'date', 'figure']);

/** So many are listed at once; a button lists the rest. */
const LISTED = 150;

/**
 * What is listed: everyone and everything named, then dates and figures.
 *
 * @param {Report} report
 * @returns {(Entity | Value)[]}
 */
export function listedOf(report) {
  const named = [...report.entities].sort((one, two) => two.mentions.length - one.mentions.length || one.name.localeCompare(two.name));
  return [...named, ...valuesOf(report)];
}

/**
 * Everyone and everything named, dated and counted, by kind, with the mentions in each article. A button goes from mention to mention.
 *
 * @param {HTMLElement} place
 * @param {Report} report
 * @param {Shown[]} panes
 * @param {Actions} actions
 * @param {Words} words
 * @param {number} [most] How many to list.
 */
export function listEntities(place, report, panes, actions, words, most = LISTED) {
  const found = listedOf(report);
  if (found.length === 0) {
    place.replaceChildren(element('p', { class: 'hint', part: 'hint' }, words.entitiesHint));
    return;
  }
  const sought = actions.sought.trim().toLocaleLowerCase();
  const holds = (/** @type {string} */ name) => name.toLocaleLowerCase().includes(sought);
  const listed = found.filter((one) => [one.name, ...one.aliases, ('value' in one && one.value) || ''].some(holds));
  if (listed.length === 0) {
    place.replaceChildren(element('p', { class: 'hint', part: 'hint' }, words.noSuchName));
    return;
  }
  const columns = panes.map(columnHead);
  const head = element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, words.name), ...columns, element('td', {})));
  const table = element('table', { class: 'entities', part: 'table' }, head);
  /** @type {Set<unknown>} */
  const unsure = new Set([...unsureEntities(report)].map((entity) => report.entities[entity]));
  let left = most;
  for (const kind of KINDS) {
    const rows = listed.filter((one) => one.kind === kind).slice(0, Math.max(left, 0));
    if (rows.length === 0) continue;
    left -= rows.length;
    const title = element('th', { scope: 'rowgroup', colspan: panes.length + 2, class: `kind ${kind}` }, words.headings[kind]);
    table.append(element('tbody', {}, element('tr', {}, title), ...rows.map((one) => row(one, unsure.has(one), panes, actions, words))));
  }
  const all = () => listEntities(place, report, panes, actions, words, Infinity);
  const rest = listed.length > most ? [element('button', { type: 'button', 'data-control': 'all', click: all }, words.listAll(listed.length))] : [];
  remade(place, () => place.replaceChildren(table, ...rest));
}

/**
 * @param {Entity | Value} one
 * @param {boolean} unsure
 * @param {Shown[]} panes
 * @param {Actions} actions
 * @param {Words} words
 */
function row(one, unsure, panes, { go, correct }, words) {
  const { name, aliases, mentions } = one;
  const show = (/** @type {Place} */ mention) => go(mention, one);
  const also = aliases.length > 0 ? words.also(aliases.join(', ')) : '';
  const button = element('button', { type: 'button', title: also, 'data-control': `name ${name}`, click: cycle(mentions, show) }, name);
  // In the button, so that it stands behind the last word on however many lines.
  if (unsure) button.append(unsureMark(words));
  if ('value' in one && one.value && one.value !== name) button.append(' ', element('span', { class: 'value' }, one.value));
  const several = panes.filter(({ text }) => text.trim() !== '').length > 1;
  const cells = panes.map((pane, article) => {
    const there = mentions.filter((mention) => mention.article === article);
    const count = there.length;
    if (count === 0) return element('td', { class: 'missing' }, '—');
    const alone = several && count === mentions.length;
    const only = 'value' in one ? words.givenOnlyIn(pane.name, name) : words.namedOnlyIn(pane.name, name);
    const said = words.mentionsIn(name, pane.name, count);
    const label = alone ? `${said}. ${only}` : said;
    return element(
      'td',
      alone ? { class: 'alone', title: only } : {},
      element('button', { type: 'button', 'aria-label': label, 'data-control': `${article} ${name}`, click: cycle(there, show) }, `${count}`),
    );
  });
  const label = words.correctName(name);
  const mend =
    correct && !('value' in one)
      ? [element('button', { type: 'button', class: 'mend', 'aria-label': label, title: label, 'data-control': `correct ${name}`, click: () => correct(one) }, '✎')]
      : [];
  return element('tr', { part: 'entity' }, element('th', { scope: 'row' }, button), ...cells, element('td', {}, ...mend));
}

/**
 * Goes to the next of these places at every call.
 *
 * @param {Place[]} places
 * @param {(place: Place) => void} go
 */
function cycle(places, go) {
  let next = 0;
  return () => {
    const place = places[next % places.length];
    next += 1;
    if (place) go(place);
  };
}
