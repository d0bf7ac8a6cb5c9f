/**
 * A copy of a textarea's text, laid out behind it so that it can be painted. The textarea itself stays untouched and
 * keeps everything that is native: undo, input methods, spelling, selection, the clipboard.
 *
 * The host gives both elements one grid cell, one font, one padding and `white-space: pre-wrap`; the mirror's text is
 * transparent, and so is the textarea's background, which stands above it by `position: relative`.
 * `www/page/styles/pane.css` is an example.
 */

import { editBetween, shifted } from './edit.js';

/** When more than this arrives at once, in UTF-16 code units, the text is laid out in blocks, and these only in view. */
const LONG = 50_000;

/** How long a block is, in UTF-16 code units, and how many are measured in one frame: far less than a long task. */
const BLOCK = 16_000;
const MEASURED = 4;

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

  /** Whether all of the text counts as being in view: for a page that is about to be printed. */
  whole = false;

  #textarea;
  #element;
  #viewport;
  #text = '';
  /** @type {HTMLElement[]} One for every line of the text. */
  #lines = [];
  /** @type {number[]} Where each line starts. */
  #starts = [];
  /** @type {Set<HTMLElement>} Those that hold the lines of a long text. Out of view, the height once measured is theirs. */
  #blocks = new Set();
  /** @type {Set<HTMLElement>} The blocks whose height is not known. */
  #unknown = new Set();
  /** Whether blocks came that the browser has not laid out. */
  #fresh = false;
  /** How wide the blocks were when they were measured, in CSS pixels. */
  #width = 0;

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
    if (edit.inserted > LONG) this.#replaceAll();
    else this.#replaceLines(first, last + 1, after.slice(start, end).split('\n'));

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

  /** Whether a long text is still being measured: `visible` is to be asked again in the next frame. */
  get unsettled() {
    return this.#unknown.size > 0;
  }

  /**
   * The part of the text in view, with half a screen before and after it. Of a long text it measures a little first:
   * nothing is in view until it is known where.
   *
   * @returns {Span | null}
   */
  visible() {
    if (this.whole) return { start: 0, end: this.#text.length };
    // To ask now would have all of the text laid out at once, that of the textarea too. The browser does so of itself.
    if (this.#fresh) {
      this.#fresh = false;
      return null;
    }
    this.#measure(MEASURED);
    const view = this.#viewport.getBoundingClientRect();
    const margin = view.height / 2;
    const top = Math.max(view.top, 0) - margin;
    const bottom = Math.min(view.bottom, innerHeight) + margin;
    if (bottom <= top || view.right <= 0 || view.left >= innerWidth) return null;
    for (const block of this.#unknown) if (block.getBoundingClientRect().top <= bottom) return null;
    const first = search(this.#lines.length, (line) => this.#boxNear(line, top, bottom).bottom >= top);
    const last = search(this.#lines.length, (line) => this.#boxNear(line, top, bottom).top > bottom) - 1;
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
    const root = this.#element.getRootNode();
    const shadowRoots = root instanceof ShadowRoot ? [root] : [];
    const caret = this.#element.ownerDocument.caretPositionFromPoint(x, y, { shadowRoots });
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
    this.#measure(Infinity);
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

  /**
   * The box of a line; that of its block where this is out of view, which spares laying it out.
   *
   * @param {number} line
   * @param {number} top
   * @param {number} bottom
   */
  #boxNear(line, top, bottom) {
    const block = this.#lines[line]?.parentElement;
    const box = block !== this.#element && block?.getBoundingClientRect();
    return box && (box.bottom < top || box.top > bottom) ? box : this.#box(line);
  }

  /**
   * Measures blocks whose height is not known, or not at this width.
   *
   * @param {number} most So many.
   */
  #measure(most) {
    if (this.#blocks.size === 0) return;
    const { clientWidth } = this.#element;
    if (clientWidth !== this.#width) this.#unknown = new Set(this.#blocks);
    this.#width = clientWidth;
    const blocks = [...this.#unknown].slice(0, most);
    for (const { style } of blocks) style.contentVisibility = 'visible';
    const heights = blocks.map((block) => block.getBoundingClientRect().height);
    for (const [index, block] of blocks.entries()) {
      block.style.containIntrinsicBlockSize = `${heights[index]}px`;
      block.style.contentVisibility = 'auto';
      this.#unknown.delete(block);
    }
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
      const line = /** @type {HTMLElement} */ (this.#lines[first + index]);
      const text = /** @type {Text} */ (line.firstChild);
      if (text.data === texts[index]) continue;
      text.data = texts[index] ?? '';
      this.#outdate(line.parentElement);
    }
    for (const line of this.#lines.slice(first + reused, end)) {
      const holder = line.parentElement;
      line.remove();
      this.#outdate(holder);
    }

    const added = texts.slice(reused).map((text) => this.#newLine(text));
    const fragment = this.#element.ownerDocument.createDocumentFragment();
    for (const line of added) fragment.append(line);
    const before = this.#lines.slice(0, first + reused);
    const after = this.#lines.slice(end);
    const last = before.at(-1);
    if (last) last.after(fragment);
    else this.#element.append(fragment);
    this.#lines = [...before, ...added, ...after];
    this.#count(first);
  }

  /** Lays the whole text out anew, in blocks. */
  #replaceAll() {
    this.#lines = this.#text.split('\n').map((text) => this.#newLine(text));
    this.#blocks.clear();
    /** @type {HTMLElement | undefined} */
    let block;
    let left = 0;
    for (const line of this.#lines) {
      if (!block || left <= 0) {
        block = this.#element.ownerDocument.createElement('div');
        block.style.contentVisibility = 'auto';
        // Until it is measured. Were it nothing, all blocks would be in view.
        block.style.containIntrinsicBlockSize = '100vh';
        this.#blocks.add(block);
        left = BLOCK;
      }
      block.append(line);
      left -= lengthOf(line) + 1;
    }
    this.#unknown = new Set(this.#blocks);
    this.#fresh = true;
    this.#element.replaceChildren(...this.#blocks);
    this.#count(0);
  }

  /** @param {HTMLElement | null} holder Of lines, which changed: if it is a block, its height is not known any more. */
  #outdate(holder) {
    if (!holder || !this.#blocks.has(holder)) return;
    this.#unknown.add(holder);
    if (holder.firstChild) return;
    holder.remove();
    this.#blocks.delete(holder);
    this.#unknown.delete(holder);
  }

  /** @param {number} first The first line whose start may be another. */
  #count(first) {
    let start = first === 0 ? 0 : this.#start(first);
    this.#starts.length = first;
    for (let index = first; index < this.#lines.length; index += 1) {
      this.#starts.push(start);
      start += lengthOf(this.#lines[index]) + 1;
    }
  }

  /** @param {string} text */
  #newLine(text) {
    const line = this.#element.ownerDocument.createElement('p');
    line.append(this.#element.ownerDocument.createTextNode(text));
    return line;
  }
}

/** @param {HTMLElement} [line] */
function lengthOf(line) {
  return /** @type {Text} */ (line?.firstChild).length;
}

/**
 * @param {number} length
 * @param {(index: number) => boolean} reached False up to some index, true from there on.
 * @returns {number} The first index at which it is true, or `length`.
 */
export function search(length, reached) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
