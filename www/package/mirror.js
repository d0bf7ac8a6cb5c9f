/**
 * A copy of a textarea's text, laid out behind it so that it can be painted. The textarea itself stays untouched and
 * keeps everything that is native: undo, input methods, spelling, selection, the clipboard.
 *
 * The host gives both elements one grid cell, one font, one padding and `white-space: pre-wrap`; the mirror's text is
 * transparent, and so is the textarea's background. `www/page/styles/pane.css` is an example.
 */

import { editBetween, shifted } from './edit.js';

/**
 * @typedef {import('./contract.js').Span} Span
 * @typedef {import('./layers.js').Mark} Mark
 */

/** A surface (see painter.js) behind a textarea. */
export class Mirror {
  /** @type {readonly Mark[]} What the analysis found; `update` moves it along with the text. */
  found = [];
  /** @type {readonly Mark[]} What is lit at the moment; it moves along too. */
  lit = [];

  #textarea;
  #element;
  #viewport;
  #text = '';
  /** @type {HTMLElement[]} One for every line of the text. */
  #lines = [];
  /** @type {number[]} Where each line starts. */
  #starts = [];

  /**
   * @param {HTMLTextAreaElement} textarea
   * @param {HTMLElement} element Empty, and hidden from assistive technology.
   * @param {HTMLElement} viewport The container in which both scroll.
   */
  constructor(textarea, element, viewport) {
    this.#textarea = textarea;
    this.#element = element;
    this.#viewport = viewport;
    this.#replaceLines(0, 0, ['']);
  }

  /** The text as it was at the last update. */
  get text() {
    return this.#text;
  }

  /** Everything to paint. */
  get marks() {
    return this.lit.length > 0 ? [...this.found, ...this.lit] : this.found;
  }

  /**
   * Takes over the textarea's text. Only the lines that the change touches are laid out again.
   *
   * @returns {boolean} Whether the text had changed.
   */
  update() {
    const before = this.#text;
    const after = this.#textarea.value;
    const edit = editBetween(before, after);
    if (!edit) return false;

    const first = this.#lineAt(edit.start);
    const last = this.#lineAt(edit.start + edit.removed);
    const start = this.#start(first);
    const end = this.#start(last + 1) - 1 + edit.inserted - edit.removed;
    this.#text = after;
    this.#replaceLines(first, last + 1, after.slice(start, end).split('\n'));

    this.found = this.found.map((mark) => shifted(mark, edit));
    this.lit = this.lit.map((mark) => shifted(mark, edit));
    return true;
  }

  /** Lets go of the text, so that a very long one costs nothing. The next update takes it over again. */
  clear() {
    this.#replaceLines(0, this.#lines.length, ['']);
    this.#text = '';
    this.found = [];
    this.lit = [];
  }

  /** @returns {Span | null} The part of the text in view, with half a screen before and after it. */
  visible() {
    const view = this.#viewport.getBoundingClientRect();
    const margin = view.height / 2;
    const top = Math.max(view.top, 0) - margin;
    const bottom = Math.min(view.bottom, innerHeight) + margin;
    if (bottom <= top || view.right <= 0 || view.left >= innerWidth) return null;
    const first = search(this.#lines.length, (line) => this.#box(line).bottom >= top);
    const last = search(this.#lines.length, (line) => this.#box(line).top > bottom) - 1;
    if (first > last) return null;
    return { start: this.#visibleOffset(first, top), end: this.#visibleOffset(last, bottom, true) };
  }

  /**
   * @param {Span} span
   * @returns {StaticRange | null} Null when the text has no such place.
   */
  rangeOf({ start, end }) {
    if (start < 0 || end > this.#text.length || start > end) return null;
    const [startContainer, startOffset] = this.#point(start);
    const [endContainer, endOffset] = this.#point(end);
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  }

  /**
   * @param {number} x In CSS pixels of the window, as in mouse events.
   * @param {number} y
   * @returns {number | null} The offset of the character under the point; null when there is none.
   */
  offsetAt(x, y) {
    const caret = this.#element.ownerDocument.caretPositionFromPoint(x, y);
    if (caret?.offsetNode !== this.#textarea) return null;
    // The caret stands before or behind the character that the point is on, or at the end of a line far from the point.
    for (const start of [caret.offset, caret.offset - 1]) {
      for (const box of this.boxesOf({ start, end: start + 1 })) {
        // The box ends with the letters; the space between two lines belongs to both.
        const leading = box.height / 3;
        if (x >= box.left && x <= box.right && y >= box.top - leading && y <= box.bottom + leading) return start;
      }
    }
    return null;
  }

  /**
   * @param {Span} span
   * @returns {DOMRect[]} The boxes of its lines, in CSS pixels of the window.
   */
  boxesOf(span) {
    const place = this.rangeOf(span);
    if (!place) return [];
    const range = this.#element.ownerDocument.createRange();
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
    return [...range.getClientRects()];
  }

  /**
   * Scrolls the viewport, and nothing else, so that a span comes into view.
   *
   * @param {Span} span
   */
  reveal(span) {
    const box = this.boxesOf(span)[0];
    if (!box) return;
    const view = this.#viewport.getBoundingClientRect();
    if (box.top >= view.top && box.bottom <= view.bottom) return;
    this.#viewport.scrollBy({ top: box.top - view.top - view.height / 3 });
  }

  /** @param {number} offset @returns {number} The line that holds it. */
  #lineAt(offset) {
    return search(this.#lines.length, (line) => this.#start(line) > offset) - 1;
  }

  /** @param {number} line @returns {number} Its start; for the line after the last, one past the text's end. */
  #start(line) {
    return this.#starts[line] ?? this.#text.length + 1;
  }

  /** @param {number} line */
  #box(line) {
    return /** @type {HTMLElement} */ (this.#lines[line]).getBoundingClientRect();
  }

  /** @param {number} offset @returns {[Node, number]} */
  #point(offset) {
    const line = this.#lineAt(offset);
    return [/** @type {Node} */ (this.#lines[line]?.firstChild), offset - this.#start(line)];
  }

  /**
   * Where the edge of the view cuts a line that is far higher than the view. Text fills a line evenly enough that its
   * share of the height is its share of the text.
   *
   * @param {number} line
   * @param {number} y
   * @param {boolean} [end] Whether the edge is the lower one.
   */
  #visibleOffset(line, y, end = false) {
    const { top, height } = this.#box(line);
    const start = this.#start(line);
    const length = this.#start(line + 1) - 1 - start;
    const margin = 2000;
    if (length <= 2 * margin || height === 0) return end ? start + length : start;
    const estimate = start + Math.round(((y - top) / height) * length);
    const offset = end ? estimate + margin : estimate - margin;
    return Math.min(Math.max(offset, start), start + length);
  }

  /**
   * Puts `texts` in the place of the lines from `first` up to but not including `end`.
   *
   * @param {number} first
   * @param {number} end
   * @param {string[]} texts
   */
  #replaceLines(first, end, texts) {
    const reused = Math.min(end - first, texts.length);
    for (let index = 0; index < reused; index += 1) {
      const text = /** @type {Text} */ (this.#lines[first + index]?.firstChild);
      if (text.data !== texts[index]) text.data = texts[index] ?? '';
    }
    for (const line of this.#lines.slice(first + reused, end)) line.remove();

    const added = texts.slice(reused).map((text) => this.#newLine(text));
    const fragment = this.#element.ownerDocument.createDocumentFragment();
    for (const line of added) fragment.append(line);
    const before = this.#lines.slice(0, first + reused);
    const after = this.#lines.slice(end);
    this.#element.insertBefore(fragment, after[0] ?? null);
    this.#lines = [...before, ...added, ...after];

    let start = first === 0 ? 0 : this.#start(first);
    this.#starts.length = first;
    for (let index = first; index < this.#lines.length; index += 1) {
      this.#starts.push(start);
      start += /** @type {Text} */ (this.#lines[index]?.firstChild).length + 1;
    }
  }

  /** @param {string} text */
  #newLine(text) {
    const line = this.#element.ownerDocument.createElement('p');
    line.append(this.#element.ownerDocument.createTextNode(text));
    return line;
  }
}

/**
 * @param {number} length
 * @param {(index: number) => boolean} reached False up to some index, true from there on.
 * @returns {number} The first index at which it is true, or `length`.
 */
function search(length, reached) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
