import { Desk } from '../../pkg/index.js';
import { marksOf, Painter } from '../../pkg/marks.js';
import { Analysis } from './analysis.js';
import { articlesFrom, articlesIn } from './articles.js';
import { forgetCore, useCore } from './cores.js';
import { Counterparts } from './counterparts.js';
import { DeskFrame } from './desk-frame.js';
import { HostElement } from './host-element.js';
import { InTurn } from './in-turn.js';
import { between, samePair } from './pair.js';
import { placesOf } from './places.js';
import { LOOKS } from './styles/host.js';
import { MOST_PANES, Workspace } from './workspace.js';
import { wordsAt } from './words/index.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/desk.js').OwnName} OwnName
 * @typedef {import('./articles.js').Article} Article
 * @typedef {import('./pane.js').Pane} Pane
 */

/** Layers that are shown only when asked for, as in the legend of our page. */
const ASKED_FOR = new Set(['unique', 'quotation']);

/** What stands beside the texts follows them after this pause, in milliseconds. */
const PAUSE = 250;

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
  #frame = new DeskFrame(this.#root, () => this.#add());
  #painter = new Painter(LOOKS, this.#root);
  #counterparts = new Counterparts(this.#painter, () => {}, () => false);
  #words = wordsAt(this);
  /** @type {Set<Pane>} The panes that are listened to. */
  #attached = new Set();
  #sized = new ResizeObserver(() => this.#redraw());
  #children = new MutationObserver(() => this.#takeGiven());
  #beside = new InTurn();
  /** @type {{ analysis: Analysis, core: ReturnType<typeof useCore>, listening: AbortController } | null} While it is in a document. */
  #open = null;
  /** @type {Report | null} */
  #report = null;
  /** @type {Pane[]} The panes that the report is about. */
  #panes = [];
  /** @type {Article[]} */
  #compared = [];
  /** @type {[number, number] | null} */
  #pair = null;
  /** @type {OwnName[]} */
  #names = [];
  /** Whether articles were edited or set, so that those given in the document do not count any more. */
  #touched = false;
  #filling = false;
  #workspace = new Workspace(this.#frame.desk, this.#hooks(), 1);

  constructor() {
    super();
    this.#frame.desk.addEventListener('change', () => this.dispatchEvent(new Event('change', { bubbles: true })));
    this.#showLayers();
    this.#fill([]);
  }

  /** The articles, in order. Setting them takes the place of all. At most eight. @type {Article[]} */
  get articles() {
    return this.#workspace.panes.map(({ ownName: name, text }) => ({ name, text }));
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
    return this.#report;
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
    this.#open?.analysis.changed();
  }

  /** Two articles, by their indices, of which only what they share is shown; null shows everything. @type {[number, number] | null} */
  get pair() {
    return this.#pair;
  }

  set pair(pair) {
    if (samePair(pair ?? null, this.#pair)) return;
    this.#pair = pair ?? null;
    for (const [index, { element }] of this.#workspace.panes.entries()) {
      element.classList.toggle('aside', this.#pair?.includes(index) === false);
    }
    this.#paint();
    this.#fire('wiremark-pair', this.#pair);
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
    const places = placesOf(found).flatMap(({ article, start, end }) => {
      const pane = this.#panes[article];
      return pane ? [{ pane, span: { start, end } }] : [];
    });
    this.#counterparts.point(places, lit);
  }

  connectedCallback() {
    if (this.#open) return;
    const listening = new AbortController();
    const { signal } = listening;
    // Scrolling inside a shadow root is heard there alone.
    for (const place of [this.#root, window]) {
      place.addEventListener('scroll', () => this.#painter.invalidateAll(), { capture: true, passive: true, signal });
    }
    addEventListener('resize', () => this.#painter.invalidateAll(), { signal });
    for (const media of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
      matchMedia(media).addEventListener('change', () => this.#redraw(), { signal });
    }
    const core = useCore(this.getAttribute('worker'), this.getAttribute('src'), this.hasAttribute('model'));
    this.#open = { analysis: this.#analyse(core.core), core, listening };
    this.#children.observe(this, { childList: true, characterData: true, subtree: true, attributeFilter: ['name'] });
    for (const { viewport } of this.#attached) this.#sized.observe(viewport);
    this.#speak();
    this.#takeGiven();
    this.#open.analysis.changed();
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
    else if (this.#open && this.isConnected) this.#reopen();
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

  /** @returns {import('./pane.js').Hooks & { listed: () => void }} */
  #hooks() {
    return {
      words: () => this.#words,
      changed: (pane, event) => {
        this.#changed(event !== null);
        this.#painter.invalidate(pane.mirror);
      },
      removed: (pane) => {
        const back = this.#workspace.remove(pane);
        if (pane.text !== '') {
          this.#frame.say(this.#words.removed(pane.name), { label: this.#words.bringBack, run: () => (back(), this.#edited()) });
        }
        this.#edited();
        this.#workspace.panes[0]?.textarea.focus({ preventScroll: true });
      },
      moved: (pane, by) => {
        this.#workspace.move(pane, by);
        this.#frame.say(this.#words.movedTo(pane.name, this.#workspace.panes.indexOf(pane) + 1));
        this.#edited();
      },
      duplicated: (pane) => {
        const copy = this.#workspace.duplicate(pane);
        if (!copy) return this.#frame.say(this.#words.deskIsFull(MOST_PANES));
        copy.textarea.focus();
        this.#edited();
      },
      folded: () => this.#painter.invalidateAll(),
      listed: () => this.#list(),
    };
  }

  /** Listens to panes that came, and forgets those that went. */
  #list() {
    const { panes } = this.#workspace;
    for (const pane of panes) {
      if (this.#attached.has(pane)) continue;
      this.#attached.add(pane);
      this.#counterparts.attach(pane);
      this.#sized.observe(pane.viewport);
    }
    for (const pane of this.#attached) {
      if (panes.includes(pane)) continue;
      this.#attached.delete(pane);
      this.#sized.unobserve(pane.viewport);
      this.#painter.forget(pane.mirror);
    }
    this.#frame.full = this.#workspace.full;
    this.#pair = null;
    for (const { element } of panes) element.classList.remove('aside');
    this.#lock();
    this.#changed(false);
  }

  /** @param {boolean} byHand */
  #changed(byHand) {
    if (byHand) this.#touched = true;
    if (this.#filling) return;
    this.#report = null;
    const { value } = this;
    this.#internals.setFormValue(value === '' ? null : value);
    this.#counterparts.outdated();
    this.#open?.analysis.changed();
  }

  /** Says that articles came, went or moved by hand. A text that is typed says so itself. */
  #edited() {
    this.#touched = true;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  #add() {
    this.#workspace.add()?.textarea.focus();
    this.#edited();
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
    this.#filling = true;
    const { panes } = this.#workspace;
    if (articles.length === panes.length) {
      for (const [index, article] of articles.entries()) {
        const pane = panes[index];
        // What stays the same keeps its caret and what can be undone.
        if (pane && (pane.ownName !== article.name || pane.text !== article.text)) pane.fill(article);
      }
    } else {
      const none = [{ name: '', text: '' }, { name: '', text: '' }];
      this.#workspace.replace(articles.length > 0 ? articles : none);
    }
    this.#filling = false;
    this.#changed(false);
  }

  /** @param {Promise<import('../../pkg/index.js').Core>} core */
  #analyse(core) {
    const base = this.getAttribute('src');
    return new Analysis({
      open: async () => new Desk({ core: await core }),
      model: this.hasAttribute('model')
        ? async () => (base === null ? undefined : new URL('model.bin', new URL(base, document.baseURI)))
        : undefined,
      panes: () => this.#workspace.panes,
      names: () => this.#names,
      modelless: (error) => this.#fire('wiremark-error', error),
      reported: (report, panes) => {
        this.#report = report;
        this.#panes = panes;
        this.#compared = panes.map(({ ownName: name, analysedText: text }) => ({ name, text }));
        this.#paint();
        this.#sayFound();
        this.#fire('wiremark-report', report);
      },
      busy: (busy) => {
        if (busy) this.#internals.states?.add('busy');
        else this.#internals.states?.delete('busy');
        this.#frame.desk.setAttribute('aria-busy', String(busy));
      },
      failed: (error) => {
        forgetCore(core);
        const message = error instanceof Error ? error.message : String(error);
        this.#frame.say(this.#words.stopped(message), { label: this.#words.startAgain, run: () => this.#reopen() }, true);
        this.#fire('wiremark-error', error);
      },
    });
  }

  #paint() {
    const { panes } = this.#workspace;
    const report = this.#report;
    if (!report) return;
    const seen = this.#pair ? between(report, ...this.#pair) : report;
    for (const [index, pane] of panes.entries()) {
      pane.mirror.found = marksOf(seen, index);
      this.#painter.invalidate(pane.mirror);
    }
    this.#counterparts.update(seen, panes);
    this.#redraw();
  }

  /** Draws what stands beside the texts, when the typing pauses. */
  #redraw() {
    this.#painter.invalidateAll();
    this.#beside.begin(
      PAUSE,
      this.#workspace.panes.map((pane) => () => {
        pane.count();
        pane.overview.draw(this.#painter);
      }),
    );
  }

  #sayFound() {
    const texts = this.#workspace.panes.filter(({ text }) => text !== '').length;
    const { overlaps = [], entities = [] } = this.#report ?? {};
    this.#frame.say(texts > 0 ? this.#words.compared(texts, overlaps.length, entities.length) : '', undefined, false, 800);
  }

  #showLayers() {
    const asked = this.getAttribute('layers')?.split(/\s+/);
    for (const layer of Object.keys(LOOKS)) {
      const kind = layer.replace(/-unsure$/, '');
      const marks = kind.startsWith('lit') || kind === 'changed' || (asked ? asked.includes(kind) : !ASKED_FOR.has(kind));
      this.#painter.show(layer, marks);
    }
    this.#redraw();
  }

  #lock() {
    const { readOnly } = this;
    const disabled = this.matches(':disabled');
    for (const pane of this.#workspace.panes) pane.lock(readOnly, disabled);
  }

  #speak() {
    this.#words = wordsAt(this);
    this.#frame.label(this.#words);
    for (const pane of this.#workspace.panes) {
      pane.label();
      pane.count();
    }
    if (this.#report) this.#sayFound();
  }

  #reopen() {
    this.#close();
    this.connectedCallback();
  }

  /** Frees everything but the articles. */
  #close() {
    this.#open?.listening.abort();
    this.#open?.analysis.close();
    this.#open?.core.release();
    this.#open = null;
    this.#report = null;
    this.#sized.disconnect();
    this.#children.disconnect();
    this.#beside.begin(0, []);
    this.#frame.say('');
    for (const { mirror } of this.#workspace.panes) {
      mirror.found = [];
      mirror.lit = [];
      this.#painter.forget(mirror);
    }
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
