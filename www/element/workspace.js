import { Pane } from './pane.js';
import { focusedBeside } from './dom.js';

/** The most articles that are compared at once. */
export const MOST_PANES = 8;

/** The fewest panes on the desk. */
export const FEWEST_PANES = 2;

/**
 * @typedef {{ name: string, text: string, collapsed?: boolean }} Article An article; the name may be empty.
 */

/** The panes on the desk, in order. */
export class Workspace {
  /** @type {Pane[]} */
  panes = [];

  #desk;
  #hooks;
  #fewest;

  /**
   * @param {HTMLElement} desk Where the panes stand.
   * @param {import('./pane.js').Hooks & { listed: () => void }} hooks `listed` says that panes came or went.
   * @param {number} [fewest] How many stay.
   */
  constructor(desk, hooks, fewest = FEWEST_PANES) {
    this.#desk = desk;
    this.#fewest = fewest;
    this.#hooks = hooks;
  }

  /** Whether no further pane fits. */
  get full() {
    return this.panes.length >= MOST_PANES;
  }

  /** The articles as they are now, for putting them back later. */
  get articles() {
    return this.panes.map(({ article }) => article);
  }

  /** The words that are selected in a pane; empty when there are none. */
  get selected() {
    const selections = this.panes.map(({ textarea: { value, selectionStart, selectionEnd } }) =>
      value.slice(selectionStart, selectionEnd).trim(),
    );
    return selections.find((words) => words !== '') ?? '';
  }

  /**
   * Adds a pane, at the end unless told otherwise.
   *
   * @param {Article} [article]
   * @param {number} [at] How many stand before it.
   * @returns {Pane | null} Null when the desk is full.
   */
  add(article, at = this.panes.length) {
    if (this.full) return null;
    const pane = new Pane(this.#hooks);
    this.#desk.insertBefore(pane.element, this.panes[at]?.element ?? null);
    this.panes = this.panes.toSpliced(at, 0, pane);
    this.#list();
    if (article) pane.fill(article);
    return pane;
  }

  /**
   * Takes a pane off the desk; the last two are only emptied.
   *
   * @param {Pane} pane
   * @returns {() => Pane | null} Brings it back where it was, and leaves the others as they are by then; null when the desk is full.
   */
  remove(pane) {
    const { article } = pane;
    const at = this.panes.indexOf(pane);
    if (this.panes.length <= this.#fewest) {
      pane.fill({ name: '', text: '' });
      return () => {
        // Whoever wrote something into the emptied pane meanwhile keeps it.
        if (pane.text !== '' || !this.panes.includes(pane)) return this.add(article, at);
        pane.fill(article);
        return pane;
      };
    }
    this.panes = this.panes.filter((other) => other !== pane);
    pane.element.remove();
    this.#list();
    return () => this.add(article, at);
  }

  /**
   * Puts a pane elsewhere among the others.
   *
   * @param {Pane} pane
   * @param {number} by How many places further on.
   */
  move(pane, by) {
    const from = this.panes.indexOf(pane);
    const to = Math.min(Math.max(from + by, 0), this.panes.length - 1);
    if (to === from) return;
    const focused = focusedBeside(pane.element);
    const { scrollTop } = pane.viewport;
    const others = this.panes.filter((other) => other !== pane);
    const before = others[to]?.element ?? null;
    // Moving with its state keeps what the browser can undo in it.
    const desk = /** @type {HTMLElement & { moveBefore?: (node: Node, child: Node | null) => void }} */ (this.#desk);
    if (desk.moveBefore) desk.moveBefore(pane.element, before);
    else desk.insertBefore(pane.element, before);
    pane.viewport.scrollTop = scrollTop;
    if (focused instanceof HTMLElement && pane.element.contains(focused)) focused.focus();
    this.panes = others.toSpliced(to, 0, pane);
    this.#list();
  }

  /**
   * Puts a copy of an article beside it.
   *
   * @param {Pane} pane
   * @returns {Pane | null} Null when the desk is full.
   */
  duplicate(pane) {
    return this.add({ name: this.#hooks.words().copyOf(pane.name), text: pane.text }, this.panes.indexOf(pane) + 1);
  }

  /**
   * Puts these articles in the place of all others.
   *
   * @param {Article[]} articles
   */
  replace(articles) {
    for (const pane of this.panes) pane.element.remove();
    this.panes = [];
    for (const article of articles.slice(0, MOST_PANES)) this.add(article);
    while (this.panes.length < this.#fewest) this.add();
  }

  /**
   * Puts articles into panes: the first into `target`, the others into empty panes or new ones.
   *
   * @param {Article[]} articles
   * @param {Pane} [target]
   * @returns {number} How many found no place.
   */
  place(articles, target) {
    let left = [...articles];
    /** @type {Set<Pane>} */
    const taken = new Set();
    if (target && left[0]) {
      target.fill(left[0]);
      taken.add(target);
      left = left.slice(1);
    }
    while (left[0]) {
      const pane = this.panes.find((pane) => pane.text === '' && !taken.has(pane)) ?? this.add();
      if (!pane) break;
      pane.fill(left[0]);
      taken.add(pane);
      left = left.slice(1);
    }
    return left.length;
  }

  #list() {
    for (const [index, pane] of this.panes.entries()) {
      pane.letter = String.fromCharCode(65 + index);
      pane.ends = [index === 0, index === this.panes.length - 1];
    }
    this.#desk.dataset.count = String(this.panes.length);
    this.#hooks.listed();
  }
}
