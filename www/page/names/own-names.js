/**
 * What the newsroom says of names: for the desk in hand, and for good. A name for the desk stands over one for good, a
 * later one over an earlier one.
 *
 * @typedef {import('./kinds.js').OwnName} OwnName
 */

import { changeNames, loadNames } from '../kept/store.js';

export class OwnNames {
  #changed;
  #failed;
  /** @type {OwnName[]} */
  #forGood = [];
  /** @type {OwnName[]} */
  #forDesk = [];
  /** @type {OwnName[]} */
  #all = [];

  /**
   * @param {() => void} changed Other names are in force now.
   * @param {(error: unknown) => void} failed The browser refused to keep or to hand out the names.
   */
  constructor(changed, failed) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** All that are in force: another list whenever one changed. */
  get all() {
    return this.#all;
  }

  /** Those of the desk in hand, which are kept with it. */
  get forDesk() {
    return this.#forDesk;
  }

  set forDesk(names) {
    this.#forDesk = names;
    this.#apply();
  }

  /** Those for good. */
  get forGood() {
    return this.#forGood;
  }

  /** Takes up the names for good that this browser keeps. */
  async load() {
    try {
      this.#forGood = await loadNames();
      this.#apply();
    } catch (error) {
      this.#failed(error);
    }
  }

  /**
   * @param {OwnName[]} names
   * @param {boolean} forGood
   */
  async add(names, forGood) {
    if (forGood) await this.#change((known) => names.reduce(withName, known));
    else this.forDesk = names.reduce(withName, this.#forDesk);
  }

  /** @param {OwnName} name */
  async remove(name) {
    if (this.#forDesk.includes(name)) this.forDesk = this.#forDesk.filter((other) => other !== name);
    else await this.#change((known) => known.filter((other) => other.name !== name.name));
  }

  /** Forgets all of them; the browser's copy is gone by other ways. */
  forget() {
    this.#forGood = [];
    this.forDesk = [];
  }

  /** @param {(names: OwnName[]) => OwnName[]} change */
  async #change(change) {
    // Shown at once, and for as long as the tab is open even where the browser keeps nothing.
    this.#forGood = change(this.#forGood);
    this.#apply();
    try {
      await changeNames(change);
    } catch (error) {
      this.#failed(error);
    }
  }

  #apply() {
    // Most desks have no names of their own: then nothing has to be read again.
    if (this.#all.length + this.#forGood.length + this.#forDesk.length === 0) return;
    this.#all = [...this.#forGood, ...this.#forDesk];
    this.#changed();
  }
}

/**
 * The list with one more name, which takes its spellings from those that had them.
 *
 * @param {OwnName[]} names
 * @param {OwnName} added
 * @returns {OwnName[]}
 */
function withName(names, added) {
  const taken = new Set([added.name, ...(added.aliases ?? [])]);
  const others = names
    .filter(({ name }) => !taken.has(name))
    .map((other) => ({ ...other, aliases: (other.aliases ?? []).filter((alias) => !taken.has(alias)) }));
  return [...others, added];
}
