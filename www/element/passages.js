import { element, remade } from './dom.js';
import { likeness } from './likeness.js';
import { litLayer } from './passage.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Place} Place
 * @typedef {import('./words/index.js').Words} Words
 * @typedef {import('./articles.js').Shown} Shown
 * @typedef {import('../../pkg/contract.js').Overlap} Overlap
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
 * @param {(overlap: Overlap, lit: import('../../pkg/layers.js').Layer) => void} go Shows it, in the layer that lights it.
 * @param {Words} words
 * @param {number} [most] How many to list.
 */
export function listPassages(place, report, panes, go, words, most = LISTED) {
  const items = report.overlaps;
  if (items.length === 0) {
    place.replaceChildren(
      element('p', { class: 'hint', part: 'hint' }, words.passagesHint),
    );
    return;
  }
  const rows = items.slice(0, most).map((overlap) => {
    const { kind, moved, score, a, b } = overlap;
    const names = [a, b].map(({ article }) => panes[article]?.name ?? '');
    const alike = kind === 'verbatim' ? '' : `, ${likeness(kind, score, words)}`;
    const said = words.kinds[kind];
    const head = element(
      'span',
      { class: 'between' },
      element('span', { class: `swatch ${kind}` }, moved ? words.movedKind(said) : said),
      ` ${names.join(' ↔ ')}${alike}`,
    );
    // What both share need be read once only.
    const quote = element('q', {}, excerpt(a, panes));
    const press = () => go(overlap, litLayer(kind));
    const control = `${a.article} ${a.start} ${b.article} ${b.start}`;
    return element('li', { part: 'passage' }, element('button', { type: 'button', 'data-control': control, click: press }, head, quote));
  });
  const all = () => listPassages(place, report, panes, go, words, Infinity);
  const rest = items.length > most ? [element('button', { type: 'button', 'data-control': 'all', click: all }, words.listAll(items.length))] : [];
  remade(place, () => place.replaceChildren(element('ol', { class: 'passages' }, ...rows), ...rest));
}

/**
 * @param {Place} place
 * @param {Shown[]} panes
 */
function excerpt({ article, start, end }, panes) {
  const text = panes[article]?.text.slice(start, Math.min(end, start + QUOTED)) ?? '';
  return end - start > QUOTED ? `${text.trimEnd()}…` : text;
}
