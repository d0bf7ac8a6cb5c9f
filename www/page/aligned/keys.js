/** So many rows are one page. */
const PAGE = 8;

/**
 * Lets arrow keys go from cell to cell of a grid, as the ARIA practices say: one cell is in the tab order, Home and End
 * go to the ends of a row, with Ctrl to those of the grid, and Enter presses the button of a cell.
 *
 * @param {HTMLElement} grid Has rows (`role=row`) of cells with a `tabindex`.
 */
export function walkGrid(grid) {
  grid.addEventListener('focusin', ({ target }) => {
    const cell = target instanceof Element ? target.closest('[role=gridcell], [role=rowheader]') : null;
    if (!(cell instanceof HTMLElement) || cell.tabIndex === 0) return;
    for (const other of grid.querySelectorAll('[tabindex="0"]')) other.setAttribute('tabindex', '-1');
    cell.tabIndex = 0;
  });
  grid.addEventListener('keydown', (event) => {
    const cell = event.target instanceof Element ? event.target.closest('[role=gridcell], [role=rowheader]') : null;
    const row = cell?.parentElement;
    if (!cell || !row || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && event.target === cell) {
      event.preventDefault();
      cell.querySelector('button')?.click();
      return;
    }
    const rows = [...grid.querySelectorAll('[role=row]:has([tabindex])')];
    const at = rows.indexOf(row);
    const column = [...row.children].indexOf(cell);
    const end = row.children.length - 1;
    // In a text from right to left the columns go that way too.
    const ahead = getComputedStyle(grid).direction === 'rtl' ? -1 : 1;
    /** @type {Record<string, [number, number]>} */
    const targets = {
      ArrowDown: [at + 1, column],
      ArrowUp: [at - 1, column],
      ArrowRight: [at, column + ahead],
      ArrowLeft: [at, column - ahead],
      PageDown: [Math.min(at + PAGE, rows.length - 1), column],
      PageUp: [Math.max(at - PAGE, 0), column],
      Home: event.ctrlKey ? [0, 0] : [at, 0],
      End: event.ctrlKey ? [rows.length - 1, end] : [at, end],
    };
    const target = targets[event.key];
    if (!target) return;
    event.preventDefault();
    const next = rows[target[0]]?.children[target[1]];
    if (next instanceof HTMLElement) next.focus();
  });
}
