/**
 * The annotations that were read from a file: those that are placed lead to their words, and stay with them while the
 * text is edited; of the others it is said why they are not.
 *
 * @typedef {import('./annotations-file.js').Imported} Imported
 * @typedef {import('./placing.js').Place} Place
 * @typedef {import('../../element/pane.js').Pane} Pane
 *
 * @typedef {object} Item
 * @property {Imported} annotation
 * @property {Pane | null} pane The pane that holds its words; null when it is not placed.
 * @property {number} start In UTF-16 code units.
 * @property {number} end
 * @property {string} reason Why it is not placed.
 *
 * @typedef {object} Hooks
 * @property {() => Pane[]} panes
 * @property {(pane: Pane, span: { start: number, end: number }) => void} go
 * @property {(message: string) => void} said What became of a file.
 * @property {(message: string) => void} failed
 */

import { messageOf } from '../../../pkg/errors.js';
import { editBetween, shifted } from '../../../pkg/marks.js';
import { element, find } from '../dom.js';
import { onLanguage, words } from '../words/index.js';
import { readAnnotations } from './annotations-file.js';
import { placesOf } from './placing.js';

/** So many are listed at once; a button lists the rest. */
const LISTED = 100;

/** So much of the words is shown, in characters. */
const QUOTED = 110;

/** Shows what was imported, while there is something. */
export class ImportedPanel {
  #hooks;
  #panel = find('#imported-panel', HTMLElement);
  #list = find('#imported', HTMLElement);
  /** @type {Item[]} */
  #items = [];
  /** @type {Map<Pane, string>} The texts for which the spans hold. */
  #texts = new Map();
  #most = LISTED;

  /** @param {Hooks} hooks */
  constructor(hooks) {
    this.#hooks = hooks;
    onLanguage(() => this.#show());
    find('#remove-imported', HTMLButtonElement).addEventListener('click', () => {
      this.#items = [];
      this.#show();
    });
  }

  /**
   * Reads a file of annotations, in place of those before.
   *
   * @param {File} file
   */
  async read(file) {
    try {
      const annotations = await readAnnotations(file);
      const panes = this.#hooks.panes();
      const articles = panes.map(({ name, text }) => ({ name, text }));
      const places = placesOf(annotations, articles);
      this.#texts = new Map(panes.map((pane) => [pane, pane.text]));
      this.#items = annotations.map((annotation, index) => {
        const place = places[index] ?? '';
        if (typeof place === 'string') return { annotation, pane: null, start: 0, end: 0, reason: place };
        return { annotation, pane: panes[place.article] ?? null, start: place.start, end: place.end, reason: '' };
      });
      this.#most = LISTED;
      this.#show();
      this.#hooks.said(`${file.name}: ${this.#summary()}.`);
      this.#panel.scrollIntoView({ block: 'nearest' });
    } catch (error) {
      this.#hooks.failed(messageOf(error));
    }
  }

  /** Follows the texts. An annotation whose words change, or whose article goes, is placed no more. */
  update() {
    if (this.#items.length === 0) return;
    const panes = new Set(this.#hooks.panes());
    /** @type {Map<Pane, import('../../../pkg/edit.js').Edit>} */
    const edits = new Map();
    for (const [pane, before] of this.#texts) {
      const edit = panes.has(pane) ? editBetween(before, pane.text) : null;
      if (edit) edits.set(pane, edit);
      this.#texts.set(pane, pane.text);
    }
    let lost = false;
    this.#items = this.#items.map((item) => {
      const { pane, annotation } = item;
      if (!pane) return item;
      if (!panes.has(pane)) {
        lost = true;
        return { ...item, pane: null, reason: words.unplaced.removed };
      }
      const edit = edits.get(pane);
      if (!edit) return item;
      const { start, end } = shifted({ start: item.start, end: item.end }, edit);
      if (pane.text.slice(start, end) === annotation.exact) return { ...item, start, end };
      lost = true;
      return { ...item, pane: null, reason: words.unplaced.changed };
    });
    if (lost && !this.#list.matches(':focus-within')) this.#show();
  }

  #summary() {
    const placed = this.#items.filter(({ pane }) => pane).length;
    return words.annotationsPlaced(placed, this.#items.length);
  }

  #show() {
    this.#panel.hidden = this.#items.length === 0;
    const placed = this.#items.filter(({ pane }) => pane);
    const unplaced = this.#items.filter(({ pane }) => !pane);
    this.#list.replaceChildren(
      element('p', { class: 'hint' }, `${this.#summary()}.`),
      ...this.#part(words.annotationsIn.unplaced, unplaced),
      ...this.#part(words.annotationsIn.placed, placed),
    );
  }

  /**
   * @param {string} heading
   * @param {Item[]} items
   */
  #part(heading, items) {
    if (items.length === 0) return [];
    const rows = items.slice(0, this.#most).map((item) => element('li', {}, this.#row(item)));
    const rest = items.length - rows.length;
    const all = () => {
      this.#most = Infinity;
      this.#show();
    };
    const more = rest > 0 ? [element('button', { type: 'button', click: all }, words.listMore(rest))] : [];
    return [element('h3', {}, `${heading} (${items.length})`), element('ol', { class: 'passages' }, ...rows), ...more];
  }

  /** @param {Item} item */
  #row(item) {
    const { annotation, pane, reason } = item;
    const { article, tag, comment, exact = '' } = annotation;
    const quoted = exact.length > QUOTED ? `${exact.slice(0, QUOTED)}…` : exact;
    const about = [tag, pane?.name ?? article ?? '', comment].filter(Boolean).join(', ');
    const head = element('span', { class: 'between' }, about);
    const quote = quoted ? [element('q', {}, quoted)] : [];
    if (!pane) return element('div', { class: 'unplaced-annotation' }, head, ...quote, element('span', { class: 'hint' }, ` ${reason}.`));
    // Its place as it is when it is pressed, not as it was when it was listed.
    const go = () => {
      this.update();
      const now = this.#items.find((other) => other.annotation === annotation);
      if (now?.pane) this.#hooks.go(now.pane, { start: now.start, end: now.end });
    };
    return element('button', { type: 'button', click: go }, head, ...quote);
  }
}
