import { element } from './dom.js';
import { litLayer } from './passage.js';
import { likeness } from './likeness.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Place} Place
 * @typedef {import('./words/index.js').Words} Words
 * @typedef {import('./articles.js').Shown} Shown
 *
 * @typedef {object} Item Two places that belong together.
 * @property {string} kind In the words shown to people.
 * @property {import('../../pkg/layers.js').Layer} look The layer that paints it.
 * @property {import('../../pkg/layers.js').Layer} lit The layer that lights it.
 * @property {string} [detail]
 * @property {Place} a
 * @property {Place} b
 */

/** So many are listed at once; a button lists the rest. */
const LISTED = 100;

/** So much of a passage is quoted, in characters. */
const QUOTED = 110;

/**
 * Everything that is highlighted because two articles share it, as a list that can be read and pressed: highlights alone
 * are invisible to screen readers.
 *
 * @param {HTMLElement} place
 * @param {Report} report
 * @param {Shown[]} panes
 * @param {(places: Place[], lit: import('../../pkg/layers.js').Layer) => void} go
 * @param {Words} words
 * @param {number} [most] How many to list.
 */
export function listPassages(place, report, panes, go, words, most = LISTED) {
  const items = itemsOf(report, words);
  if (items.length === 0) {
    place.replaceChildren(
      element('p', { class: 'hint', part: 'hint' }, words.passagesHint),
    );
    return;
  }
  const rows = items.slice(0, most).map((item) => {
    const names = [item.a, item.b].map(({ article }) => panes[article]?.name ?? '');
    const head = element(
      'span',
      { class: 'between' },
      element('span', { class: `swatch ${item.look}` }, item.kind),
      ` ${names.join(' ↔ ')}${item.detail ? `, ${item.detail}` : ''}`,
    );
    // What both share need be read once only.
    const quote = element('q', {}, excerpt(item.a, panes));
    const press = () => go([item.a, item.b], item.lit);
    return element('li', { part: 'passage' }, element('button', { type: 'button', click: press }, head, quote));
  });
  place.replaceChildren(element('ol', { class: 'passages' }, ...rows));
  if (items.length > most) {
    const all = () => listPassages(place, report, panes, go, words, Infinity);
    place.append(element('button', { type: 'button', click: all }, words.listAll(items.length)));
  }
}

/**
 * @param {Report} report
 * @param {Words} words
 * @returns {Item[]}
 */
function itemsOf(report, words) {
  /** @type {Item[]} */
  const items = [];
  for (const { kind, moved, score, a, b } of report.overlaps) {
    const detail = kind === 'verbatim' ? '' : likeness(kind, score, words);
    items.push({ kind: moved ? words.movedKind(words.kinds[kind]) : words.kinds[kind], look: kind, lit: litLayer(kind), detail, a, b });
  }
  return items;
}

/**
 * @param {Place} place
 * @param {Shown[]} panes
 */
function excerpt({ article, start, end }, panes) {
  const text = panes[article]?.text.slice(start, Math.min(end, start + QUOTED)) ?? '';
  return end - start > QUOTED ? `${text.trimEnd()}…` : text;
}
