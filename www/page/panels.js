import { find } from './dom.js';
import { WiremarkPanel } from '../element/index.js';
import { language, onLanguage } from './words/index.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Entity} Entity
 * @typedef {import('../element/pane.js').Pane} Pane
 * @typedef {import('../element/panel-element.js').Selected} Selected
 *
 * @typedef {object} Hooks
 * @property {(selected: Selected) => void} selected Something was pressed.
 * @property {(entity: Entity) => void} corrected Somebody wants to correct a name.
 * @property {() => void} tickedOff A finding was ticked off, or its tick taken back.
 * @property {(done: boolean) => void} copied A finding was copied, or could not be.
 */

/** The panels below the articles, in which everything that was found is listed. */
export class Panels {
  /** Each takes the focus. */
  all = ['#findings', '#entities', '#passages', '#coverage'].map((id) => find(id, WiremarkPanel));
  findings = find('#findings', WiremarkPanel);
  coverage = find('#coverage', WiremarkPanel);

  /** @param {Hooks} hooks */
  constructor({ selected, corrected, tickedOff, copied }) {
    const place = find('.panels', HTMLElement);
    const listen = (/** @type {string} */ type, /** @type {(detail: any) => void} */ hear) =>
      place.addEventListener(type, (event) => {
        // The page has a line of its own for what a panel would say.
        event.preventDefault();
        hear(/** @type {CustomEvent} */ (event).detail);
      });
    listen('wiremark-select', selected);
    listen('wiremark-correct', corrected);
    listen('wiremark-tick', tickedOff);
    listen('wiremark-copy', copied);
    onLanguage(() => this.speak());
  }

  /** Says everything in the language that is spoken. */
  speak() {
    for (const panel of this.all) panel.lang = language;
  }

  /**
   * @param {Report} report
   * @param {Pane[]} panes The panes that it is about.
   * @param {[number, number] | null} pair The two that are shown alone.
   */
  list(report, panes, pair) {
    const articles = panes.map(({ ownName: name, analysedText: text }) => ({ name, text }));
    for (const panel of this.all) Object.assign(panel, { report, articles, pair });
  }
}
