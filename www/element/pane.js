import { Mirror } from '../../pkg/mirror.js';
import { element, focusedBeside } from './dom.js';
import { Overview } from './overview.js';
import { paneFrame } from './pane-frame.js';
import { bindPaneMenu } from './pane-menu.js';
import { acceptPastedPages } from './paste.js';

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
 * @property {(pane: Pane, files: File[]) => void} [opened] Files were chosen; without it there is no control for that.
 * @property {(began: number) => void} [took] Told after each input when it began, as `performance.now()` counts.
 * @property {() => import('./words/index.js').Words} words What is said, in the language that is spoken now.
 */

/** One article on the page: its name, its text in a textarea, and the mirror behind it. */
export class Pane {
  /** Counts the changes of text and name, so that a stale answer can be told from a fresh one. */
  revision = 0;

  #hooks;
  #frame;
  /** The longest text that there was to change, in UTF-16 code units. */
  #longest = 0;

  /** @param {Hooks} hooks */
  constructor(hooks) {
    this.#hooks = hooks;
    const frame = paneFrame(hooks.opened !== undefined);
    this.#frame = frame;
    this.element = frame.pane;
    this.textarea = frame.textarea;
    this.viewport = frame.viewport;
    this.mirror = new Mirror(this.textarea, frame.mirror, this.viewport);
    this.overview = new Overview(frame.overview, this.viewport, frame.mirror, this.mirror);

    this.textarea.addEventListener('beforeinput', ({ data, inputType }) => {
      // Nobody says how much comes back when something is undone: as much as there ever was, for all we know.
      this.#longest = Math.max(this.#longest, this.textarea.textLength);
      this.#expect(inputType.startsWith('history') ? this.#longest : this.textarea.textLength + (data?.length ?? 0));
    });
    this.textarea.addEventListener('input', (event) => {
      const began = performance.now();
      this.#read();
      this.#change(event);
      hooks.took?.(began);
    });
    acceptPastedPages(this.textarea);
    frame.name.addEventListener('input', (event) => {
      this.label();
      this.#change(event);
    });
    frame.remove.addEventListener('click', () => hooks.removed(this));
    bindPaneMenu(frame.more, frame.menu);
    frame.earlier.addEventListener('click', () => hooks.moved(this, -1));
    frame.later.addEventListener('click', () => hooks.moved(this, 1));
    frame.duplicate.addEventListener('click', () => hooks.duplicated(this));
    frame.collapse.addEventListener('click', () => this.#fold(true));
    frame.expand.addEventListener('click', () => this.#fold(false));
    frame.files.addEventListener('change', () => {
      hooks.opened?.(this, [...(frame.files.files ?? [])]);
      frame.files.value = '';
    });
  }

  /** The letter that stands for the article where its name would be too long. */
  get letter() {
    return this.#frame.badge.textContent ?? '';
  }

  set letter(letter) {
    this.#frame.badge.textContent = letter;
    this.label();
  }

  /**
   * Says where the pane stands.
   *
   * @param {[first: boolean, last: boolean]} ends
   */
  set ends([first, last]) {
    const { earlier, later } = this.#frame;
    // A button that has the focus must not lose it to nowhere.
    if (first && earlier === focusedBeside(earlier)) later.focus();
    earlier.disabled = first;
    if (last && later === focusedBeside(later)) earlier.focus();
    later.disabled = last;
  }

  get #words() {
    return this.#hooks.words();
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
    return this.#frame.name.value.trim() || this.#words.article(this.letter);
  }

  /** The name as it was given, which may be empty. */
  get ownName() {
    return this.#frame.name.value.trim();
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
    if (name !== undefined) this.#frame.name.value = name;
    this.collapsed = collapsed;
    // A new pane is at its top anyway, and to be sure of that the browser would lay out the whole desk.
    if (this.text !== '') this.viewport.scrollTop = 0;
    this.#expect(text.length);
    this.textarea.value = text;
    this.label();
    this.#read();
    this.#change(null);
  }

  /** Shows how long the text is. */
  count() {
    const count = this.paused ? 0 : wordsIn(this.text);
    const unit = element('span', { class: 'unit' }, ` ${this.#words.unitOfWords(count)}`);
    this.#frame.length.replaceChildren(...(count > 0 ? [count.toLocaleString(this.#words.tag), unit] : []));
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
      return this.#words.tooLong(LONGEST_TEXT.toLocaleString(this.#words.tag));
    }
    if (this.textarea.textLength > LONGEST_LINE && hasLongLine(this.textarea.value)) {
      return this.#words.tooLongLine(LONGEST_LINE.toLocaleString(this.#words.tag));
    }
    return null;
  }

  /**
   * Pauses ahead of a text that is far too long: laid out as others are, it would freeze the page.
   *
   * @param {number} length In UTF-16 code units.
   */
  #expect(length) {
    if (length > LONGEST_TEXT) this.#letGo();
  }

  /** Lets go of the mirror, and lays the text out without it. */
  #letGo() {
    if (this.paused) return;
    this.element.classList.add('paused');
    this.mirror.clear();
  }

  /** @param {string} reason */
  #pause(reason) {
    this.#frame.note.textContent = reason;
    this.#frame.note.hidden = false;
    this.#letGo();
  }

  #resume() {
    this.element.classList.remove('paused');
    this.#frame.note.hidden = true;
  }

  /** @param {Event | null} event */
  #change(event) {
    this.revision += 1;
    this.#hooks.changed(this, event);
  }

  /** @param {boolean} collapsed */
  #fold(collapsed) {
    this.collapsed = collapsed;
    (collapsed ? this.#frame.expand : this.#frame.more).focus();
    this.#hooks.folded(this);
  }

  /**
   * Says whether it may be edited.
   *
   * @param {boolean} readOnly
   * @param {boolean} disabled
   */
  lock(readOnly, disabled) {
    for (const field of [this.textarea, this.#frame.name]) {
      field.readOnly = readOnly;
      field.disabled = disabled;
    }
  }

  /** Says what its controls do, in the language that is spoken. */
  label() {
    const { name, letter } = this;
    const words = this.#words;
    const frame = this.#frame;
    this.#frame.name.placeholder = words.article(letter);
    this.#frame.name.setAttribute('aria-label', words.nameOf(letter));
    this.textarea.setAttribute('aria-label', words.textOf(name));
    this.textarea.placeholder = words.pasteHere;
    if (this.paused) this.#frame.note.textContent = this.#tooLong();
    /** @type {[HTMLElement, string, string][]} */
    const controls = [
      [frame.files, words.openFiles, words.openFilesInto(name)],
      [frame.remove, words.remove, words.removeArticle(name)],
      [frame.more, words.more, words.moreOf(name)],
    ];
    for (const [control, title, spoken] of controls) {
      control.title = title;
      control.setAttribute('aria-label', spoken);
    }
    frame.expand.title = words.expandArticle(name);
    frame.earlier.textContent = words.moveLeft;
    frame.later.textContent = words.moveRight;
    frame.duplicate.textContent = words.duplicate;
    frame.collapse.textContent = words.collapse;
    frame.expandLetter.textContent = letter;
    frame.expandName.textContent = name;
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
