import { element } from './dom.js';
import { columnHead, rowHead } from './table.js';

/**
 * How much of each article is found in each other one, as a table whose colour deepens with the share.
 *
 * @param {HTMLElement} place
 * @param {import('../../pkg/contract.js').Report} report
 * @param {import('./pane.js').Pane[]} panes
 */
export function showCoverage(place, report, panes) {
  const filled = panes.flatMap((pane, index) => (pane.analysedText.trim() ? [{ pane, index }] : []));
  if (filled.length < 2) {
    place.replaceChildren(
      element('p', { class: 'hint' }, 'With two articles or more, this shows how much of each is in the others.'),
    );
    return;
  }
  const columns = filled.map(({ pane }) => columnHead(pane));
  const rows = filled.map((row) => {
    const cells = filled.map((column) => {
      if (row.index === column.index) return element('td', { class: 'same' }, '·');
      const share = report.coverage[row.index]?.[column.index] ?? 0;
      const label = `${Math.round(share * 100)} % of ${row.pane.name} is found in ${column.pane.name}`;
      const cell = element('td', { class: 'share', title: label }, `${Math.round(share * 100)}\u202f%`);
      cell.style.setProperty('--share', String(share));
      return cell;
    });
    return element('tr', {}, rowHead(row.pane), ...cells);
  });
  const corner = element('th', { scope: 'col' }, 'Share of ↓ in →');
  place.replaceChildren(
    element(
      'table',
      { class: 'coverage' },
      element('thead', {}, element('tr', {}, corner, ...columns)),
      element('tbody', {}, ...rows),
    ),
  );
}
