import { Mirror } from '../../pkg/index.js';
import { element, find } from './dom.js';
import { measure } from './measure.js';
import { Overview } from './overview.js';
import { bindPaneMenu } from './pane-menu.js';
import { acceptPastedPages } from './paste.js';
import { language, words } from './words/index.js';

/** A longer text, in UTF-16 code units, is kept but neither mirrored nor compared, so that the tab stays quick. */
export const LONGEST_TEXT = 1_100_000;

/** The same holds for a text with a longer line: browsers lay one endless line out far more slowly than many short ones. */
export const LONGEST_LINE = 100_000;

/**
 * @typedef {object} Hooks What a pane tells its workspace.
 * @property {(pane: Pane, event: Event | null) => void} changed The text or the name changed, by hand when there is an event.
 * @property {(pane: Pane) => void} removed The pane's own button was pressed.
 * @property {(pane: Pane, by: number) => void} moved It is to stand so many places further on.
 * @property {(pane: Pane) => void} duplicated It is to stand there twice.
 * @property {(pane: Pane) => void} folded It was collapsed, or shown again.
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
  #more;
  #expand;
  #move;

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
    this.#more = find('.more', HTMLButtonElement, copy);
    this.#expand = find('.expand', HTMLButtonElement, copy);
    this.#move = {
      earlier: find('.earlier', HTMLButtonElement, copy),
      later: find('.later', HTMLButtonElement, copy),
    };
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
      this.label();
      this.#change(event);
    });
    this.#remove.addEventListener('click', () => hooks.removed(this));
    bindPaneMenu(this.element);
    this.#move.earlier.addEventListener('click', () => hooks.moved(this, -1));
    this.#move.later.addEventListener('click', () => hooks.moved(this, 1));
    find('.duplicate', HTMLButtonElement, copy).addEventListener('click', () => hooks.duplicated(this));
    find('.collapse', HTMLButtonElement, copy).addEventListener('click', () => this.#fold(true));
    this.#expand.addEventListener('click', () => this.#fold(false));
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
    this.label();
  }

  /**
   * Says where the pane stands.
   *
   * @param {[first: boolean, last: boolean]} ends
   */
  set ends([first, last]) {
    const { earlier, later } = this.#move;
    // A button that has the focus must not lose it to nowhere.
    if (first && earlier === document.activeElement) later.focus();
    earlier.disabled = first;
    if (last && later === document.activeElement) earlier.focus();
    later.disabled = last;
  }

  /** Whether only its name is shown. */
  get collapsed() {
    return this.element.classList.contains('collapsed');
  }

  set collapsed(collapsed) {
    this.element.classList.toggle('collapsed', collapsed);
  }

  /** What is kept of it. */
  get article() {
    return { name: this.ownName, text: this.text, collapsed: this.collapsed };
  }

  /** The name shown to people, never empty. */
  get name() {
    return this.#name.value.trim() || words.article(this.letter);
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
   * @param {import('./workspace.js').Article} article
   */
  fill({ name, text, collapsed = false }) {
    if (name !== undefined) this.#name.value = name;
    this.collapsed = collapsed;
    this.textarea.value = text;
    this.viewport.scrollTop = 0;
    this.label();
    this.#read();
    this.#change(null);
  }

  /** Shows how long the text is. */
  count() {
    const count = this.paused ? 0 : wordsIn(this.text);
    const unit = element('span', { class: 'unit' }, ` ${words.unitOfWords(count)}`);
    this.#length.replaceChildren(...(count > 0 ? [count.toLocaleString(language), unit] : []));
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
      return words.tooLong(LONGEST_TEXT.toLocaleString(language));
    }
    if (this.textarea.textLength > LONGEST_LINE && hasLongLine(this.textarea.value)) {
      return words.tooLongLine(LONGEST_LINE.toLocaleString(language));
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

  /** @param {boolean} collapsed */
  #fold(collapsed) {
    this.collapsed = collapsed;
    (collapsed ? this.#expand : this.#more).focus();
    this.#hooks.folded(this);
  }

  /** Says what its controls do, in the language that is spoken. */
  label() {
    const { name, letter } = this;
    this.#name.placeholder = words.article(letter);
    this.#name.setAttribute('aria-label', words.nameOf(letter));
    this.textarea.setAttribute('aria-label', words.textOf(name));
    this.textarea.placeholder = words.pasteHere;
    if (this.paused) this.#note.textContent = this.#tooLong();
    const { earlier, later } = this.#move;
    /** @type {[HTMLElement, string, string][]} */
    const controls = [
      [this.#open, words.openFiles, words.openFilesInto(name)],
      [this.#remove, words.remove, words.removeArticle(name)],
      [this.#more, words.more, words.moreOf(name)],
    ];
    for (const [control, title, spoken] of controls) {
      control.title = title;
      control.setAttribute('aria-label', spoken);
    }
    this.#expand.title = words.expandArticle(name);
    earlier.textContent = words.moveLeft;
    later.textContent = words.moveRight;
    find('.duplicate', HTMLElement, this.element).textContent = words.duplicate;
    find('.collapse', HTMLElement, this.element).textContent = words.collapse;
    find('.letter', HTMLElement, this.#expand).textContent = letter;
    find('.expand-name', HTMLElement, this.#expand).textContent = name;
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
