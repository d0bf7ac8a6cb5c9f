/**
 * What stands behind a desk: the core in this thread, or a Worker that holds it.
 *
 * @typedef {object} Backing
 * @property {(method: string, parameters: unknown[]) => Promise<unknown>} call Calls a method of the core's desk.
 * @property {() => void} close Lets go of the core. Later calls are refused.
 */

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
   * Has names read with the trained model from now on, beside lexicon and rules. It is a file of its own, so that
   * names show before it has arrived; ask for a report again once this is done.
   *
   * @param {import('./index.js').Source} [model] `model.bin`, when it is not beside this module.
   * @returns {Promise<void>}
   * @throws {LoadError} When it cannot be read. Names are then read without it.
   */
  async loadModel(model) {
    await this.#backing.call('loadModel', [model]);
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
    await this.#backing.call('setOwnNames', [lines.join('')]);
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
