/**
 * What stands behind a desk: the core in this thread, or a Worker that holds it.
 *
 * @typedef {object} Backing
 * @property {(method: string, parameters: unknown[]) => Promise<unknown>} call Calls a method of the core's desk.
 * @property {() => void} close Lets go of the core. Later calls are refused.
 */

/** The live workspace: the articles in hand and everything known about them. */
export class Desk {
  #backing;

  /** @param {Backing} backing Use `load()` rather than this. */
  constructor(backing) {
    this.#backing = backing;
  }

  /**
   * Puts an article at the end of the desk.
   *
   * @param {string} name Shown to people; two articles may share one.
   * @param {string} text
   * @returns {Promise<number>} The article's number, which no other article of this desk ever has.
   */
  async add(name, text) {
    return /** @type {number} */ (await this.#backing.call('add', [name, text]));
  }

  /**
   * Gives an article a new text. Only what the change touches is read again.
   *
   * @param {number} article The number that `add` gave.
   * @param {string} text
   * @returns {Promise<void>}
   */
  async setText(article, text) {
    await this.#backing.call('setText', [article, text]);
  }

  /**
   * Gives an article a new name.
   *
   * @param {number} article The number that `add` gave.
   * @param {string} name
   * @returns {Promise<void>}
   */
  async rename(article, name) {
    await this.#backing.call('rename', [article, name]);
  }

  /**
   * Takes an article off the desk.
   *
   * @param {number} article The number that `add` gave.
   * @returns {Promise<void>}
   */
  async remove(article) {
    await this.#backing.call('remove', [article]);
  }

  /**
   * Everything known about the articles, in the order in which they were added.
   *
   * @returns {Promise<import('./contract.js').Report>}
   */
  async report() {
    return /** @type {import('./contract.js').Report} */ (await this.#backing.call('report', []));
  }

  /** Lets go of the core. The desk answers nothing after this. */
  close() {
    this.#backing.close();
  }
}
