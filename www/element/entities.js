import { element, remade } from './dom.js';
import { columnHead } from './table.js';
import { unsureEntities, unsureMark } from './unsure.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Entity} Entity
 * @typedef {import('../../pkg/contract.js').Place} Place
 * @typedef {import('./articles.js').Shown} Shown
 * @typedef {import('./words/index.js').Words} Words
 *
 * @typedef {object} Actions
 * @property {(mention: Place, entity: Entity) => void} go Shows a mention.
 * @property {string} sought Only names that hold these letters are listed.
 * @property {(entity: Entity) => void} [correct] Lets the reader say what it really is.
 */

/** The kinds in the order in which they are listed. */
export const KINDS = /** @type {const} */ (['person', 'organisation', 'place', 'group', 'event', 'work', 'law', 'product']);

/** So many are listed at once; a button lists the rest. */
const LISTED = 150;

/**
 * Everyone and everything named, by kind, with the mentions in each article. A button goes from mention to mention.
 *
 * @param {HTMLElement} place
 * @param {Report} report
 * @param {Shown[]} panes
 * @param {Actions} actions
 * @param {Words} words
 * @param {number} [most] How many to list.
 */
export function listEntities(place, report, panes, actions, words, most = LISTED) {
  if (report.entities.length === 0) {
    place.replaceChildren(element('p', { class: 'hint', part: 'hint' }, words.entitiesHint));
    return;
  }
  const sought = actions.sought.trim().toLocaleLowerCase();
  const holds = (/** @type {string} */ name) => name.toLocaleLowerCase().includes(sought);
  const listed = report.entities.filter(({ name, aliases }) => [name, ...aliases].some(holds));
  if (listed.length === 0) {
    place.replaceChildren(element('p', { class: 'hint', part: 'hint' }, words.noSuchName));
    return;
  }
  const columns = panes.map(columnHead);
  const head = element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, words.name), ...columns, element('td', {})));
  const table = element('table', { class: 'entities', part: 'table' }, head);
  const unsure = new Set([...unsureEntities(report)].map((entity) => report.entities[entity]));
  let left = most;
  for (const kind of KINDS) {
    const entities = listed
      .filter((entity) => entity.kind === kind)
      .sort(byMentions)
      .slice(0, Math.max(left, 0));
    if (entities.length === 0) continue;
    left -= entities.length;
    const title = element('th', { scope: 'rowgroup', colspan: panes.length + 2, class: `kind ${kind}` }, words.headings[kind]);
    table.append(element('tbody', {}, element('tr', {}, title), ...entities.map((entity) => row(entity, unsure.has(entity), panes, actions, words))));
  }
  const all = () => listEntities(place, report, panes, actions, words, Infinity);
  const rest = listed.length > most ? [element('button', { type: 'button', 'data-control': 'all', click: all }, words.listAll(listed.length))] : [];
  remade(place, () => place.replaceChildren(table, ...rest));
}

/** @param {Entity} one @param {Entity} two */
function byMentions(one, two) {
  return two.mentions.length - one.mentions.length || one.name.localeCompare(two.name);
}

/**
 * @param {Entity} entity
 * @param {boolean} unsure
 * @param {Shown[]} panes
 * @param {Actions} actions
 * @param {Words} words
 */
function row(entity, unsure, panes, { go, correct }, words) {
  const show = (/** @type {Place} */ mention) => go(mention, entity);
  const also = entity.aliases.length > 0 ? words.also(entity.aliases.join(', ')) : '';
  const name = element('button', { type: 'button', title: also, 'data-control': `name ${entity.name}`, click: cycle(entity.mentions, show) }, entity.name);
  // In the button, so that it stands behind the last word on however many lines.
  if (unsure) name.append(unsureMark(words));
  const several = panes.filter(({ text }) => text.trim() !== '').length > 1;
  const cells = panes.map((pane, article) => {
    const mentions = entity.mentions.filter((mention) => mention.article === article);
    const count = mentions.length;
    if (count === 0) return element('td', { class: 'missing' }, '—');
    const alone = several && count === entity.mentions.length;
    const said = words.mentionsIn(entity.name, pane.name, count);
    const label = alone ? `${said}. ${words.namedOnlyIn(pane.name, entity.name)}` : said;
    return element(
      'td',
      alone ? { class: 'alone', title: words.namedOnlyIn(pane.name, entity.name) } : {},
      element('button', { type: 'button', 'aria-label': label, 'data-control': `${article} ${entity.name}`, click: cycle(mentions, show) }, `${count}`),
    );
  });
  const label = words.correctName(entity.name);
  const mend = correct
    ? [element('button', { type: 'button', class: 'mend', 'aria-label': label, title: label, 'data-control': `correct ${entity.name}`, click: () => correct(entity) }, '✎')]
    : [];
  return element('tr', { part: 'entity' }, element('th', { scope: 'row' }, name), ...cells, element('td', {}, ...mend));
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
