import { articlesFrom } from './articles.js';
import { element } from './dom.js';
import { HostElement } from './host-element.js';
import { InTurn, PAUSE } from './in-turn.js';
import { samePair } from './pair.js';
import { PanelDesk } from './panel-desk.js';
import { PanelListing } from './panel-listing.js';
import { adopt } from './styles/adopt.js';
import { FINDINGS } from './styles/findings.js';
import { HOST } from './styles/host.js';
import { LISTS } from './styles/lists.js';
import { PANEL } from './styles/panel.js';
import { wordsAt } from './words/index.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Place} Place
 * @typedef {import('../../pkg/contract.js').Entity} Entity
 * @typedef {import('./articles.js').Article} Article
 * @typedef {import('./desk-element.js').WiremarkDesk} WiremarkDesk
 *
 * @typedef {'findings' | 'entities' | 'passages' | 'coverage'} Show
 *
 * @typedef {object} Selected
 * @property {Show} show What the panel lists.
 * @property {Place[]} places Where it stands, the place that was pressed last. None for a pair.
 * @property {unknown} [item] The finding, the entity, the date or figure, or the overlap.
 * @property {import('../../pkg/layers.js').Layer} [lit] The layer that lights it, where it is not `lit`.
 * @property {[number, number]} [pair] The two articles of a cell of the coverage, in their order.
 */

/**
 * What was found on a desk, in words: it lists findings, entities, passages or the coverage. Pressing one shows it on the desk.
 *
 * @customElement wiremark-panel
 * @tagname wiremark-panel
 *
 * @attr {string} for The `id` of a `<wiremark-desk>` in the same document or shadow root.
 * @attr {'findings' | 'entities' | 'passages' | 'coverage'} show What is listed; the findings without it.
 * @attr {boolean} correctable Gives each entity a button to correct it, which fires `wiremark-correct`.
 * @attr {string} lang The language of the interface: English or German.
 *
 * @fires {CustomEvent<Selected>} wiremark-select Something was pressed; it bubbles. Cancelled, it is not shown on the desk.
 * @fires {CustomEvent<Entity>} wiremark-correct Somebody wants to correct an entity; it bubbles. The answer is the host's: `names` of the desk.
 * @fires {CustomEvent<string[]>} wiremark-tick A finding was ticked off, or its tick taken back; it bubbles.
 * @fires {CustomEvent<boolean>} wiremark-copy A finding was copied, or could not be; it bubbles. Cancelled, the panel does not say so.
 *
 * @slot heading Takes the place of the heading's words.
 * @slot actions Beside the heading.
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
  static observedAttributes = ['for', 'show', 'correctable', 'lang'];

  #root = this.attachShadow({ mode: 'open' });
  #title = element('slot', { name: 'heading' });
  #search = element('input', { class: 'search', part: 'search', type: 'search' });
  #list = element('div', { class: 'list', part: 'list', role: 'group', tabindex: 0, 'aria-labelledby': 'heading' });
  #status = element('p', { class: 'visually-hidden', role: 'status' });
  #turn = new InTurn();
  #words = wordsAt(this);
  #listing = new PanelListing(this.#list, {
    selected: (selected) => this.#select(selected),
    corrected: (entity) => this.#fire('wiremark-correct', entity),
    copied: (done) => {
      if (this.#fire('wiremark-copy', done)) this.#status.textContent = done ? this.#words.copied : this.#words.notCopied;
    },
    tickedOff: () => this.#fire('wiremark-tick', this.ticked),
  });
  #from = new PanelDesk(this, (closed) => this.#take(closed));
  /** @type {Report | null} */
  #report = null;
  /** @type {Article[]} */
  #articles = [];
  /** @type {[number, number] | null} */
  #pair = null;

  constructor() {
    super();
    adopt(this.#root, HOST, PANEL, LISTS, FINDINGS);
    const heading = element('h2', { id: 'heading', part: 'heading' }, this.#title);
    const head = element('header', {}, heading, element('slot', { name: 'actions' }));
    this.#root.append(
      element('section', { class: 'panel', 'aria-labelledby': 'heading' }, head, this.#search, this.#list, this.#status),
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
    return this.#from.desk;
  }

  set desk(desk) {
    this.#from.listen(desk ?? null);
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

  /** The two articles, by their indices, that are shown alone, as on the desk; null when all are. @type {[number, number] | null} */
  get pair() {
    return this.#pair;
  }

  set pair(pair) {
    this.#pair = pair ?? null;
    this.#soon(0);
  }

  /** Whether each entity has a button to correct it. @type {boolean} */
  get correctable() {
    return this.hasAttribute('correctable');
  }

  set correctable(correctable) {
    this.toggleAttribute('correctable', Boolean(correctable));
  }

  /** The findings that were ticked off, by their words: keep them, and set them again. @type {string[]} */
  get ticked() {
    return this.#listing.findings.ticked;
  }

  set ticked(ticked) {
    this.#listing.findings.ticked = [...(ticked ?? [])];
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
    this.#from.find();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#from.leave();
      this.#turn.begin(0, []);
    });
  }

  /** @param {string} attribute */
  attributeChangedCallback(attribute) {
    if (!this.isConnected) return;
    if (attribute === 'for') this.#from.find();
    else this.#speak();
  }

  /**
   * Takes the report of the desk, with the articles that it is about.
   *
   * @param {boolean} closed Whether it has none any more.
   */
  #take(closed) {
    const { desk } = this.#from;
    if (closed) this.#report = null;
    if (!desk?.report) return this.#soon(0);
    const fresh = this.#report !== desk.report;
    this.#report = desk.report;
    this.#articles = desk.compared;
    this.#pair = desk.pair;
    this.#soon(fresh ? PAUSE : 0);
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
    const listed = {
      report: this.#report,
      articles: this.#articles,
      pair: this.#pair,
      sought: this.#search.value,
      correctable: this.correctable,
    };
    this.#listing.render(this.show, listed, this.#words);
  }

  /** @param {Omit<Selected, 'show'>} selected */
  #select(selected) {
    const { desk } = this;
    if (!this.#fire('wiremark-select', { show: this.show, ...selected }) || !desk) return;
    const { places, lit, pair } = selected;
    if (!pair) return desk.reveal(places, lit);
    desk.pair = samePair(desk.pair, pair) ? null : pair;
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
