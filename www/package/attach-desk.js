/**
 * One text that somebody edits, on a desk beside the copy that it is compared with.
 *
 * @typedef {import('./contract.js').Report} Report
 * @typedef {import('./layers.js').Mark} Mark
 *
 * @typedef {object} DraftOptions
 * @property {Desk} [desk] An empty desk, for a host that has names of its own or several cores; it stays the host's.
 * @property {string} [name] What the text is called in reports.
 * @property {(string | { name: string, text: string })[]} [references] The copy that it is compared with.
 * @property {(report: Report, article: number) => void} [onreport] Called with each report on the text as it is now,
 *   and the text's index in `report.articles`; the references stand before it.
 */

import { Desk } from './desk.js';
import { editBetween, shifted } from './edit.js';
import { marksOf } from './layers.js';

/** A text, and what is known of it. */
export class Draft {
  /** @type {Mark[]} What was found; it moves along with the text until the next answer. */
  marks = [];

  #text;
  #options;
  #desk;
  #found;
  #articles;
  #stop = new AbortController();
  #changed = true;
  #busy = false;

  /**
   * @param {string} text
   * @param {DraftOptions} options
   * @param {() => void} found Called when there are new marks, before `onreport`.
   */
  constructor(text, options, found) {
    const { desk = new Desk(), name = '', references = [] } = options;
    this.#text = text;
    this.#options = options;
    this.#desk = desk;
    this.#found = found;
    // A desk answers in the order in which it is asked.
    this.#articles = Promise.all([
      ...references.map((/** @type {any} */ copy) => desk.add(copy.name ?? '', copy.text ?? copy)),
      desk.add(name, text),
    ]);
    this.#analyse();
  }

  /**
   * Takes over what the text is now.
   *
   * @param {string} text
   */
  change(text) {
    const edit = editBetween(this.#text, text);
    if (!edit) return;
    this.#text = text;
    this.marks = this.marks.map((mark) => shifted(mark, edit));
    this.#changed = true;
    this.#analyse();
  }

  /** Takes the articles off the desk. */
  close() {
    this.#stop.abort();
    if (!this.#options.desk) this.#desk.dispose();
    // A desk that the host has disposed of has let go of them already.
    else this.#articles.then((all) => all.forEach((article) => this.#desk.remove(article))).catch(() => {});
  }

  async #analyse() {
    if (this.#busy) return;
    this.#busy = true;
    const { signal } = this.#stop;
    try {
      const articles = await this.#articles;
      const index = articles.length - 1;
      while (this.#changed && !signal.aborted) {
        this.#changed = false;
        await this.#desk.setText(articles[index] ?? 0, this.#text);
        const report = await this.#desk.report({ signal });
        // Nobody would see an answer on a text that is no more.
        if (this.#changed) continue;
        this.marks = marksOf(report, index);
        this.#found();
        this.#options.onreport?.(report, index);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#busy = false;
    }
  }
}
