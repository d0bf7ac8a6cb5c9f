/**
 * One article beside the others: its passages are the rows, in its order, and each column has what another article says
 * there, with the words that differ. A grid: arrow keys go from cell to cell, Enter goes to the text.
 *
 * @typedef {import('../../../pkg/contract.js').Report} Report
 * @typedef {import('../../../pkg/contract.js').Place} Place
 * @typedef {import('../../element/pane.js').Pane} Pane
 * @typedef {import('./rows.js').Row} Row
 * @typedef {import('./rows.js').Counterpart} Counterpart
 *
 * @typedef {{ row: number, column: number }} Cell Where a cell is in the grid.
 *
 * @typedef {object} Hooks
 * @property {(places: Place[]) => void} go Shows places in the texts, the last one first of all.
 * @property {(done: number, all: number) => void} progress Setting it out takes noticeably long.
 */

import { element, find } from '../dom.js';
import { likeness } from '../../element/likeness.js';
import { words } from '../words/index.js';
import { walkGrid } from './keys.js';
import { partsOf, rowsOf } from './rows.js';

/** So many milliseconds are spent on rows at a stretch, so that keys and clicks never wait. */
const STRETCH = 12;

/** The page says that it is at work after so many milliseconds. */
const NOTICEABLE = 500;

/** The aligned view. */
export class AlignedView {
  #element = find('#aligned', HTMLElement);
  #base = find('#aligned-base', HTMLSelectElement);
  #grid = find('#aligned-grid', HTMLElement);
  #hooks;
  /** @type {{ report: Report, panes: Pane[] } | null} */
  #shown = null;
  /** @type {Pane | null} The article whose order the rows follow. */
  #chosen = null;
  /** Counts what was set out, so that an older setting out stops when a newer begins. */
  #round = 0;

  /** @param {Hooks} hooks */
  constructor(hooks) {
    this.#hooks = hooks;
    this.#base.addEventListener('change', () => {
      this.#chosen = this.#shown?.panes[Number(this.#base.value)] ?? null;
      this.#again();
    });
    walkGrid(this.#grid);
  }

  /** Whether it is in view. */
  get open() {
    return !this.#element.hidden;
  }

  /** What takes the focus in it. */
  get focusable() {
    return this.#base;
  }

  /** @param {boolean} open */
  set open(open) {
    this.#element.hidden = !open;
    if (open) this.#again();
    else this.#clear();
  }

  /**
   * Takes a report into use.
   *
   * @param {Report} report
   * @param {Pane[]} panes
   * @param {Pane[] | null} only The articles to show, when not all.
   */
  update(report, panes, only) {
    this.#shown = { report, panes };
    this.only = only;
    if (this.open) this.#again();
  }

  /** @type {Pane[] | null} */
  only = null;

  #clear() {
    this.#round += 1;
    this.#grid.replaceChildren();
  }

  #again() {
    const held = this.#held();
    this.#clear();
    if (!this.#shown) return;
    const { report, panes } = this.#shown;
    const filled = panes.flatMap((pane, index) => {
      const wanted = pane.analysedText.trim() !== '' && (this.only?.includes(pane) ?? true);
      return wanted ? [{ pane, index }] : [];
    });
    this.#base.replaceChildren(
      ...filled.map(({ pane, index }) => element('option', { value: index }, `${pane.letter}  ${pane.name}`)),
    );
    const base = filled.find(({ pane }) => pane === this.#chosen) ?? filled[0];
    this.#base.disabled = filled.length < 2;
    if (!base || filled.length < 2) {
      this.#grid.replaceChildren(element('p', { class: 'hint', role: 'row' }, element('span', { role: 'gridcell' }, words.alignedNeedsTwo)));
      return;
    }
    this.#base.value = String(base.index);
    const others = filled.filter((other) => other !== base);
    const heads = [base, ...others].map(({ pane: { letter, name } }) =>
      element('div', { role: 'columnheader' }, element('span', { class: 'letter', 'aria-hidden': 'true' }, `${letter} `), name),
    );
    this.#grid.style.setProperty('--columns', String(heads.length));
    this.#grid.replaceChildren(element('div', { role: 'row', class: 'aligned-head' }, ...heads));
    void this.#setOut(rowsOf(report, base.index), base, others, held);
  }

  /** The cell that has the focus: when the rows are made anew, the one in its place gets it. @returns {Cell | null} */
  #held() {
    const cell = this.#grid.contains(document.activeElement) ? document.activeElement?.closest('[aria-colindex]') : null;
    if (!cell?.parentElement) return null;
    return { row: [...this.#grid.children].indexOf(cell.parentElement), column: [...cell.parentElement.children].indexOf(cell) };
  }

  /**
   * Adds the rows, as many at a stretch as no key has to wait for.
   *
   * @param {Row[]} rows
   * @param {{ pane: Pane, index: number }} base
   * @param {{ pane: Pane, index: number }[]} others
   * @param {Cell | null} held The cell that had the focus.
   */
  async #setOut(rows, base, others, held) {
    const round = this.#round;
    const began = performance.now();
    this.#grid.setAttribute('aria-rowcount', String(rows.length + 1));
    this.#grid.setAttribute('aria-busy', 'true');
    for (let next = 0; next < rows.length; ) {
      const fragment = document.createDocumentFragment();
      const started = performance.now();
      for (; next < rows.length && performance.now() - started < STRETCH; next += 1) {
        fragment.append(this.#row(/** @type {Row} */ (rows[next]), next, base, others));
      }
      this.#grid.append(fragment);
      const again = held && this.#grid.children[held.row]?.children[held.column];
      if (again instanceof HTMLElement && document.activeElement === document.body) again.focus({ preventScroll: true });
      if (next < rows.length) {
        if (performance.now() - began > NOTICEABLE) this.#hooks.progress(next, rows.length);
        await new Promise((resolve) => setTimeout(resolve));
        if (round !== this.#round) return;
      }
    }
    this.#grid.removeAttribute('aria-busy');
    if (performance.now() - began > NOTICEABLE) this.#hooks.progress(rows.length, rows.length);
  }

  /**
   * @param {Row} row
   * @param {number} number
   * @param {{ pane: Pane }} base
   * @param {{ pane: Pane, index: number }[]} others
   */
  #row(row, number, base, others) {
    const { start, end } = row.place;
    const alone = row.story && !others.some(({ index }) => row.counterparts.has(index));
    const label = alone ? words.onlyHere : String(number + 1);
    const spoken = `${alone ? `${label}. ` : ''}${words.goToRow(number + 1, base.pane.name)}`;
    const chip = this.#chip(alone ? 'unique' : 'number', label, spoken, [row.place]);
    const head = element(
      'div',
      { role: 'rowheader', 'aria-colindex': 1, tabindex: number === 0 ? 0 : -1, class: row.story ? '' : 'aside' },
      chip,
      element('p', { dir: 'auto' }, base.pane.text.slice(start, end).replace(/\s+/g, ' ')),
    );
    const cells = others.map(({ pane, index }, column) => {
      const counterparts = row.counterparts.get(index) ?? [];
      const cell = element('div', {
        role: 'gridcell',
        'aria-colindex': column + 2,
        tabindex: -1,
        class: counterparts.length > 0 ? '' : 'gap',
      });
      if (counterparts.length === 0) cell.append('—', element('span', { class: 'visually-hidden' }, words.nothingHere));
      for (const counterpart of counterparts) cell.append(...this.#counterpart(counterpart, base.pane, pane));
      return cell;
    });
    return element('div', { role: 'row', 'aria-rowindex': number + 2, class: 'aligned-row' }, head, ...cells);
  }

  /**
   * @param {Counterpart} counterpart
   * @param {Pane} mine
   * @param {Pane} theirs
   */
  #counterpart(counterpart, mine, theirs) {
    const { kind, moved, score } = counterpart.overlap;
    const label = moved ? words.movedKind(words.kinds[kind]) : words.kinds[kind];
    const alike = kind === 'verbatim' ? '' : `, ${likeness(kind, score, words)}`;
    const spoken = words.goToCounterpart(`${label}${alike}`, theirs.name);
    const chip = this.#chip(kind, `${label}${alike}`, spoken, [counterpart.mine, counterpart.theirs]);
    const whose = element('span', { class: 'whose', 'aria-hidden': 'true' }, theirs.name);
    const parts = partsOf(counterpart, mine.text, theirs.text).map(({ text, kind }) => {
      if (kind === 'same') return text;
      if (kind === 'moved') return element('span', { class: 'reordered', title: words.standsElsewhere }, text);
      return element(kind === 'gone' ? 'del' : 'ins', {}, text);
    });
    return [chip, whose, element('p', { dir: 'auto', class: kind }, ...parts)];
  }

  /**
   * @param {string} look
   * @param {string} label
   * @param {string} spoken
   * @param {Place[]} places
   */
  #chip(look, label, spoken, places) {
    const press = () => this.#hooks.go(places);
    return element('button', { type: 'button', tabindex: -1, class: `chip swatch ${look}`, 'aria-label': spoken, click: press }, label);
  }
}
