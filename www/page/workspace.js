import { Pane } from './pane.js';

/** The most articles that are compared at once. */
export const MOST_PANES = 8;

/** The fewest panes on the desk. */
export const FEWEST_PANES = 2;

/**
 * @typedef {{ name: string, text: string }} Article
 */

/** The panes on the desk, in order. */
export class Workspace {
  /** @type {Pane[]} */
  panes = [];

  #desk;
  #hooks;

  /**
   * @param {HTMLElement} desk Where the panes stand.
   * @param {import('./pane.js').Hooks & { listed: () => void }} hooks `listed` says that panes came or went.
   */
  constructor(desk, hooks) {
    this.#desk = desk;
    this.#hooks = hooks;
  }

  /** Whether no further pane fits. */
  get full() {
    return this.panes.length >= MOST_PANES;
  }

  /** The articles as they are now, for putting them back later. */
  get articles() {
    return this.panes.map(({ name, text }) => ({ name, text }));
  }

  /** The words that are selected in a pane; empty when there are none. */
  get selected() {
    const selections = this.panes.map(({ textarea: { value, selectionStart, selectionEnd } }) =>
      value.slice(selectionStart, selectionEnd).trim(),
    );
    return selections.find((words) => words !== '') ?? '';
  }

  /**
   * Adds a pane at the end.
   *
   * @param {Article} [article]
   * @returns {Pane | null} Null when the desk is full.
   */
  add(article) {
    if (this.full) return null;
    const pane = new Pane(this.#hooks);
    this.panes.push(pane);
    this.#desk.append(pane.element);
    this.#list();
    if (article) pane.fill(article);
    return pane;
  }

  /**
   * Takes a pane off the desk; the last two are only emptied.
   *
   * @param {Pane} pane
   */
  remove(pane) {
    if (this.panes.length <= FEWEST_PANES) return pane.fill({ name: '', text: '' });
    this.panes = this.panes.filter((other) => other !== pane);
    pane.element.remove();
    this.#list();
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
    while (this.panes.length < FEWEST_PANES) this.add();
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
    for (const [index, pane] of this.panes.entries()) pane.letter = String.fromCharCode(65 + index);
    this.#desk.dataset.count = String(this.panes.length);
    this.#hooks.listed();
  }
}
