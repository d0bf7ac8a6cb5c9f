/**
 * The desk that a panel lists the report of: the one that `for` names, which may come later, or one that is set.
 *
 * @typedef {import('./desk-element.js').WiremarkDesk} WiremarkDesk
 */
export class PanelDesk {
  /** @type {WiremarkDesk | null} */
  desk = null;

  #panel;
  #changed;
  /** Ends the listening to the desk, and to the document for one that comes later. */
  #listening = new AbortController();

  /**
   * @param {HTMLElement} panel
   * @param {(closed: boolean) => void} changed The desk has a report or another pair, or is another one; `closed` says that what it had is gone.
   */
  constructor(panel, changed) {
    this.#panel = panel;
    this.#changed = changed;
  }

  /** Finds the desk that `for` names, and waits for it where it is not there yet. */
  find() {
    // The panel may have left together with its desk.
    if (!this.#panel.isConnected) return;
    const id = this.#panel.getAttribute('for');
    if (id === null) return this.listen(this.desk);
    const root = /** @type {Document | ShadowRoot} */ (this.#panel.getRootNode());
    this.listen(/** @type {WiremarkDesk | null} */ (root.getElementById(id)));
    if (this.desk) return;
    const { signal } = this.#listening;
    root.addEventListener('wiremark-report', ({ target }) => {
      if (target instanceof HTMLElement && target.id === id) this.find();
    }, { signal });
  }

  /** @param {WiremarkDesk | null} desk */
  listen(desk) {
    this.#listening.abort();
    this.#listening = new AbortController();
    this.desk = desk;
    this.#changed(false);
    if (!desk) return;
    const { signal } = this.#listening;
    for (const type of ['wiremark-report', 'wiremark-pair']) desk.addEventListener(type, () => this.#changed(false), { signal });
    desk.addEventListener('wiremark-close', () => {
      this.#changed(true);
      // Another may come with its id.
      if (this.#panel.hasAttribute('for') && !desk.isConnected) this.find();
    }, { signal });
  }

  /** Hears no desk any more. */
  leave() {
    this.#listening.abort();
    this.desk = null;
  }
}
