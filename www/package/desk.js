import { latest } from './core.js';
import { ClosedError } from './errors.js';

/**
 * A name as the newsroom knows it.
 *
 * @typedef {object} OwnName
 * @property {string} name The name to show.
 * @property {'person' | 'organisation' | 'place' | 'group' | 'event' | 'work' | 'law' | 'product' | 'none'} kind What
 *   it names; `none` for words that are no name.
 * @property {string[]} [aliases] Its other spellings, each of which is read like the name.
 * @property {string} [id] An identifier of the newsroom's, or of whoever keeps one.
 */

/**
 * The live workspace: the articles in hand and everything known about them. It answers in the order of the calls, so
 * that none has to wait for another.
 */
export class Desk {
  #number;
  #disposed = new AbortController();

  /** @param {{ core?: import('./core.js').Core }} [options] Another core than the one loaded last. */
  constructor({ core = latest() } = {}) {
    /** Whom this desk asks. */
    this.core = core;
    this.#number = core.nextDesk();
  }

  /**
   * Puts an article at the end of the desk.
   *
   * @param {string} name Shown to people; two articles may share one.
   * @param {string} text
   * @returns {Promise<number>} The article's number, which no other article of this desk ever has.
   */
  async add(name, text) {
    return this.#call('add', [name, text]);
  }

  /**
   * Gives an article a new text. Only what the change touches is read again.
   *
   * @param {number} article The number that `add` gave.
   * @param {string} text
   * @returns {Promise<void>}
   */
  async setText(article, text) {
    await this.#call('setText', [article, text]);
  }

  /**
   * Gives an article a new name.
   *
   * @param {number} article The number that `add` gave.
   * @param {string} name
   * @returns {Promise<void>}
   */
  async rename(article, name) {
    await this.#call('rename', [article, name]);
  }

  /**
   * Takes an article off the desk.
   *
   * @param {number} article The number that `add` gave.
   * @returns {Promise<void>}
   */
  async remove(article) {
    await this.#call('remove', [article]);
  }

  /**
   * What the newsroom says of names, instead of what it said before. It stands over lexicon, rules and model; where
   * two of these know one spelling, the later decides.
   *
   * @param {OwnName[]} names
   * @returns {Promise<void>}
   */
  async setOwnNames(names) {
    const plain = (/** @type {string} */ text) => text.replace(/\s+/g, ' ');
    const lines = names.map(({ name, kind, id = '', aliases = [] }) =>
      `${plain(name)}\n${kind}\n${plain(id)}\n${aliases.map(plain).join('\t')}\n`,
    );
    await this.#call('setOwnNames', [lines.join('')]);
  }

  /**
   * Everything known about the articles, in the order in which they were added.
   *
   * @param {{ signal?: AbortSignal }} [options] A signal ends the waiting: the promise is rejected with its reason, and
   *   the desk is as it was.
   * @returns {Promise<import('./contract.js').Report>}
   */
  async report({ signal } = {}) {
    return this.#call('report', [], signal);
  }

  /** Frees the desk. What waits and what is asked after this is refused with a `ClosedError`. */
  dispose() {
    if (this.#disposed.signal.aborted) return;
    this.#disposed.abort(new ClosedError('This desk was disposed of. Make another.'));
    // A core that is gone has freed it.
    this.core.call(this.#number, 'dispose', []).catch(() => {});
  }

  /** The same, for `using`. */
  [Symbol.dispose]() {
    this.dispose();
  }

  /**
   * @param {string} method
   * @param {unknown[]} parameters
   * @param {AbortSignal} [signal]
   */
  #call(method, parameters, signal) {
    return this.core.call(this.#number, method, parameters, [this.#disposed.signal, signal]);
  }
}
