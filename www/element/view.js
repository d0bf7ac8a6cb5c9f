import { marksOf, Painter } from '../../pkg/marks.js';
import { Counterparts } from './counterparts.js';
import { InTurn, PAUSE } from './in-turn.js';
import { between } from './pair.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Place} Place
 * @typedef {import('../../pkg/layers.js').Layer} Layer
 * @typedef {import('./pane.js').Pane} Pane
 * @typedef {import('./live-desk.js').Shell} Shell
 */

/** The bars beside the texts follow after this one, in milliseconds, when something else than the text changes. */
const BARS_PAUSE = 60;

/** What is seen of a report on the panes: its marks, what belongs together, and the bars beside the texts; or only what two of them share. */
export class View {
  /** @type {Report | null} Null while nothing is known about the articles as they are now. */
  report = null;
  /** @type {Pane[]} The panes that the last report is about. */
  panes = [];

  #root;
  #shell;
  #all;
  #beside;
  #bars;
  #sized = new ResizeObserver(() => this.redraw());
  /** @type {[Pane, Pane] | null} */
  #pair = null;

  /**
   * @param {Document | ShadowRoot} root What the panes stand in.
   * @param {Readonly<Record<Layer, string>>} looks The CSS declarations of every layer.
   * @param {Shell} shell
   * @param {() => Pane[]} all The panes as they are now.
   */
  constructor(root, looks, shell, all) {
    this.#root = root;
    this.#shell = shell;
    this.#all = all;
    const took = (/** @type {number} */ began) => shell.took?.('list', began);
    this.#beside = new InTurn(took);
    this.#bars = new InTurn(took);
    this.painter = new Painter(looks, root);
    this.counterparts = new Counterparts(this.painter, (passage, gone) => shell.pointed?.(passage, gone), () => shell.held?.() === true);
  }

  /**
   * Listens to the window.
   *
   * @param {AbortSignal} signal Ends it.
   */
  listen(signal) {
    const again = () => this.painter.invalidateAll();
    // Scrolling inside a shadow root is heard there alone.
    for (const place of [this.#root, window]) {
      place.addEventListener('scroll', again, { capture: true, passive: true, signal });
    }
    addEventListener('resize', again, { signal });
    addEventListener('beforeprint', () => this.#paintWhole(true), { signal });
    addEventListener('afterprint', () => this.#paintWhole(false), { signal });
    for (const media of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
      matchMedia(media).addEventListener('change', () => this.redraw(), { signal });
    }
    for (const { viewport } of this.#all()) this.#sized.observe(viewport);
  }

  /** Takes everything away that it painted. */
  clear() {
    this.report = null;
    this.#sized.disconnect();
    this.#beside.begin(0, []);
    this.#bars.begin(0, []);
    for (const { mirror } of this.#all()) {
      mirror.found = [];
      mirror.lit = [];
      this.painter.forget(mirror);
    }
  }

  /** @param {Pane} pane */
  attach(pane) {
    this.counterparts.attach(pane);
    this.#sized.observe(pane.viewport);
  }

  /** @param {Pane} pane */
  forget(pane) {
    this.#sized.unobserve(pane.viewport);
    this.painter.forget(pane.mirror);
  }

  /**
   * @param {Report} report
   * @param {Pane[]} panes The panes that it is about.
   */
  show(report, panes) {
    this.report = report;
    this.panes = panes;
    this.#paint();
  }

  /** The two articles that are shown alone. @type {[Pane, Pane] | null} */
  get pair() {
    return this.#pair;
  }

  /** Shows only what two articles share, or everything. */
  set pair(pair) {
    this.#pair = pair;
    this.standBack();
    this.#shell.paired?.();
    // When the texts changed since the last answer, the next one brings it.
    if (!this.report) return;
    this.#paint();
    this.settle(0);
    if (!pair) return;
    const [shared] = this.#seen(this.report).overlaps;
    for (const { article, ...span } of shared ? [shared.a, shared.b] : []) this.panes[article]?.mirror.reveal(span);
  }

  /**
   * @param {Pane[]} [panes]
   * @returns {[number, number] | null} Where the two articles that are shown alone stand among these, in their order.
   */
  pairIn(panes = this.panes) {
    const [one = -1, two = -1] = this.#pair?.map((pane) => panes.indexOf(pane)) ?? [];
    return one < 0 || two < 0 ? null : [Math.min(one, two), Math.max(one, two)];
  }

  /**
   * Lights places, and scrolls them into view, without moving the caret.
   *
   * @param {Place[]} places
   * @param {Layer} lit
   * @param {Pane[]} [panes] The panes that they speak of.
   */
  reveal(places, lit, panes = this.panes) {
    const found = places.flatMap(({ article, ...span }) => {
      const pane = panes[article];
      return pane ? [{ pane, span }] : [];
    });
    this.counterparts.point(found, lit);
  }

  /**
   * Lists what was found and draws what stands beside the texts: each in a task of its own, so that a key that comes meanwhile need not
   * wait.
   *
   * @param {number} [pause] In milliseconds.
   */
  settle(pause = PAUSE) {
    const panes = this.#all().map((pane) => () => {
      pane.count();
      pane.overview.draw(this.painter);
    });
    this.#beside.begin(pause, [...(this.#shell.lists?.() ?? []), ...panes]);
  }

  /** Paints again, and draws the bars beside the texts again once what changed has settled. */
  redraw() {
    this.painter.invalidateAll();
    if (this.panes.length === 0) return;
    this.#bars.begin(
      BARS_PAUSE,
      this.#all().map((pane) => () => pane.overview.draw(this.painter)),
    );
  }

  /** Lets the articles that are not of the pair stand back. */
  standBack() {
    for (const pane of this.#all()) pane.element.classList.toggle('aside', this.#pair?.includes(pane) === false);
  }

  #paint() {
    if (!this.report) return;
    const seen = this.#seen(this.report);
    for (const [index, pane] of this.panes.entries()) {
      pane.mirror.found = marksOf(seen, index);
      this.painter.invalidate(pane.mirror);
    }
    this.counterparts.update(seen, this.panes);
  }

  /**
   * What is shown of a report: all of it, or what two articles share.
   *
   * @param {Report} report
   */
  #seen(report) {
    const shown = this.pairIn();
    return shown ? between(report, ...shown) : report;
  }

  /** @param {boolean} whole Whether the texts are painted from end to end, as for paper, and not only where they are in view. */
  #paintWhole(whole) {
    for (const { mirror } of this.#all()) mirror.whole = whole;
    this.painter.invalidateAll();
    this.painter.paint();
  }
}
