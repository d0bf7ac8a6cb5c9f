/**
 * The text of a `<textarea>` or an `<input>`. Where the browser has ranges for the value of a field, they are painted;
 * elsewhere a mirror lies over the field, in a shadow root of its own, and takes no part in the page.
 *
 * @typedef {import('./contract.js').Span} Span
 * @typedef {HTMLTextAreaElement & { createValueRange?: (start: number, end: number) => StaticRange & Range }} Field
 */

import { viewOf, windowOf, within } from './attach-text.js';
import { Mirror } from './mirror.js';

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
    const { top, bottom } = viewOf(windowOf(this.#field));
    const box = this.#field.getBoundingClientRect();
    if (!box.height || box.bottom < top || box.top > bottom) return null;
    const all = { start: 0, end: this.text.length };
    return within(all, Math.max(top, box.top), Math.min(bottom, box.bottom), (span) => this.rangeOf(span).getBoundingClientRect());
  }

  /** @param {Span} span */
  rangeOf({ start, end }) {
    return /** @type {NonNullable<Field['createValueRange']>} */ (this.#field.createValueRange)(start, end);
  }

}

/** A field with a mirror over it, which is laid out like the field, in transparent ink. */
export class OverlaidText {
  #field;
  #host;
  #box;
  #mirror;

  /** @param {Field} field */
  constructor(field) {
    const page = field.ownerDocument;
    const element = (/** @type {Element | ShadowRoot} */ parent) => parent.appendChild(page.createElement('div'));
    this.#field = field;
    // What is modal, or on top of the page, would hide what stands outside it.
    this.#host = element(field.closest('dialog, [popover]') ?? page.documentElement);
    this.#host.ariaHidden = 'true';
    /** The root in which rules reach the mirror. */
    this.root = this.#host.attachShadow({ mode: 'open' });
    const sheet = new (windowOf(field).CSSStyleSheet)();
    sheet.replaceSync('p { margin: 0; min-height: 1lh }');
    this.root.adoptedStyleSheets.push(sheet);
    this.#box = element(this.root);
    this.#mirror = new Mirror(field, element(this.#box), this.#box);
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

  close() {
    this.#host.remove();
  }

  /** Lays the mirror where the field is by now. */
  #place() {
    const field = this.#field;
    const looks = windowOf(field).getComputedStyle(field);
    // Light letters show through a layer that only makes lighter, dark ones through one that only makes darker.
    const blend = /^rgba?\((?:1[3-9]|2)\d\d?/.test(looks.color) ? 'screen' : 'multiply';
    this.#host.style.cssText = `all:initial;position:absolute;left:0;top:0;pointer-events:none;mix-blend-mode:${blend}`;
    const origin = this.#host.getBoundingClientRect();
    const { left, top, height } = field.getBoundingClientRect();
    const alike = [...looks].map((name) => `${name}:${looks.getPropertyValue(name)}`).join(';');
    // As wide as the text, without the scroll bar.
    const place = `left:${left - origin.left}px;top:${top - origin.top}px;width:${field.clientWidth + 2 * field.clientLeft}px;height:${height}px`;
    const centred = field.localName === 'input' ? 'align-content:center;' : '';
    this.#box.style.cssText = `${alike};${centred}position:absolute;inset:auto;${place};box-sizing:border-box;margin:0;overflow:hidden;background:none;border-color:#0000;box-shadow:none;color:#0000;transition:none;pointer-events:none`;
    this.#box.scrollTo(field.scrollLeft, field.scrollTop);
  }
}
