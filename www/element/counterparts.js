import { focusedBeside } from './dom.js';
import { isOverviewed } from './overview.js';
import { litBy, passageAt } from './passage.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Span} Span
 * @typedef {import('./pane.js').Pane} Pane
 * @typedef {import('./passage.js').Passage} Passage
 * @typedef {import('./passage.js').Counterpart} Counterpart
 */

/** Where F8 stops. */
const STEPS = new Set(['verbatim', 'edited', 'rewritten', 'unique', 'quote-change', 'number-difference']);

/**
 * Lights the counterparts of the passage under the pointer, or else under the caret, and goes to them: a click scrolls
 * them into view, Ctrl+Enter moves the caret to the next one. F8 goes from passage to passage within a text.
 */
export class Counterparts {
  #painter;
  #shown;
  #held;
  /** @type {Report | null} */
  #report = null;
  /** @type {Pane[]} */
  #panes = [];
  /** @type {{ pane: Pane, x: number, y: number } | null} */
  #pointer = null;
  #frame = 0;
  #lit = '';
  /** @type {{ pane: Pane, span: Span } | null} What a list pointed at last. */
  #listed = null;
  /** Whether a key went to the passage that is lit next. */
  #gone = false;

  /**
   * @param {import('../../pkg/marks.js').Painter} painter
   * @param {(passage: Passage | null, gone: boolean) => void} shown Called with the passage that is lit, and whether a key went
   *   to it.
   * @param {() => boolean} held Whether the lit passage is in use, and stays although the caret left it.
   */
  constructor(painter, shown, held) {
    this.#painter = painter;
    this.#shown = shown;
    this.#held = held;
  }

  /**
   * Listens to a pane.
   *
   * @param {Pane} pane
   */
  attach(pane) {
    const { textarea } = pane;
    textarea.addEventListener('selectionchange', () => this.#soon());
    textarea.addEventListener('pointermove', ({ clientX: x, clientY: y }) => this.#point({ pane, x, y }));
    textarea.addEventListener('pointerleave', () => this.#point(null));
    textarea.addEventListener('focus', () => this.#soon());
    textarea.addEventListener('blur', () => this.#soon());
    textarea.addEventListener('click', () => this.#showCounterparts(pane));
    textarea.addEventListener('keydown', (event) => {
      if (event.key === 'F8' && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        this.#step(pane, !event.shiftKey);
        return;
      }
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      this.#followCaret(pane);
    });
  }

  /**
   * Takes a new report into use.
   *
   * @param {Report} report
   * @param {Pane[]} panes
   */
  update(report, panes) {
    this.#report = report;
    this.#panes = panes;
    this.#lit = '';
    this.#soon();
  }

  /** Says that the texts changed: until the next report nothing is lit. */
  outdated() {
    this.#report = null;
    this.#light(null);
  }

  /**
   * Moves the caret to a place, and scrolls it into view.
   *
   * @param {Pane} pane
   * @param {Span} span
   */
  go(pane, span) {
    pane.collapsed = false;
    pane.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    pane.textarea.focus({ preventScroll: true });
    pane.textarea.setSelectionRange(span.start, span.start);
    pane.mirror.reveal(span);
    this.#pointer = null;
    this.#soon();
  }

  /**
   * Lights places, and scrolls the last of each pane into view, without moving the caret.
   *
   * @param {{ pane: Pane, span: Span }[]} places
   * @param {import('../../pkg/layers.js').Layer} layer
   */
  point(places, layer) {
    this.#light(null);
    for (const { pane, span } of places) {
      pane.collapsed = false;
      pane.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      pane.mirror.lit = [...pane.mirror.lit, { layer, start: span.start, end: span.end }];
      pane.mirror.reveal(span);
      this.#painter.invalidate(pane.mirror);
    }
    this.#lit = 'places';
    this.#listed = places.at(-1) ?? null;
  }

  /**
   * Moves the caret to the place that a list points at when it is pressed, if it points at one.
   *
   * @param {() => void} press
   */
  follow(press) {
    this.#listed = null;
    press();
    const listed = /** @type {{ pane: Pane, span: Span } | null} */ (this.#listed);
    if (listed) this.go(listed.pane, listed.span);
  }

  /** @param {{ pane: Pane, x: number, y: number } | null} pointer */
  #point(pointer) {
    this.#pointer = pointer;
    this.#soon();
  }

  #soon() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      // Places that a panel lit stay until the pointer or the caret says something else.
      const passage = this.#pointed() ?? this.#atCaret();
      if (passage || (this.#lit !== 'places' && !this.#held())) this.#light(passage);
    });
  }

  /** @returns {Passage | null} */
  #pointed() {
    if (!this.#pointer) return null;
    const { pane, x, y } = this.#pointer;
    const offset = pane.mirror.offsetAt(x, y);
    return offset === null ? null : this.#at(pane, offset);
  }

  /** @returns {Passage | null} */
  #atCaret() {
    const pane = this.#panes.find(({ textarea }) => textarea === focusedBeside(textarea));
    return pane ? this.#at(pane, pane.textarea.selectionStart) : null;
  }

  /**
   * @param {Pane} pane
   * @param {number} offset
   */
  #at(pane, offset) {
    if (!this.#report) return null;
    return passageAt(this.#report, this.#panes, pane, offset, (layer) => this.#painter.shows(layer));
  }

  /** @param {Passage | null} passage */
  #light(passage) {
    const key = passage ? signature(passage) : '';
    if (key === this.#lit) return;
    this.#lit = key;
    const lit = passage ? litBy(passage, this.#panes) : new Map();
    for (const pane of this.#panes) {
      const marks = lit.get(pane) ?? [];
      if (pane.mirror.lit.length === 0 && marks.length === 0) continue;
      pane.mirror.lit = marks;
      this.#painter.invalidate(pane.mirror);
    }
    this.#shown(passage, this.#gone);
    if (passage) this.#gone = false;
  }

  /** @param {Pane} pane */
  #showCounterparts(pane) {
    const { selectionStart, selectionEnd } = pane.textarea;
    if (selectionStart !== selectionEnd) return;
    const passage = this.#at(pane, selectionStart);
    for (const counterpart of passage?.counterparts ?? []) counterpart.pane.mirror.reveal(counterpart.span);
  }

  /**
   * Moves the caret to the next passage or difference of the text, or the one before; past the end it begins again.
   *
   * @param {Pane} pane
   * @param {boolean} forward
   */
  #step(pane, forward) {
    const caret = pane.textarea.selectionStart;
    const marks = pane.mirror.found.filter(({ layer }) => STEPS.has(layer) && isOverviewed(layer, this.#painter));
    const beyond = marks.filter(({ start }) => (forward ? start > caret : start < caret));
    const [next] = (beyond.length > 0 ? beyond : marks).toSorted((one, two) =>
      forward ? one.start - two.start : two.start - one.start,
    );
    if (!next) return;
    this.#gone = true;
    this.go(pane, next);
    this.#showCounterparts(pane);
  }

  /** @param {Pane} pane */
  #followCaret(pane) {
    const counterparts = this.#at(pane, pane.textarea.selectionStart)?.counterparts ?? [];
    const order = (/** @type {Counterpart} */ { pane: other }) =>
      (this.#panes.indexOf(other) - this.#panes.indexOf(pane) + this.#panes.length) % this.#panes.length;
    const [next] = [...counterparts].sort((one, two) => order(one) - order(two));
    if (!next) return;
    this.#gone = true;
    this.go(next.pane, next.span);
  }
}

/** @param {Passage} passage */
function signature({ pane, span, counterparts, entityIndex }) {
  return [pane.letter, span?.start, span?.end, entityIndex, ...counterparts.map(({ index }) => index)].join(' ');
}
