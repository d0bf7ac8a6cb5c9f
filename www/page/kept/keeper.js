import { listDesks, loadDesk, removeDesk, removeEverything, removeTexts, saveDesk } from './store.js';

/**
 * @typedef {import('./store.js').KeptDesk} KeptDesk
 * @typedef {import('./store.js').Record} Record
 * @typedef {import('../../element/pane.js').Pane} Pane
 *
 * @typedef {object} Hooks
 * @property {() => Pane[]} panes The panes of the desk in hand, in order.
 * @property {() => string[]} ticked The findings that were ticked off.
 * @property {() => import('./store.js').OwnName[]} names What was said of names for this desk.
 * @property {(error: unknown) => void} failed The browser refused to keep the desk.
 *
 * @typedef {object} Changes What is to be written of a desk.
 * @property {Record} desk
 * @property {Map<string, string>} texts Those that changed, by the article's id.
 * @property {string[]} gone Articles that were removed.
 * @property {Map<string, string>} written What was written before, to be brought up to date.
 */

/** A change is written after this pause, in milliseconds: what a crash may cost. */
const PAUSE = 200;

/**
 * Keeps the desk in hand in this browser while it changes, so that no crash and no closed tab loses it. Two tabs never
 * write one desk: whoever has it open holds a lock of its name.
 */
export class Keeper {
  #hooks;
  /** @type {Record} */
  #desk = fresh();
  /** @type {WeakMap<Pane, string>} */
  #ids = new WeakMap();
  /** @type {Map<string, string>} What is written, by the article's id. */
  #written = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<void>} */
  #writing = Promise.resolve();
  #release = () => {};
  #healthy = true;

  /** @param {Hooks} hooks */
  constructor(hooks) {
    this.#hooks = hooks;
  }

  /** Whether everything on the desk is, or is about to be, kept. */
  get healthy() {
    return this.#healthy;
  }

  /** The desk in hand. */
  get desk() {
    return this.#desk;
  }

  /** Says that something on the desk changed. */
  changed() {
    this.#timer ??= setTimeout(() => void this.flush(), PAUSE);
  }

  /** Writes at once what is not written yet. */
  flush() {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      // Taken now: by the time of its turn another desk may be in hand.
      const changes = this.#changes();
      this.#writing = this.#writing.then(() => this.#write(changes));
    }
    return this.#writing;
  }

  /**
   * The desk that was changed last and that no other tab has open. It is in hand from now on; its articles are to be put
   * into panes, and {@link adopt} is to be told which.
   *
   * @returns {Promise<KeptDesk | null>} Null when there is none.
   */
  async resume() {
    try {
      for (const desk of await listDesks()) {
        if (await this.#lock(desk.id)) return await this.#take(desk);
      }
      await this.#lock(this.#desk.id);
    } catch (error) {
      this.#fail(error);
    }
    return null;
  }

  /**
   * Takes up another kept desk.
   *
   * @param {Record} desk
   * @returns {Promise<KeptDesk | null>} Null when another tab has it open.
   */
  async open(desk) {
    await this.flush();
    const release = this.#release;
    if (!(await this.#lock(desk.id))) return null;
    release();
    return this.#take(desk);
  }

  /** Takes up a new, empty desk, at once. The one in hand stays kept. */
  start(name = '') {
    void this.flush();
    this.#release();
    this.#desk = { ...fresh(), name };
    this.#written = new Map();
    this.#ids = new WeakMap();
    this.#lock(this.#desk.id).catch((error) => this.#fail(error));
  }

  /**
   * Says which panes hold the articles of the desk taken up.
   *
   * @param {Pane[]} panes
   */
  adopt(panes) {
    for (const [index, { id }] of this.#desk.articles.entries()) {
      const pane = panes[index];
      if (pane) this.#ids.set(pane, id);
    }
  }

  /** @returns {Promise<Record[]>} Every desk that is kept, the last changed first; none where the browser keeps nothing. */
  async list() {
    await this.flush();
    return this.#healthy ? listDesks() : [];
  }

  /** @param {string} name */
  rename(name) {
    this.#desk = { ...this.#desk, name };
    this.changed();
  }

  /** @param {Record} desk One that is not in hand. */
  remove(desk) {
    return removeDesk(desk);
  }

  /** Removes every desk that was ever kept, this one too; what is written from now on is a new one. */
  async forget() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#writing;
    try {
      await removeEverything();
    } finally {
      this.start();
    }
  }

  /** @param {Record} desk */
  async #take(desk) {
    const kept = await loadDesk(desk);
    this.#desk = desk;
    this.#ids = new WeakMap();
    this.#written = new Map(kept.articles.map(({ id, text }) => [id, text]));
    return kept;
  }

  /** @returns {Changes} */
  #changes() {
    const written = this.#written;
    /** @type {Map<string, string>} */
    const texts = new Map();
    const articles = this.#hooks.panes().map((pane) => {
      const id = this.#ids.get(pane) ?? crypto.randomUUID();
      this.#ids.set(pane, id);
      if (written.get(id) !== pane.text) texts.set(id, pane.text);
      return { id, name: pane.ownName, ...(pane.collapsed ? { collapsed: true } : {}) };
    });
    const gone = [...written.keys()].filter((id) => !articles.some((article) => article.id === id));
    this.#desk = { ...this.#desk, articles, changed: Date.now(), ticked: this.#hooks.ticked(), names: this.#hooks.names() };
    return { desk: this.#desk, texts, gone, written };
  }

  /** @param {Changes} changes */
  async #write({ desk, texts, gone, written }) {
    try {
      await saveDesk(desk, texts);
      for (const [id, text] of texts) written.set(id, text);
      if (gone.length > 0) await removeTexts(gone);
      for (const id of gone) written.delete(id);
      this.#healthy = true;
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    if (this.#healthy) this.#hooks.failed(error);
    this.#healthy = false;
  }

  /**
   * Holds the lock of a desk until another is taken up or the tab is closed.
   *
   * @param {string} id
   * @returns {Promise<boolean>} Whether it was free.
   */
  #lock(id) {
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(`wiremark desk ${id}`, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          if (!lock) return undefined;
          return new Promise((release) => {
            this.#release = () => release(undefined);
          });
        })
        .catch(reject);
    });
  }
}

/** @returns {Record} */
function fresh() {
  return { id: crypto.randomUUID(), name: '', changed: 0, articles: [], ticked: [] };
}
