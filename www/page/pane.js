import { Mirror } from '../../pkg/index.js';
import { element, find } from './dom.js';
import { measure } from './measure.js';
import { Overview } from './overview.js';
import { acceptPastedPages } from './paste.js';

/** A longer text, in UTF-16 code units, is kept but neither mirrored nor compared, so that the tab stays quick. */
export const LONGEST_TEXT = 1_100_000;

/** The same holds for a text with a longer line: browsers lay one endless line out far more slowly than many short ones. */
export const LONGEST_LINE = 100_000;

/**
 * @typedef {object} Hooks What a pane tells its workspace.
 * @property {(pane: Pane, event: Event | null) => void} changed The text or the name changed, by hand when there is an event.
 * @property {(pane: Pane) => void} removed The pane's own button was pressed.
 * @property {(pane: Pane, files: File[]) => void} opened Files were chosen or dropped.
 */

/** One article on the page: its name, its text in a textarea, and the mirror behind it. */
export class Pane {
  /** Counts the changes of text and name, so that a stale answer can be told from a fresh one. */
  revision = 0;

  #hooks;
  #name;
  #length;
  #note;
  #badge;
  #open;
  #remove;

  /** @param {Hooks} hooks */
  constructor(hooks) {
    this.#hooks = hooks;
    const copy = /** @type {DocumentFragment} */ (find('#pane', HTMLTemplateElement).content.cloneNode(true));
    this.element = find('.pane', HTMLElement, copy);
    this.textarea = find('textarea', HTMLTextAreaElement, copy);
    this.viewport = find('.pane-scroll', HTMLElement, copy);
    const behind = find('.mirror', HTMLElement, copy);
    this.mirror = new Mirror(this.textarea, behind, this.viewport);
    this.overview = new Overview(find('.overview', HTMLElement, copy), this.viewport, behind, this.mirror);
    this.#name = find('.pane-name', HTMLInputElement, copy);
    this.#length = find('.pane-length', HTMLElement, copy);
    this.#note = find('.pane-note', HTMLElement, copy);
    this.#badge = find('.letter', HTMLElement, copy);
    this.#open = find('input[type=file]', HTMLInputElement, copy);
    this.#remove = find('.remove', HTMLButtonElement, copy);

    this.textarea.addEventListener('input', (event) => {
      const began = performance.now();
      this.#read();
      this.#change(event);
      measure('wiremark:input', began);
    });
    acceptPastedPages(this.textarea);
    this.#name.addEventListener('input', (event) => {
      this.#label();
      this.#change(event);
    });
    this.#remove.addEventListener('click', () => hooks.removed(this));
    this.#open.addEventListener('change', () => {
      hooks.opened(this, [...(this.#open.files ?? [])]);
      this.#open.value = '';
    });
  }

  /** The letter that stands for the article where its name would be too long. */
  get letter() {
    return this.#badge.textContent ?? '';
  }

  set letter(letter) {
    this.#badge.textContent = letter;
    this.#label();
  }

  /** The name shown to people, never empty. */
  get name() {
    return this.#name.value.trim() || `Article ${this.letter}`;
  }

  /** The name as it was given, which may be empty. */
  get ownName() {
    return this.#name.value.trim();
  }

  /** The text, as it stands in the textarea. */
  get text() {
    return this.paused ? this.textarea.value : this.mirror.text;
  }

  /** Whether the text is too long to be analysed. */
  get paused() {
    return this.element.classList.contains('paused');
  }

  /** The text to analyse: nothing when the pane is paused. */
  get analysedText() {
    return this.paused ? '' : this.mirror.text;
  }

  /**
   * Replaces name and text: for files, the sample and undoing, never while someone types.
   *
   * @param {{ name?: string, text: string }} article
   */
  fill({ name, text }) {
    if (name !== undefined) this.#name.value = name;
    this.textarea.value = text;
    this.viewport.scrollTop = 0;
    this.#label();
    this.#read();
    this.#change(null);
  }

  /** Shows how long the text is. */
  count() {
    const words = this.paused ? 0 : wordsIn(this.text);
    const unit = element('span', { class: 'unit' }, words === 1 ? ' word' : ' words');
    this.#length.replaceChildren(...(words > 0 ? [words.toLocaleString('en'), unit] : []));
  }

  /** Takes over the textarea's text, or pauses when it is too long. */
  #read() {
    const reason = this.#tooLong();
    if (reason) this.#pause(reason);
    else {
      this.#resume();
      this.mirror.update();
    }
  }

  /** @returns {string | null} Why the text is not compared, if so. */
  #tooLong() {
    // Asking for the length first spares a copy of a text that is far too long.
    if (this.textarea.textLength > LONGEST_TEXT) {
      return `Longer than ${LONGEST_TEXT.toLocaleString('en')} characters: the text is kept as it is, but not compared.`;
    }
    if (this.textarea.textLength > LONGEST_LINE && hasLongLine(this.textarea.value)) {
      return `A line has more than ${LONGEST_LINE.toLocaleString('en')} characters: the text is kept as it is, but not compared.`;
    }
    return null;
  }

  /** @param {string} reason */
  #pause(reason) {
    this.#note.textContent = reason;
    this.#note.hidden = false;
    if (this.paused) return;
    this.element.classList.add('paused');
    this.mirror.clear();
  }

  #resume() {
    this.element.classList.remove('paused');
    this.#note.hidden = true;
  }

  /** @param {Event | null} event */
  #change(event) {
    this.revision += 1;
    this.#hooks.changed(this, event);
  }

  #label() {
    this.#name.placeholder = `Article ${this.letter}`;
    this.#name.setAttribute('aria-label', `Name of article ${this.letter}`);
    this.textarea.setAttribute('aria-label', `Text of ${this.name}`);
    this.#open.setAttribute('aria-label', `Open text files into ${this.name}`);
    this.#open.title = 'Open text files';
    this.#remove.setAttribute('aria-label', `Remove ${this.name}`);
    this.#remove.title = 'Remove';
  }
}

/**
 * @param {string} text
 * @returns {number} How many words it has, counted without making a list of them.
 */
function wordsIn(text) {
  const word = /\S+/g;
  let count = 0;
  while (word.test(text)) count += 1;
  return count;
}

/** @param {string} text */
function hasLongLine(text) {
  let start = 0;
  while (text.length - start > LONGEST_LINE) {
    const end = text.lastIndexOf('\n', start + LONGEST_LINE);
    if (end < start) return true;
    start = end + 1;
  }
  return false;
}
