/**
 * The text of a `<textarea>` or an `<input>`. Where the browser has ranges for the value of a field, they are painted;
 * elsewhere a mirror lies over the field, in a shadow root of its own, and takes no part in the page.
 *
 * @typedef {import('./contract.js').Span} Span
 * @typedef {HTMLTextAreaElement & { createValueRange?: (start: number, end: number) => StaticRange & Range }} Field
 */

import { viewOf, within } from './attach-text.js';
import { Mirror } from './mirror.js';

/** What decides where a letter of a field stands. */
const LAYOUT = [
  'box-sizing', 'direction', 'font', 'font-kerning', 'font-feature-settings', 'letter-spacing', 'line-break', 'line-height',
  'overflow-wrap', 'padding', 'tab-size', 'text-align', 'text-indent', 'text-transform', 'word-break', 'word-spacing',
  'writing-mode',
];

/** A field whose value has ranges. */
export class ValueText {
  text = '';
  #field;

  /** @param {Field} field */
  constructor(field) {
    this.#field = field;
    this.update();
  }

  /** Takes over what changed. */
  update() {
    this.text = this.#field.value;
  }

  /** @returns {Span | null} The part of the text in view, with half a screen before and after it. */
  visible() {
    const { top, bottom } = viewOf(/** @type {Window} */ (this.#field.ownerDocument.defaultView));
    const box = this.#field.getBoundingClientRect();
    if (!box.height || box.bottom < top || box.top > bottom) return null;
    const all = { start: 0, end: this.text.length };
    return within(all, Math.max(top, box.top), Math.min(bottom, box.bottom), (span) => this.boxOf(span));
  }

  /** @param {Span} span */
  rangeOf({ start, end }) {
    return /** @type {NonNullable<Field['createValueRange']>} */ (this.#field.createValueRange)(start, end);
  }

  /** @param {Span} span @returns {DOMRect} In CSS pixels of the field's window. */
  boxOf(span) {
    return this.rangeOf(span).getBoundingClientRect();
  }

  close() {}
}

/** A field with a mirror over it. */
export class OverlaidText {
  #field;
  #host;
  #viewport;
  #element;
  #mirror;

  /** @param {Field} field */
  constructor(field) {
    const page = field.ownerDocument;
    this.#field = field;
    this.#host = page.createElement('div');
    this.#viewport = page.createElement('div');
    this.#element = page.createElement('div');
    this.#host.ariaHidden = 'true';
    /** The root in which rules reach the mirror. */
    this.root = this.#host.attachShadow({ mode: 'open' });
    const sheet = new (/** @type {Window & typeof globalThis} */ (page.defaultView).CSSStyleSheet)();
    sheet.replaceSync('p { margin: 0; min-height: 1lh }');
    this.root.adoptedStyleSheets.push(sheet);
    this.root.append(this.#viewport);
    this.#viewport.append(this.#element);
    // What is modal, or on top of the page, would hide what stands outside it.
    (field.closest('dialog, [popover]') ?? page.documentElement).append(this.#host);
    this.#mirror = new Mirror(field, this.#element, this.#viewport);
    this.update();
  }

  get text() {
    return this.#mirror.text;
  }

  /** Takes over what changed. */
  update() {
    this.#mirror.update();
  }

  /** Whether what is in view will be known only in the next frame. */
  get unsettled() {
    return this.#mirror.unsettled;
  }

  /** @returns {Span | null} The part of the text in view, with half a screen before and after it. */
  visible() {
    this.#place();
    return this.#mirror.visible();
  }

  /** @param {Span} span */
  rangeOf(span) {
    return this.#mirror.rangeOf(span);
  }

  /** @param {Span} span @returns {DOMRect | undefined} In CSS pixels of the field's window. */
  boxOf(span) {
    return this.#mirror.boxesOf(span)[0];
  }

  close() {
    this.#host.remove();
  }

  /** Lays the mirror where the field is by now. */
  #place() {
    const field = this.#field;
    const window = /** @type {Window} */ (field.ownerDocument.defaultView);
    const style = window.getComputedStyle(field);
    const box = field.getBoundingClientRect();
    const single = field.localName === 'input';
    const layout = LAYOUT.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
    // Light letters show through a layer that only makes lighter, dark ones through one that only makes darker.
    const [red = 0, green = 0, blue = 0] = style.color.match(/\d+/g)?.map(Number) ?? [];
    const blend = red + green + blue > 384 ? 'screen' : 'multiply';
    this.#host.style.cssText = `all:initial;position:absolute;left:0;top:0;pointer-events:none;mix-blend-mode:${blend}`;
    const origin = this.#host.getBoundingClientRect();
    const left = box.left + field.clientLeft - origin.left;
    const top = box.top + field.clientTop - origin.top;
    this.#viewport.style.cssText = `position:absolute;overflow:hidden;left:${left}px;top:${top}px;width:${field.clientWidth}px;height:${field.clientHeight}px`;
    const centred = single ? `;line-height:${field.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)}px` : '';
    this.#element.style.cssText = `${layout}${centred};width:${single ? 'max-content' : '100%'};color:transparent;white-space:${single ? 'pre' : style.whiteSpace}`;
    this.#viewport.scrollTo(field.scrollLeft, field.scrollTop);
  }
}
