/**
 * Marks names and shared passages in a text that somebody else owns: an editor, a field, a part of a page. Nothing of
 * it is changed, so that what is saved there is what would have been saved without.
 *
 * @typedef {import('./contract.js').Span} Span
 * @typedef {import('./contract.js').Report} Report
 * @typedef {import('./layers.js').Mark} Mark
 */

import { OverlaidText, ValueText } from './attach-field.js';
import { LiveText, framesOf, windowOf } from './attach-text.js';
import { editBetween, shifted } from './edit.js';
import { LAYERS, marksOf } from './layers.js';
import { Painter } from './painter.js';

/**
 * @typedef {object} AttachOptions
 * @property {import('./desk.js').Desk} desk A desk of its own, `new Desk()`; it stays the caller's, and open.
 * @property {string} [name] What the text is called in reports.
 * @property {(string | { name: string, text: string })[]} [references] The copy that it is compared with.
 * @property {Readonly<Record<string, string>>} [layers] The CSS declarations of each layer, as in `LAYERS`. What is not
 *   among them is not painted.
 * @property {(report: Report, article: number) => void} [onreport] Called with each report on the text as it is now,
 *   and the text's index in `report.articles`; the references stand before it.
 */

/**
 * @typedef {object} Attachment
 * @property {string} text The text as it is read: a line for every block.
 * @property {Painter} painter Paints the text; `show()` hides a layer, `nameOf()` names its highlight.
 * @property {(span: Span) => AbstractRange | null} rangeOf Where a span of the text stands.
 * @property {() => void} refresh Reads everything again, for what no event tells: a field whose value a script set, a
 *   style sheet that hides paragraphs.
 * @property {() => void} detach Takes everything away again: highlights, rules, listeners, and the articles on the desk.
 */

/** The attributes that decide what is text. */
const TELLING = ['class', 'style', 'hidden', 'open', 'contenteditable'];

/**
 * Marks entities and overlaps in a live text, and goes on doing so while it is edited.
 *
 * @param {HTMLElement} element An editable element, the body of a frame, a field, or any part of a page; it may stand in
 *   a shadow root.
 * @param {AttachOptions} options
 * @returns {Attachment}
 */
export function attach(element, { desk, name = '', references = [], layers = LAYERS, onreport }) {
  const field =
    /^(?:textarea|input)$/.test(element.localName) && /** @type {import('./attach-field.js').Field} */ (element);
  const text = !field ? new LiveText(element) : field.createValueRange ? new ValueText(field) : new OverlaidText(field);
  const root = /** @type {Document | ShadowRoot} */ ('root' in text ? text.root : element.getRootNode());
  const painter = new Painter(layers, root);
  const stop = new AbortController();
  let changed = true;
  let busy = false;
  /** @type {Promise<number[]> | undefined} */
  let articles;

  /** @type {import('./painter.js').Surface & { marks: Mark[] }} */
  const surface = { marks: [], visible: () => text.visible(), rangeOf: (span) => text.rangeOf(span) };
  const repaint = () => painter.invalidate(surface);

  /** @param {MutationRecord[]} [records] */
  const update = (records) => {
    const before = text.text;
    text.update(records);
    const edit = editBetween(before, text.text);
    if (edit) {
      surface.marks = surface.marks.map((mark) => shifted(mark, edit));
      changed = true;
      analyse();
    }
    repaint();
  };

  const analyse = async () => {
    if (busy) return;
    busy = true;
    try {
      articles ??= Promise.all([
        ...references.map((copy) => (typeof copy === 'string' ? desk.add('', copy) : desk.add(copy.name, copy.text))),
        desk.add(name, text.text),
      ]);
      const draft = (await articles).at(-1) ?? 0;
      while (changed && !stop.signal.aborted) {
        changed = false;
        await desk.setText(draft, text.text);
        const report = await desk.report();
        // Nobody would see an answer on a text that is no more.
        if (changed || stop.signal.aborted) continue;
        surface.marks = marksOf(report, references.length);
        repaint();
        onreport?.(report, references.length);
      }
    } finally {
      busy = false;
    }
  };

  const window = windowOf(element);
  const mutations = new window.MutationObserver(update);
  const sizes = new window.ResizeObserver(repaint);
  if (!field) {
    const what = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: TELLING };
    mutations.observe(element, what);
  }
  sizes.observe(element);
  const { signal } = stop;
  if (field) element.addEventListener('input', () => update(), { signal });
  for (const view of [element, ...framesOf(window)].map(windowOf)) {
    for (const type of ['scroll', 'resize']) view.addEventListener(type, repaint, { signal, capture: true, passive: true });
  }
  analyse();

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
      if ('close' in text) text.close();
      // A desk that its owner has closed has let go of them already.
      articles?.then((all) => Promise.all(all.map((article) => desk.remove(article)))).catch(() => {});
    },
  };
}
