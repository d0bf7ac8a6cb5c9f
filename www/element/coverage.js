import { element, remade } from './dom.js';
import { CLOSEST_FIRST } from './likeness.js';
import { columnHead, rowHead } from './table.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('./articles.js').Shown} Shown
 */

/**
 * @typedef {object} Pairs Of articles, by their indices.
 * @property {[number, number] | null} shown The two articles that are shown alone.
 * @property {(one: number, two: number) => void} toggle Shows two alone, in their order, or all again.
 */

/**
 * How much of each article is found in each other one, as a table whose colour deepens with the share. A bar in every
 * cell says how closely it is found; a press on it shows what the two share, and nothing else.
 *
 * @param {HTMLElement} place
 * @param {Report} report
 * @param {Shown[]} panes
 * @param {Pairs} pairs
 * @param {import('./words/index.js').Words} words
 */
export function showCoverage(place, report, panes, pairs, words) {
  const filled = panes.flatMap((pane, index) => (pane.text.trim() ? [{ pane, index }] : []));
  if (filled.length < 2) {
    place.replaceChildren(
      element('p', { class: 'hint', part: 'hint' }, words.coverageHint),
    );
    return;
  }
  const columns = filled.map(({ pane }) => columnHead(pane));
  const rows = filled.map((row) => {
    const cells = filled.map((column) => {
      if (row.index === column.index) return element('td', { class: 'same' }, '·');
      const share = report.coverage[row.index]?.[column.index] ?? 0;
      const kinds = CLOSEST_FIRST.map((kind) => report.coverageByKind?.[kind][row.index]?.[column.index] ?? 0);
      const closely = CLOSEST_FIRST.flatMap((kind, index) => (kinds[index] ? [`${percent(kinds[index])} ${words.kinds[kind]}`] : []));
      const label = words.foundIn(percent(share), row.pane.name, column.pane.name);
      const said = closely.length > 0 ? `${label}: ${closely.join(', ')}` : label;
      const cell = element('td', { class: 'share', part: 'share', title: said });
      if (share === 0) cell.append(percent(share));
      else {
        const shown = pairs.shown?.includes(row.index) === true && pairs.shown.includes(column.index);
        cell.append(
          element(
            'button',
            {
              type: 'button',
              'data-control': `${row.pane.letter} ${column.pane.letter}`,
              'aria-label': words.showPair(said),
              'aria-pressed': String(shown),
              click: () => pairs.toggle(Math.min(row.index, column.index), Math.max(row.index, column.index)),
            },
            percent(share),
          ),
        );
      }
      cell.style.setProperty('--share', String(share));
      CLOSEST_FIRST.forEach((kind, index) => cell.style.setProperty(`--${kind}`, String(kinds[index])));
      return cell;
    });
    return element('tr', {}, rowHead(row.pane), ...cells);
  });
  const corner = element('th', { scope: 'col' }, words.shareOf);
  const table = element(
    'table',
    { class: 'coverage', part: 'table' },
    element('thead', {}, element('tr', {}, corner, ...columns)),
    element('tbody', {}, ...rows),
  );
  remade(place, () => place.replaceChildren(table));
}

/** @param {number} share From 0 to 1. */
function percent(share) {
  return `${Math.round(share * 100)}\u202f%`;
}
