/**
 * Keeps a desk equal to the panes, and hands over its report. One round runs at a time; what changes meanwhile is taken
 * together in the next. A report on texts that have changed again is dropped.
 *
 * @typedef {import('../../pkg/index.js').Desk} Desk
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/desk.js').OwnName} OwnName
 * @typedef {import('./pane.js').Pane} Pane
 *
 * @typedef {object} Hooks
 * @property {() => Promise<Desk>} open Opens an empty desk.
 * @property {() => Promise<import('../../pkg/index.js').Source | undefined>} [model] Where the model of names is; without it names are read without it.
 * @property {() => Pane[]} panes The panes, in order.
 * @property {() => OwnName[]} names What the newsroom says of names: another list whenever it changed.
 * @property {(error: unknown) => void} modelless The model of names cannot be had: names are read without it.
 * @property {(report: Report, panes: Pane[]) => void} reported A report on the panes as they are now.
 * @property {(busy: boolean) => void} busy The analysis has been at work for a while, or is done.
 * @property {(error: unknown) => void} failed The desk is lost. `changed` opens another.
 */

/** After this many milliseconds the page says that it is working. */
const NOTICEABLE = 500;

/** Texts that are longer together, in UTF-16 code units, are compared when the typing pauses: making objects of what is
 * found in them takes longer than a key may. */
const LONG = 250_000;

/** How long such a pause is, in milliseconds. */
const PAUSE = 250;

/** The analysis of everything on the page. */
export class Analysis {
  #hooks;
  /** @type {Desk | null} */
  #desk = null;
  /** @type {Map<Pane, { article: number, name: string, text: string, revision: number }>} What the desk has. */
  #known = new Map();
  /** @type {OwnName[]} The names that the desk has. */
  #names = [];
  #dirty = false;
  #running = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  /** @type {Desk | null} The desk that the model was fetched for. */
  #learning = null;
  #settled = false;
  #closed = false;

  /** @param {Hooks} hooks */
  constructor(hooks) {
    this.#hooks = hooks;
  }

  /** Says that a pane changed, came or went. */
  changed() {
    this.#dirty = true;
    clearTimeout(this.#pause);
    const length = this.#hooks.panes().reduce((sum, { analysedText }) => sum + analysedText.length, 0);
    if (length <= LONG) this.#begin();
    else this.#pause = setTimeout(() => this.#begin(), PAUSE);
  }

  #begin() {
    if (!this.#running) this.#run();
  }

  async #run() {
    this.#running = true;
    const noticed = setTimeout(() => this.#hooks.busy(true), NOTICEABLE);
    try {
      const desk = this.#desk ?? (await this.#hooks.open());
      if (this.#closed) return desk.dispose();
      this.#desk = desk;
      while (this.#dirty) {
        this.#dirty = false;
        const panes = [...this.#hooks.panes()];
        const revisions = panes.map((pane) => pane.revision);
        const isFirst = this.#known.size === 0;
        const told = this.#differences(desk, panes);
        // The desk answers in the order of the calls.
        const asked = isFirst ? desk.report() : null;
        asked?.catch(() => {});
        await Promise.all(told);
        // Nobody would see the answer.
        if (this.#dirty) continue;
        const report = await (asked ?? desk.report());
        if (this.#closed) return;
        if (this.#fresh(panes, revisions)) this.#hooks.reported(report, panes);
        this.#learn(desk);
      }
    } catch (error) {
      this.#desk?.dispose();
      this.#desk = null;
      this.#known.clear();
      this.#names = [];
      this.#settled = false;
      if (!this.#closed) this.#hooks.failed(error);
    } finally {
      clearTimeout(noticed);
      this.#hooks.busy(false);
      this.#running = false;
    }
  }

  /**
   * Fetches the model of names once there is an answer without it, and answers again with it.
   *
   * @param {Desk} desk
   */
  async #learn(desk) {
    if (this.#learning === desk) return;
    this.#learning = desk;
    if (!this.#hooks.model) {
      this.#settled = true;
      return;
    }
    try {
      await desk.core.loadModel(await this.#hooks.model());
    } catch (error) {
      if (this.#desk === desk && !this.#closed) this.#hooks.modelless(error);
    }
    if (this.#closed) return;
    this.#settled = this.#desk === desk;
    this.changed();
  }

  /** Lets go of the desk for good: nothing is reported any more. */
  close() {
    this.#closed = true;
    clearTimeout(this.#pause);
    this.#desk?.dispose();
  }

  /** Whether names are read with the model by now, or will not be. */
  get settled() {
    return this.#settled;
  }

  /**
   * Tells the desk what is new. The desk answers in the order of the calls, so none waits for another.
   *
   * @param {Desk} desk
   * @param {Pane[]} panes
   * @returns {Promise<void>[]}
   */
  #differences(desk, panes) {
    /** @type {Promise<void>[]} */
    const calls = [];
    const names = this.#hooks.names();
    if (names !== this.#names) calls.push(desk.setOwnNames(names));
    this.#names = names;
    // The desk lists its articles as they came: those behind one that moved, or came between, come again.
    const order = [...this.#known.keys()].filter((pane) => panes.includes(pane));
    const settled = order.findIndex((pane, index) => pane !== panes[index]);
    const again = settled < 0 ? [] : order.slice(settled);
    for (const [pane, { article }] of this.#known) {
      if (panes.includes(pane) && !again.includes(pane)) continue;
      this.#known.delete(pane);
      calls.push(desk.remove(article));
    }
    for (const pane of panes) {
      const known = this.#known.get(pane);
      if (known?.revision === pane.revision) continue;
      const { name, analysedText: text, revision } = pane;
      if (!known) {
        calls.push(
          desk.add(name, text).then((article) => void this.#known.set(pane, { article, name, text, revision })),
        );
        continue;
      }
      const { article } = known;
      if (known.text !== text) calls.push(desk.setText(article, text));
      if (known.name !== name) calls.push(desk.rename(article, name));
      this.#known.set(pane, { article, name, text, revision });
    }
    return calls;
  }

  /**
   * @param {Pane[]} panes
   * @param {number[]} revisions
   */
  #fresh(panes, revisions) {
    const now = this.#hooks.panes();
    return (
      now.length === panes.length &&
      now.every((pane, index) => pane === panes[index] && pane.revision === revisions[index])
    );
  }
}
