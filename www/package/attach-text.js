/**
 * Reads a live part of a page as plain text, much as `innerText` would, and knows where every letter of it stands. It
 * changes nothing there, and after an edit it reads again only the blocks that the edit touched.
 *
 * @typedef {import('./contract.js').Span} Span
 *
 * @typedef {object} Piece A stretch of a text node that stands in the text as it is.
 * @property {Text} node
 * @property {number} from Where it starts in the node.
 * @property {number} at Where it starts in its line.
 *
 * @typedef {object} Line What stands between the edges of two blocks.
 * @property {Element} block The block that holds it.
 * @property {number} start Where it starts in the text.
 * @property {string} text It has line breaks of its own where the page says `<br>`.
 * @property {Piece[]} pieces
 *
 * @typedef {object} Reading What is known of an element.
 * @property {boolean} skipped Nobody sees it, or it is no text of the writer's.
 * @property {boolean} mute It is the editor's own, and only what can be edited in it is read.
 * @property {boolean} preserved Spaces and line ends stand as they are written.
 * @property {(Line | Element)[]} [parts] Of a block: its lines and the blocks in it.
 */

import { search } from './mirror.js';

/** Elements whose text is no text of the page. */
const NO_TEXT = /^(?:button|select|textarea|svg|canvas|video|audio)$/;

/** Characters without a width that editors put where a caret must be able to stand. */
const FILLERS = /[\u200b\u2060\ufeff]+/g;

/** The same, and the spaces that a browser does not show. */
const COLLAPSED = /^ +| {2,}|[\u200b\u2060\ufeff]+/g;

/** Longer lines, in UTF-16 code units, are cut where the view ends. */
const LONG = 4000;

/** The text of an element. */
export class LiveText {
  /** The text as it was at the last update. */
  text = '';

  #element;
  #window;
  #editable;
  /** @type {WeakMap<Node, Reading>} */
  #readings = new WeakMap();
  /** @type {Line[]} */
  #lines = [];

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    this.#window = windowOf(element);
    this.#editable = element.isContentEditable;
    this.update();
  }

  /**
   * Takes over what changed.
   *
   * @param {MutationRecord[]} [records] Everything when left out.
   */
  update(records) {
    if (records) for (const block of this.#touched(records)) this.#read(block, false);
    else this.#read(this.#element, true);
    this.#lines = this.#linesOf(this.#element);
    this.text = this.#lines.map(({ text }) => text).join('\n');
    let start = 0;
    for (const line of this.#lines) {
      line.start = start;
      start += line.text.length + 1;
    }
  }

  /** @returns {Span | null} The part of the text in view, with half a screen before and after it. */
  visible() {
    const { top, bottom } = viewOf(this.#window);
    const view = { start: Infinity, end: 0 };
    for (const { block, start, text } of this.#lines) {
      let span = { start, end: start + text.length };
      // The box of an element is found faster than that of its text.
      const alone = this.#readings.get(block)?.parts?.length === 1;
      const box = alone ? block.getBoundingClientRect() : this.#box(span);
      if (!box.height || box.bottom < top || box.top > bottom) continue;
      if (text.length > LONG) span = within(span, top, bottom, (letter) => this.#box(letter));
      view.start = Math.min(view.start, span.start);
      view.end = span.end;
    }
    return view.end ? view : null;
  }

  /** @param {Span} span @returns {StaticRange} Where it stands. */
  rangeOf({ start, end }) {
    const [startContainer, startOffset] = this.#point(start, 0);
    const [endContainer, endOffset] = this.#point(end, 1);
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  }

  /** @param {Span} span @returns {DOMRect} In CSS pixels of the element's window. */
  #box({ start, end }) {
    const range = this.#element.ownerDocument.createRange();
    range.setStart(...this.#point(start, 0));
    range.setEnd(...this.#point(end, 1));
    return range.getBoundingClientRect();
  }

  /**
   * @param {number} offset
   * @param {0 | 1} end Whether what ends there is asked for: between two nodes, that is the one before.
   * @returns {[Node, number]}
   */
  #point(offset, end) {
    const line = search(this.#lines.length, (index) => /** @type {Line} */ (this.#lines[index]).start > offset) - 1;
    const { block, start, pieces } = /** @type {Line} */ (this.#lines[line]);
    const inside = offset - start;
    const piece = pieces.findLast(({ at }) => at <= inside - end) ?? pieces[0];
    // Of a line break, no node has the letter.
    return piece ? [piece.node, Math.min(piece.from + Math.max(inside - piece.at, 0), piece.node.length)] : [block, 0];
  }

  /**
   * @param {Element} block
   * @returns {Line[]}
   */
  #linesOf(block) {
    const { parts = [] } = this.#readings.get(block) ?? {};
    return parts.flatMap((part) => ('pieces' in part ? part : this.#linesOf(part)));
  }

  /** @param {MutationRecord[]} records @returns {Set<Element>} The blocks to be read again. */
  #touched(records) {
    // What was taken out may come back elsewhere, and changed; a class may show or hide all that an element holds.
    for (const { type, target, removedNodes } of records) {
      for (const node of removedNodes) this.#readings.delete(node);
      // One of the text itself, such as that it has the focus, would make all of it be read again.
      if (type === 'attributes' && target !== this.#element) this.#readings.delete(target);
    }
    /** @type {Set<Element>} */
    const blocks = new Set();
    for (let { target } of records) {
      while (target.parentNode && !this.#readings.get(target)?.parts) target = target.parentNode;
      if (this.#readings.get(target)?.parts) blocks.add(/** @type {Element} */ (target));
    }
    return blocks;
  }

  /**
   * Reads a block, and the blocks in it that are new.
   *
   * @param {Element} block
   * @param {boolean} fresh Nothing that is known of what it holds counts any more.
   */
  #read(block, fresh) {
    /** @type {(Line | Element)[]} */
    const parts = [];
    /** @type {() => Line} */
    const newLine = () => ({ block, start: 0, text: '', pieces: [] });
    let line = newLine();
    let broken = false;
    const endLine = () => {
      // The line end that lets a caret stand in an empty block, or behind the last line end.
      line.text = line.text.replace(/ ?\n? ?$/, '');
      if (broken || line.pieces.length > 0) parts.push(line);
      line = newLine();
      broken = false;
    };
    /** @type {(node: Text, preserved: boolean) => void} */
    const addText = (node, preserved) => {
      const text = preserved ? node.data : node.data.replace(/[\t\n\r\f]/g, ' ');
      let from = 0;
      const add = (/** @type {number} */ to) => {
        if (to > from) line.pieces.push({ node, from, at: line.text.length });
        line.text += text.slice(from, to);
      };
      for (const { 0: found, index } of text.matchAll(preserved ? FILLERS : COLLAPSED)) {
        const first = found[0] === ' ' && (index > from || !' \n'.includes(line.text.slice(-1)));
        add(index + Number(first));
        from = index + found.length;
      }
      add(text.length);
    };
    /** @type {(parent: Element, reading: Reading, fresh: boolean) => void} */
    const walk = (parent, { mute, preserved }, fresh) => {
      for (let node = parent.firstChild; node; node = node.nextSibling) {
        if (node.nodeType === 3 && !mute) addText(/** @type {Text} */ (node), preserved);
        if (node.nodeType !== 1) continue;
        const child = /** @type {HTMLElement} */ (node);
        if (child.localName === 'br') {
          if (!mute) line.text += '\n';
          broken ||= !mute;
          continue;
        }
        const known = fresh ? undefined : this.#readings.get(child);
        const reading = known ?? this.#look(child, mute);
        if (reading.parts) {
          endLine();
          parts.push(child);
          if (!known) this.#read(child, true);
        } else if (!reading.skipped) {
          walk(child, reading, !known);
        }
      }
    };
    const reading = this.#readings.get(block) ?? this.#look(/** @type {HTMLElement} */ (block), false);
    walk(block, reading, fresh);
    endLine();
    reading.parts = parts;
  }

  /**
   * @param {HTMLElement} element
   * @param {boolean} mute Whether what holds it is mute.
   * @returns {Reading}
   */
  #look(element, mute) {
    const { display, visibility, position, whiteSpace } = this.#window.getComputedStyle(element);
    const root = element === this.#element;
    const inline = !root && /^(?:inline|contents|ruby)/.test(display);
    const foreign = this.#editable && !element.isContentEditable;
    const skipped =
      !root &&
      (display === 'none' ||
        visibility !== 'visible' ||
        NO_TEXT.test(element.localName) ||
        (foreign && /^(?:absolute|fixed)$/.test(position)));
    /** @type {Reading} */
    const reading = {
      skipped,
      // A name that can only be taken out whole stands in the sentence; a toolbar stands between the blocks.
      mute: foreign && (mute || !inline),
      preserved: /pre|break/.test(whiteSpace),
      ...(!skipped && !inline && { parts: [] }),
    };
    this.#readings.set(element, reading);
    return reading;
  }
}

/** @param {Element} element */
export const windowOf = (element) => /** @type {Window & typeof globalThis} */ (element.ownerDocument.defaultView);

/**
 * @param {Window} window
 * @returns {{ top: number, bottom: number }} What a person sees of a window, and half a screen around it, in its own CSS
 *   pixels: a frame may be higher than the page around it shows.
 */
export function viewOf(window) {
  let top = 0;
  let bottom = window.innerHeight;
  let offset = 0;
  for (const frame of framesOf(window)) {
    offset += frame.getBoundingClientRect().top;
    top = Math.max(top, -offset);
    bottom = Math.min(bottom, windowOf(frame).innerHeight - offset);
  }
  const margin = (bottom - top) / 2;
  return { top: top - margin, bottom: bottom + margin };
}

/** @param {Window} window @returns {Element[]} The frames that it stands in, the innermost first. */
export function framesOf(window) {
  const frame = window.frameElement;
  return frame ? [frame, ...framesOf(windowOf(frame))] : [];
}

/**
 * The part of a long text that stands between two heights.
 *
 * @param {Span} span
 * @param {number} top
 * @param {number} bottom
 * @param {(letter: Span) => DOMRect} boxOf
 * @returns {Span}
 */
export function within({ start, end }, top, bottom, boxOf) {
  const box = (/** @type {number} */ index) => boxOf({ start: start + index, end: start + index + 1 });
  const length = end - start;
  return {
    start: start + search(length, (index) => box(index).bottom >= top),
    end: start + search(length, (index) => box(index).top > bottom),
  };
}
