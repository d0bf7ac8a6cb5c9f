import { letterOf } from './articles.js';
import { showCoverage } from './coverage.js';
import { element } from './dom.js';
import { listEntities } from './entities.js';
import { FindingsPanel } from './findings/panel.js';
import { between } from './pair.js';
import { listPassages } from './passages.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('./articles.js').Article} Article
 * @typedef {import('./panel-element.js').Show} Show
 * @typedef {import('./panel-element.js').Selected} Selected
 *
 * @typedef {object} Listed What a panel lists.
 * @property {Report | null} report
 * @property {Article[]} articles
 * @property {[number, number] | null} pair The two articles that are shown alone.
 * @property {string} sought Only names that hold these letters are listed.
 * @property {boolean} correctable Whether each name has a button to correct it.
 *
 * @typedef {object} Hooks
 * @property {(selected: Omit<Selected, 'show'>) => void} selected
 * @property {(entity: import('../../pkg/contract.js').Entity) => void} corrected The button that corrects a name was pressed.
 * @property {(done: boolean) => void} copied A finding was copied, or could not be.
 * @property {() => void} tickedOff A tick came or went.
 */

/** What stands in the list of a panel: findings, entities, passages or the coverage. */
export class PanelListing {
  #place;
  #hooks;

  /**
   * @param {HTMLElement} place
   * @param {Hooks} hooks
   */
  constructor(place, hooks) {
    this.#place = place;
    this.#hooks = hooks;
    const { copied, tickedOff } = hooks;
    /** The findings, which remember what was ticked off. */
    this.findings = new FindingsPanel(place, { go: (places, item) => hooks.selected({ places, item }), copied, tickedOff });
  }

  /**
   * @param {Show} show
   * @param {Listed} listed
   * @param {import('./words/index.js').Words} words
   */
  render(show, { report, articles: given, pair, sought, correctable }, words) {
    const place = this.#place;
    const { selected, corrected } = this.#hooks;
    if (!report) {
      const hint = words[/** @type {const} */ (`${show}Hint`)];
      place.replaceChildren(element('p', { class: 'hint', part: 'hint' }, hint));
      return;
    }
    const articles = given.map(({ name, text }, index) => {
      const letter = letterOf(index);
      return { name: name || words.article(letter), letter, text };
    });
    if (show === 'findings') this.findings.show(report, articles, words);
    if (show === 'entities') {
      const correct = correctable ? corrected : undefined;
      listEntities(place, report, articles, { sought, correct, go: (mention, item) => selected({ places: [mention], item }) }, words);
    }
    if (show === 'passages') {
      listPassages(place, pair ? between(report, ...pair) : report, articles, (item, lit) => selected({ places: [item.a, item.b], item, lit }), words);
    }
    if (show === 'coverage') {
      showCoverage(place, report, articles, { shown: pair, toggle: (...pair) => selected({ places: [], pair }) }, words);
    }
  }
}
