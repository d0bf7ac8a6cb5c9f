import { Analysis } from './analysis.js';
import { View } from './view.js';
import { MOST_PANES, Workspace } from './workspace.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/layers.js').Layer} Layer
 * @typedef {import('./pane.js').Pane} Pane
 * @typedef {Pick<import('./analysis.js').Hooks, 'open' | 'model'>} Opening
 *
 * @typedef {object} Shell What is around a desk: the page, or `<wiremark-desk>`.
 * @property {() => import('./words/index.js').Words} words What is said, in the language that is spoken now.
 * @property {() => import('../../pkg/desk.js').OwnName[]} names What the newsroom says of names: another list whenever it changed.
 * @property {(event: Event | null) => void} changed Articles are others than before, by hand in a text or a name when there is an event.
 * @property {() => void} listed Panes came, went or moved.
 * @property {() => void} [arranged] Somebody took an article away, moved it, doubled it or brought one back.
 * @property {(message: string, back: () => void) => void} removed What to say, which is nothing where nothing was lost; `back` brings it back.
 * @property {(message: string) => void} moved
 * @property {(message: string) => void} full There is no place for one more.
 * @property {() => void} [folded] A pane was collapsed, or shown again.
 * @property {(pane: Pane, files: File[]) => void} [opened] Files were chosen; without it there is no control for that.
 * @property {(report: Report, panes: Pane[]) => void} reported There is a report, and it is painted.
 * @property {() => (() => void)[]} [lists] What else follows the texts when the typing pauses, each in a task of its own.
 * @property {() => void} [paired] Two articles are shown alone, or all again.
 * @property {(passage: import('./passage.js').Passage | null, gone: boolean) => void} [pointed] This passage is lit; a key went to it, or not.
 * @property {() => boolean} [held] Whether the lit passage is in use, and stays although the caret left it.
 * @property {(busy: boolean) => void} [busy] The analysis has been at work for a while, or is done.
 * @property {(error: unknown) => void} failed The analysis stopped.
 * @property {(error: unknown) => void} modelless Names are read without the model.
 * @property {(what: 'input' | 'answer' | 'list', began: number) => void} [took] Told after work when it began, as `performance.now()` counts.
 */

/** Panes that are compared and painted while somebody types: what the page and `<wiremark-desk>` have in common. */
export class LiveDesk {
  #place;
  #shell;
  /** @type {Analysis | null} */
  #analysis = null;
  #listening = new AbortController();
  /** @type {Set<Pane>} The panes that are listened to. */
  #attached = new Set();
  #filling = false;

  /**
   * @param {HTMLElement} place Where the panes stand.
   * @param {Document | ShadowRoot} root What it stands in.
   * @param {Readonly<Record<Layer, string>>} looks The CSS declarations of every layer.
   * @param {Shell} shell
   * @param {number} [fewest] How many panes stay.
   */
  constructor(place, root, looks, shell, fewest) {
    this.#place = place;
    this.#shell = shell;
    this.view = new View(root, looks, shell, () => this.workspace.panes);
    this.workspace = new Workspace(place, this.#hooks(), fewest);
  }

  /**
   * Begins to compare the articles, and to listen to the window.
   *
   * @param {Opening} opening
   */
  open(opening) {
    this.#listening = new AbortController();
    this.view.listen(this.#listening.signal);
    const { names, failed, modelless, reported, busy, took } = this.#shell;
    this.#analysis = new Analysis({
      ...opening,
      panes: () => this.workspace.panes,
      names,
      failed,
      modelless,
      reported: (report, panes) => {
        const began = performance.now();
        this.view.show(report, panes);
        reported(report, panes);
        took?.('answer', began);
        this.view.settle();
      },
      busy: (is) => {
        this.#place.setAttribute('aria-busy', String(is));
        busy?.(is);
      },
    });
    // Where articles come later, so does their first report.
    if (this.workspace.panes.length > 0) this.again();
  }

  /** Frees everything but the articles. */
  close() {
    this.#listening.abort();
    this.#analysis?.close();
    this.#analysis = null;
    this.view.clear();
  }

  /** Asks for a report again: names changed, or the analysis is to begin anew. */
  again() {
    this.#analysis?.changed();
  }

  /** Whether names are read with the model by now, or will not be. */
  get settled() {
    return this.#analysis?.settled === true;
  }

  /** Adds an empty article, and goes there. */
  add() {
    this.workspace.add()?.textarea.focus();
    this.#shell.arranged?.();
  }

  /**
   * Changes several articles as if they were one.
   *
   * @param {() => void} change
   */
  together(change) {
    this.#filling = true;
    try {
      change();
    } finally {
      this.#filling = false;
      this.#changed(null);
    }
  }

  /** Says everything about the panes anew, in the language that is spoken. */
  label() {
    for (const pane of this.workspace.panes) pane.label();
    this.view.settle(0);
  }

  /** @returns {import('./pane.js').Hooks & { listed: () => void }} */
  #hooks() {
    const shell = this.#shell;
    return {
      words: shell.words,
      changed: (pane, event) => {
        this.view.painter.invalidate(pane.mirror);
        this.#changed(event);
      },
      removed: (pane) => {
        const message = pane.text === '' ? '' : shell.words().removed(pane.name);
        const at = this.workspace.panes.indexOf(pane);
        const bringBack = this.workspace.remove(pane);
        const offer = () => shell.removed(message, run);
        const run = () => {
          const back = bringBack();
          back?.textarea.focus();
          if (back) return shell.arranged?.();
          shell.full(shell.words().deskIsFull(MOST_PANES));
          offer();
        };
        offer();
        this.workspace.panes[Math.min(at, this.workspace.panes.length - 1)]?.textarea.focus({ preventScroll: true });
        shell.arranged?.();
      },
      moved: (pane, by) => {
        this.workspace.move(pane, by);
        shell.moved(shell.words().movedTo(pane.name, this.workspace.panes.indexOf(pane) + 1));
        shell.arranged?.();
      },
      duplicated: (pane) => {
        const copy = this.workspace.duplicate(pane);
        if (!copy) return shell.full(shell.words().deskIsFull(MOST_PANES));
        copy.textarea.focus();
        shell.arranged?.();
      },
      folded: () => {
        this.view.painter.invalidateAll();
        shell.folded?.();
      },
      listed: () => this.#list(),
      opened: shell.opened,
      took: (began) => shell.took?.('input', began),
    };
  }

  /** Listens to panes that came, and forgets those that went. */
  #list() {
    const { panes } = this.workspace;
    for (const pane of panes) {
      if (this.#attached.has(pane)) continue;
      this.#attached.add(pane);
      this.view.attach(pane);
    }
    for (const pane of this.#attached) {
      if (panes.includes(pane)) continue;
      this.#attached.delete(pane);
      this.view.forget(pane);
    }
    this.#shell.listed();
    this.#changed(null);
    if (this.view.pair?.some((pane) => !panes.includes(pane))) this.view.pair = null;
    this.view.standBack();
  }

  /** @param {Event | null} event */
  #changed(event) {
    if (this.#filling) return;
    this.view.report = null;
    this.#shell.changed(event);
    this.view.counterparts.outdated();
    this.again();
  }
}
