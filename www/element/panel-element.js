import { articlesFrom, letterOf } from './articles.js';
import { showCoverage } from './coverage.js';
import { element } from './dom.js';
import { listEntities } from './entities.js';
import { FindingsPanel } from './findings/panel.js';
import { HostElement } from './host-element.js';
import { InTurn } from './in-turn.js';
import { listPassages } from './passages.js';
import { adopt } from './styles/adopt.js';
import { FINDINGS } from './styles/findings.js';
import { HOST } from './styles/host.js';
import { LISTS } from './styles/lists.js';
import { PANEL } from './styles/panel.js';
import { wordsAt } from './words/index.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Place} Place
 * @typedef {import('./articles.js').Article} Article
 * @typedef {import('./articles.js').Shown} Shown
 * @typedef {import('./desk-element.js').WiremarkDesk} WiremarkDesk
 *
 * @typedef {'findings' | 'entities' | 'passages' | 'coverage'} Show
 *
 * @typedef {object} Selected
 * @property {Show} show What the panel lists.
 * @property {Place[]} places Where it stands, the place that was pressed last. None for a pair.
 * @property {unknown} [item] The finding or the entity.
 * @property {[number, number]} [pair] The two articles of a cell of the coverage.
 */

/** The list follows the text after this pause, in milliseconds, which is longer than one between two keys. */
const PAUSE = 250;

/**
 * What was found on a desk, in words: it lists findings, entities, passages or the coverage. Pressing one shows it on the desk.
 *
 * @customElement wiremark-panel
 * @tagname wiremark-panel
 *
 * @attr {string} for The `id` of a `<wiremark-desk>` in the same document or shadow root.
 * @attr {'findings' | 'entities' | 'passages' | 'coverage'} show What is listed; the findings without it.
 * @attr {string} lang The language of the interface: English or German.
 *
 * @fires {CustomEvent<Selected>} wiremark-select Something was pressed; it bubbles. Cancelled, it is not shown on the desk.
 * @fires {CustomEvent<string[]>} wiremark-tick A finding was ticked off, or its tick taken back; it bubbles.
 * @fires {CustomEvent<boolean>} wiremark-copy A finding was copied, or could not be; it bubbles. Cancelled, the panel does not say so.
 *
 * @slot heading Takes the place of the heading's words.
 *
 * @csspart heading The heading.
 * @csspart search The field that searches the entities.
 * @csspart list What scrolls.
 * @csspart finding One finding.
 * @csspart version The words of one article in a finding.
 * @csspart table The table of entities or of the coverage.
 * @csspart entity One row of it.
 * @csspart passage One passage.
 * @csspart share One cell of the coverage.
 * @csspart hint What stands there while there is nothing to list.
 *
 * @cssprop --wiremark-paper Behind everything. The panel takes the custom properties of the desk.
 */
export class WiremarkPanel extends HostElement {
  static observedAttributes = ['for', 'show', 'lang'];

  #root = this.attachShadow({ mode: 'open' });
  #title = element('slot', { name: 'heading' });
  #search = element('input', { class: 'search', part: 'search', type: 'search' });
  #list = element('div', { class: 'list', part: 'list', role: 'group', tabindex: 0, 'aria-labelledby': 'heading' });
  #status = element('p', { class: 'visually-hidden', role: 'status' });
  #turn = new InTurn();
  #words = wordsAt(this);
  #findings = new FindingsPanel(this.#list, {
    go: (places, item) => this.#select({ places, item }),
    copied: (done) => {
      if (this.#fire('wiremark-copy', done)) this.#status.textContent = done ? this.#words.copied : this.#words.notCopied;
    },
    tickedOff: () => this.#fire('wiremark-tick', this.ticked),
  });
  /** @type {WiremarkDesk | null} */
  #desk = null;
  /** Ends the listening to the desk, and to the document for one that comes later. */
  #listening = new AbortController();
  /** @type {Report | null} */
  #report = null;
  /** @type {Article[]} */
  #articles = [];

  constructor() {
    super();
    adopt(this.#root, HOST, PANEL, LISTS, FINDINGS);
    const heading = element('h2', { id: 'heading', part: 'heading' }, this.#title);
    this.#root.append(
      element('section', { class: 'panel', 'aria-labelledby': 'heading' }, heading, this.#search, this.#list, this.#status),
    );
    this.#search.addEventListener('input', () => this.#render());
  }

  /** What is listed. @type {Show} */
  get show() {
    const show = this.getAttribute('show');
    return show === 'entities' || show === 'passages' || show === 'coverage' ? show : 'findings';
  }

  set show(show) {
    this.setAttribute('show', show);
  }

  /** The `id` of the desk. @type {string} */
  get htmlFor() {
    return this.getAttribute('for') ?? '';
  }

  set htmlFor(id) {
    this.setAttribute('for', id);
  }

  /** The desk whose report is listed. Set it where it has no `id`, or stands in another shadow root. @type {WiremarkDesk | null} */
  get desk() {
    return this.#desk;
  }

  set desk(desk) {
    this.#listen(desk ?? null);
  }

  /** The report that is listed. Set it, and the articles, to list one without a desk. @type {Report | null} */
  get report() {
    return this.#report;
  }

  set report(report) {
    this.#report = report ?? null;
    this.#soon(0);
  }

  /** The articles that the report is about. @type {Article[]} */
  get articles() {
    return this.#articles;
  }

  set articles(articles) {
    this.#articles = articlesFrom(articles);
    this.#soon(0);
  }

  /** The findings that were ticked off, by their words: keep them, and set them again. @type {string[]} */
  get ticked() {
    return this.#findings.ticked;
  }

  set ticked(ticked) {
    this.#findings.ticked = [...(ticked ?? [])];
  }

  /**
   * Takes the focus to the list.
   *
   * @param {FocusOptions} [options]
   */
  focus(options) {
    this.#list.focus(options);
  }

  connectedCallback() {
    this.#speak();
    this.#find();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#listening.abort();
      this.#turn.begin(0, []);
      this.#desk = null;
    });
  }

  /** @param {string} attribute */
  attributeChangedCallback(attribute) {
    if (!this.isConnected) return;
    if (attribute === 'for') this.#find();
    else this.#speak();
  }

  /** Finds the desk that `for` names, which may come later. */
  #find() {
    // It may have left together with its desk.
    if (!this.isConnected) return;
    if (!this.hasAttribute('for')) return this.#listen(this.#desk);
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    this.#listen(/** @type {WiremarkDesk | null} */ (root.getElementById(this.htmlFor)));
    if (this.#desk) return;
    const { signal } = this.#listening;
    root.addEventListener('wiremark-report', ({ target }) => {
      if (target instanceof HTMLElement && target.id === this.htmlFor) this.#find();
    }, { signal });
  }

  /** @param {WiremarkDesk | null} desk */
  #listen(desk) {
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#desk = desk;
    if (!desk) return this.#soon(0);
    const { signal } = this.#listening;
    desk.addEventListener('wiremark-report', () => this.#take(), { signal });
    desk.addEventListener('wiremark-close', () => {
      this.#report = null;
      // Another may come with its id.
      if (this.hasAttribute('for') && !desk.isConnected) this.#find();
      else this.#soon(0);
    }, { signal });
    this.#take();
  }

  /** Takes the report of the desk, with the articles that it is about. */
  #take() {
    if (!this.#desk?.report) return this.#soon(0);
    this.#report = this.#desk.report;
    this.#articles = this.#desk.articles;
    this.#soon(PAUSE);
  }

  #speak() {
    this.#words = wordsAt(this);
    const { show } = this;
    this.#title.textContent = this.#words[show];
    this.#search.hidden = show !== 'entities';
    this.#search.placeholder = this.#words.search;
    this.#search.setAttribute('aria-label', this.#words.searchEntities);
    this.#render();
  }

  /** @param {number} pause In milliseconds. */
  #soon(pause) {
    this.#turn.begin(pause, [() => this.#render()]);
  }

  #render() {
    const words = this.#words;
    const report = this.#report;
    const list = this.#list;
    const { show } = this;
    if (!report) {
      const hint = words[/** @type {const} */ (`${show}Hint`)];
      list.replaceChildren(element('p', { class: 'hint', part: 'hint' }, hint));
      return;
    }
    const articles = this.#articles.map(({ name, text }, index) => {
      const letter = letterOf(index);
      return { name: name || words.article(letter), letter, text };
    });
    if (show === 'findings') this.#findings.show(report, articles, words);
    if (show === 'entities') {
      const go = (/** @type {Place} */ place, /** @type {unknown} */ item) => this.#select({ places: [place], item });
      listEntities(list, report, articles, { sought: this.#search.value, go }, words);
    }
    if (show === 'passages') listPassages(list, report, articles, (places) => this.#select({ places }), words);
    if (show === 'coverage') this.#showCoverage(report, articles);
  }

  /**
   * @param {Report} report
   * @param {Shown[]} articles
   */
  #showCoverage(report, articles) {
    const shown = this.#desk?.pair?.map((index) => /** @type {Shown} */ (articles[index])) ?? null;
    const toggle = (/** @type {Shown} */ one, /** @type {Shown} */ two) => {
      const [first = 0, second = 0] = [one, two].map((article) => articles.indexOf(article)).sort((a, b) => a - b);
      this.#select({ places: [], pair: [first, second] });
    };
    showCoverage(this.#list, report, articles, { shown, toggle }, this.#words);
  }

  /** @param {Omit<Selected, 'show'>} selected */
  #select(selected) {
    const desk = this.#desk;
    if (!this.#fire('wiremark-select', { show: this.show, ...selected }) || !desk) return;
    const { places, pair } = selected;
    if (!pair) return desk.reveal(places);
    const again = desk.pair?.every((index) => pair.includes(index));
    desk.pair = again ? null : pair;
    this.#render();
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   * @returns {boolean} Whether nobody cancelled it.
   */
  #fire(type, detail) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}
