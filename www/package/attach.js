/**
 * Marks names and shared passages in a text that somebody else owns: an editor, a field, a part of a page. Nothing of
 * it is changed, so that what is saved there is what would have been saved without.
 *
 * @typedef {import('./contract.js').Span} Span
 *
 * @typedef {object} Looks
 * @property {Readonly<Record<string, string>>} [layers] The CSS declarations of each layer, as in `LAYERS`. What is not
 *   among them is not painted.
 *
 * @typedef {import('./attach-desk.js').DraftOptions & Looks} AttachOptions
 */

import { Draft } from './attach-desk.js';
import { OverlaidText, ValueText } from './attach-field.js';
import { LiveText, framesOf, windowOf } from './attach-text.js';
import { LAYERS } from './layers.js';
import { Painter } from './painter.js';

/**
 * @typedef {object} Attachment
 * @property {string} text The text as it is read: a line for every block.
 * @property {Painter} painter Paints the text; `show()` hides a layer, `nameOf()` names its highlight.
 * @property {(span: Span) => AbstractRange | null} rangeOf Where a span of the text stands.
 * @property {() => void} refresh Reads everything again, for what no event tells: a field whose value a script set, a
 *   style sheet that hides paragraphs.
 * @property {() => void} detach Takes everything away again: highlights, rules, listeners, and what is on the desk.
 */

/** The attributes that decide what is text. */
const TELLING = ['class', 'style', 'hidden', 'open', 'contenteditable'];

/**
 * Marks entities and overlaps in a live text, and goes on doing so while it is edited.
 *
 * @param {HTMLElement} element An editable element, the body of a frame, a field, or any part of a page; it may stand in
 *   a shadow root.
 * @param {AttachOptions} [options]
 * @returns {Attachment}
 */
export function attach(element, { layers = LAYERS, ...options } = {}) {
  const field =
    /^(?:textarea|input)$/.test(element.localName) && /** @type {import('./attach-field.js').Field} */ (element);
  const text = !field ? new LiveText(element) : field.createValueRange ? new ValueText(field) : new OverlaidText(field);
  const root = /** @type {Document | ShadowRoot} */ (text instanceof OverlaidText ? text.root : element.getRootNode());
  const painter = new Painter(layers, root);
  const stop = new AbortController();
  const { signal } = stop;

  /** @type {import('./painter.js').Surface} */
  const surface = {
    get marks() {
      return draft.marks;
    },
    visible: () => text.visible(),
    rangeOf: (span) => text.rangeOf(span),
  };
  const repaint = () => painter.invalidate(surface);
  const draft = new Draft(text.text, options, repaint);

  /** @param {MutationRecord[]} [records] */
  const update = (records) => {
    text.update(records);
    draft.change(text.text);
    repaint();
  };

  const window = windowOf(element);
  const mutations = new window.MutationObserver(update);
  const sizes = new window.ResizeObserver(repaint);
  if (field) field.addEventListener('input', () => update(), { signal });
  else mutations.observe(element, { childList: true, characterData: true, subtree: true, attributeFilter: TELLING });
  sizes.observe(element);
  for (const view of [element, ...framesOf(window)].map(windowOf)) {
    for (const type of ['scroll', 'resize']) view.addEventListener(type, repaint, { signal, capture: true, passive: true });
  }

  return {
    get text() {
      return text.text;
    },
    painter,
    rangeOf: surface.rangeOf,
    refresh: () => update(),
    detach() {
      stop.abort();
      mutations.disconnect();
      sizes.disconnect();
      painter.close();
      if (text instanceof OverlaidText) text.close();
      draft.close();
    },
  };
}
