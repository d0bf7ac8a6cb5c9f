import { messageOf } from '../../pkg/errors.js';
import { Desk } from '../../pkg/index.js';
import { articlesFrom, articlesIn } from './articles.js';
import { forgetCore, useCore } from './cores.js';
import { DeskFrame } from './desk-frame.js';
import { HostElement } from './host-element.js';
import { LiveDesk } from './live-desk.js';
import { samePair } from './pair.js';
import { placesOf } from './places.js';
import { LOOKS } from './styles/host.js';
import { MOST_PANES } from './workspace.js';
import { wordsAt } from './words/index.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/desk.js').OwnName} OwnName
 * @typedef {import('./articles.js').Article} Article
 */

/** Layers that are shown only when asked for, as in the legend of our page. */
const ASKED_FOR = new Set(['unique', 'quotation']);

/**
 * A desk: the articles in panes, compared and painted while somebody types. It is a control of a form, whose value is
 * the articles as JSON.
 *
 * @customElement wiremark-desk
 * @tagname wiremark-desk
 *
 * @attr {string} articles The articles as JSON, `[{ "name": …, "text": … }]`, until somebody edits them.
 * @attr {string} name The name under which a form sends them.
 * @attr {string} worker Has the analysis run in a Worker: the package's own, or that at this address.
 * @attr {string} src Where the files of the core are, when they are not beside the package's scripts.
 * @attr {boolean} model Has names read with the trained model, which is a file of its own.
 * @attr {string} layers What is painted, by the names of the layers, apart by spaces; all but `unique` and `quotation` without it.
 * @attr {boolean} readonly Lets nobody edit the articles.
 * @attr {boolean} disabled Lets nobody edit them, nor sends them.
 * @attr {string} lang The language of the interface: English or German.
 *
 * @fires {CustomEvent<Report>} wiremark-report There is a report on the articles as they are now; it bubbles.
 * @fires {CustomEvent<[number, number] | null>} wiremark-pair Two articles are shown alone, or all again; it bubbles.
 * @fires {CustomEvent<Error>} wiremark-error The analysis stopped, or the model cannot be had; it bubbles.
 * @fires {Event} input Somebody edited an article, moved or removed one.
 * @fires {Event} change Somebody has done editing.
 *
 * @slot - `<wiremark-article name="…">` or `<script type="text/plain" name="…">`: the articles until somebody edits them. They are not shown themselves.
 * @slot header Above the articles.
 * @slot footer Below them.
 *
 * @csspart desk Holds the panes.
 * @csspart pane An article.
 * @csspart pane-head Its name and what can be done with it.
 * @csspart name The field of its name.
 * @csspart text The field of its text.
 * @csspart overview The bar beside its text.
 * @csspart add The button that adds an article.
 * @csspart status The line that says what is going on.
 *
 * @cssprop --wiremark-paper Behind everything. All colours are light or dark as `color-scheme` says, unless you set them.
 * @cssprop --wiremark-card Behind a text and a button.
 * @cssprop --wiremark-ink Text.
 * @cssprop --wiremark-soft Text that matters less.
 * @cssprop --wiremark-rule Lines.
 * @cssprop --wiremark-accent The focus, and the caret.
 * @cssprop --wiremark-warning What went wrong.
 * @cssprop --wiremark-serif The typeface of texts.
 * @cssprop --wiremark-sans The typeface of the interface.
 * @cssprop --wiremark-verbatim A passage shared word for word; likewise `--wiremark-edited`, `--wiremark-rewritten`, and one for each layer.
 *
 * @cssState busy The analysis has been at work for a while.
 */
export class WiremarkDesk extends HostElement {
  static formAssociated = true;
  static observedAttributes = ['articles', 'layers', 'readonly', 'lang', 'worker', 'src', 'model'];

  #internals = this.attachInternals();
  #root = this.attachShadow({ mode: 'open', delegatesFocus: true });
  #frame = new DeskFrame(this.#root, () => this.#live.add());
  #words = wordsAt(this);
  #children = new MutationObserver(() => this.#takeGiven());
  /** @type {ReturnType<typeof useCore> | null} While it is in a document. */
  #core = null;
  /** @type {Article[]} */
  #compared = [];
  /** @type {OwnName[]} */
  #names = [];
  /** Whether articles were edited or set, so that those given in the document do not count any more. */
  #touched = false;
  #live = new LiveDesk(this.#frame.desk, this.#root, LOOKS, this.#shell(), 1);

  constructor() {
    super();
    this.#frame.desk.addEventListener('change', () => this.dispatchEvent(new Event('change', { bubbles: true })));
    this.#showLayers();
    this.#fill([]);
  }

  /** The articles, in order. Setting them takes the place of all. At most eight. @type {Article[]} */
  get articles() {
    return this.#live.workspace.panes.map(({ ownName: name, text }) => ({ name, text }));
  }

  set articles(articles) {
    this.#fill(articlesFrom(articles));
    this.#touched = true;
  }

  /** The articles as JSON; empty when no article has a text. @type {string} */
  get value() {
    const { articles } = this;
    return articles.some(({ text }) => text !== '') ? JSON.stringify(articles) : '';
  }

  set value(json) {
    this.articles = articlesFrom(String(json ?? ''));
  }

  /** Everything known about the articles; null while nothing is known about them as they are now. @type {Report | null} */
  get report() {
    return this.#live.view.report;
  }

  /** The articles that the last report is about, without the texts that are too long to be compared. @type {Article[]} */
  get compared() {
    return this.#compared;
  }

  /** What the newsroom says of names. @type {OwnName[]} */
  get names() {
    return this.#names;
  }

  set names(names) {
    this.#names = [...(names ?? [])];
    this.#live.again();
  }

  /** Two articles, by their indices, of which only what they share is shown; null shows everything. @type {[number, number] | null} */
  get pair() {
    return this.#live.view.pairIn(this.#live.workspace.panes);
  }

  set pair(pair) {
    const { panes } = this.#live.workspace;
    const [one, two] = pair?.map((index) => panes[index]) ?? [];
    this.#live.view.pair = one && two && one !== two ? [one, two] : null;
  }

  /** Whether nobody may edit the articles. @type {boolean} */
  get readOnly() {
    return this.hasAttribute('readonly');
  }

  set readOnly(readOnly) {
    this.toggleAttribute('readonly', Boolean(readOnly));
  }

  /** Whether nobody may edit the articles and no form sends them. @type {boolean} */
  get disabled() {
    return this.hasAttribute('disabled');
  }

  set disabled(disabled) {
    this.toggleAttribute('disabled', Boolean(disabled));
  }

  /** The name under which a form sends the articles. @type {string} */
  get name() {
    return this.getAttribute('name') ?? '';
  }

  set name(name) {
    this.setAttribute('name', name);
  }

  /** The form that the desk belongs to. @type {HTMLFormElement | null} */
  get form() {
    return this.#internals.form;
  }

  /** As of any control of a form. @type {'wiremark-desk'} */
  get type() {
    return 'wiremark-desk';
  }

  /**
   * Lights something that was found, and scrolls it into view, without moving the caret.
   *
   * @param {import('./places.js').Revealed} found A place or several, an overlap, a finding or an entity of the report.
   * @param {import('../../pkg/layers.js').Layer} [lit] The layer that lights it.
   */
  reveal(found, lit = 'lit') {
    this.#live.view.reveal(placesOf(found), lit);
  }

  connectedCallback() {
    if (this.#core) return;
    const base = this.getAttribute('src');
    const model = this.hasAttribute('model');
    const { core } = (this.#core = useCore(this.getAttribute('worker'), base, model));
    const beside = base === null ? undefined : new URL('model.bin', new URL(base, document.baseURI));
    this.#children.observe(this, { childList: true, characterData: true, subtree: true, attributeFilter: ['name'] });
    this.#speak();
    this.#takeGiven();
    this.#live.open({ open: async () => new Desk({ core: await core }), model: model ? async () => beside : undefined });
  }

  disconnectedCallback() {
    // Who only moves it has put it back by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** @param {string} attribute */
  attributeChangedCallback(attribute) {
    if (attribute === 'articles') this.#takeGiven();
    else if (attribute === 'layers') this.#showLayers();
    else if (attribute === 'readonly') this.#lock();
    else if (attribute === 'lang') this.#speak();
    else if (this.#core && this.isConnected) this.#reopen();
  }

  formResetCallback() {
    this.#touched = false;
    this.#fill([]);
    this.#takeGiven();
  }

  formDisabledCallback() {
    this.#lock();
  }

  /** @param {string} state */
  formStateRestoreCallback(state) {
    this.value = state;
  }

  /** @returns {import('./live-desk.js').Shell} */
  #shell() {
    const say = (/** @type {string} */ message) => this.#frame.say(message);
    return {
      words: () => this.#words,
      names: () => this.#names,
      changed: (event) => {
        if (event) this.#touched = true;
        const { value } = this;
        this.#internals.setFormValue(value === '' ? null : value);
      },
      listed: () => {
        this.#frame.full = this.#live.workspace.full;
        this.#lock();
      },
      arranged: () => {
        this.#touched = true;
        // A text that is typed says so itself.
        this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      },
      removed: (message, run) => {
        if (message) this.#frame.say(message, { label: this.#words.bringBack, run });
      },
      moved: say,
      full: say,
      paired: () => this.#fire('wiremark-pair', this.pair),
      reported: (report, panes) => {
        this.#compared = panes.map(({ ownName: name, analysedText: text }) => ({ name, text }));
        this.#sayFound();
        this.#fire('wiremark-report', report);
      },
      busy: (busy) => {
        if (busy) this.#internals.states?.add('busy');
        else this.#internals.states?.delete('busy');
      },
      modelless: (error) => this.#fire('wiremark-error', error),
      failed: (error) => {
        if (this.#core) forgetCore(this.#core.core);
        this.#frame.say(this.#words.stopped(messageOf(error)), { label: this.#words.startAgain, run: () => this.#reopen() }, true);
        this.#fire('wiremark-error', error);
      },
    };
  }

  /** Takes the articles that the document gives, as long as nobody has edited any. */
  #takeGiven() {
    if (this.#touched) return;
    const attribute = this.getAttribute('articles');
    const given = articlesFrom(attribute ?? articlesIn(this));
    if (given.length > 0) this.#fill(given);
  }

  /** @param {Article[]} articles */
  #fill(articles) {
    if (articles.length > MOST_PANES) throw new RangeError(this.#words.deskIsFull(MOST_PANES));
    this.#live.together(() => this.#put(articles));
  }

  /** @param {Article[]} articles */
  #put(articles) {
    const { panes } = this.#live.workspace;
    if (articles.length === panes.length) {
      for (const [index, article] of articles.entries()) {
        const pane = panes[index];
        // What stays the same keeps its caret and what can be undone.
        if (pane && (pane.ownName !== article.name || pane.text !== article.text)) pane.fill(article);
      }
    } else {
      const none = [{ name: '', text: '' }, { name: '', text: '' }];
      this.#live.workspace.replace(articles.length > 0 ? articles : none);
    }
  }

  #sayFound() {
    const texts = this.#live.workspace.panes.filter(({ text }) => text !== '').length;
    const { overlaps = [], entities = [] } = this.report ?? {};
    this.#frame.say(texts > 0 ? this.#words.compared(texts, overlaps.length, entities.length) : '', undefined, false, 800);
  }

  #showLayers() {
    const asked = this.getAttribute('layers')?.split(/\s+/);
    for (const layer of Object.keys(LOOKS)) {
      const kind = layer.replace(/-unsure$/, '');
      const marks = kind.startsWith('lit') || kind === 'changed' || (asked ? asked.includes(kind) : !ASKED_FOR.has(kind));
      this.#live.view.painter.show(layer, marks);
    }
    this.#live.view.redraw();
  }

  #lock() {
    const { readOnly } = this;
    const disabled = this.matches(':disabled');
    for (const pane of this.#live.workspace.panes) pane.lock(readOnly, disabled);
  }

  #speak() {
    this.#words = wordsAt(this);
    this.#frame.label(this.#words);
    this.#live.label();
    if (this.report) this.#sayFound();
  }

  #reopen() {
    this.#close();
    this.connectedCallback();
  }

  /** Frees everything but the articles. */
  #close() {
    this.#live.close();
    this.#core?.release();
    this.#core = null;
    this.#children.disconnect();
    this.#frame.say('');
    this.dispatchEvent(new Event('wiremark-close'));
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
