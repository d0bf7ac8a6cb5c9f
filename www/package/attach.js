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
import { Desk } from './desk.js';
import { editBetween, shifted } from './edit.js';
import { LAYERS, marksOf } from './layers.js';
import { Painter } from './painter.js';

/**
 * @typedef {object} AttachOptions
 * @property {Desk} [desk] An empty desk, for a host that has names of its own or several cores; it stays the host's.
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
export function attach(element, { desk: given, name = '', references = [], layers = LAYERS, onreport } = {}) {
  const field =
    /^(?:textarea|input)$/.test(element.localName) && /** @type {import('./attach-field.js').Field} */ (element);
  const text = !field ? new LiveText(element) : field.createValueRange ? new ValueText(field) : new OverlaidText(field);
  const root = /** @type {Document | ShadowRoot} */ ('root' in text ? text.root : element.getRootNode());
  const painter = new Painter(layers, root);
  const desk = given ?? new Desk();
  const stop = new AbortController();
  const { signal } = stop;
  let changed = true;
  let busy = false;

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

  // A desk answers in the order in which it is asked.
  const articles = Promise.all([
    ...references.map((copy) => (typeof copy === 'string' ? desk.add('', copy) : desk.add(copy.name, copy.text))),
    desk.add(name, text.text),
  ]);

  const analyse = async () => {
    if (busy) return;
    busy = true;
    try {
      const draft = (await articles)[references.length] ?? 0;
      while (changed && !signal.aborted) {
        changed = false;
        await desk.setText(draft, text.text);
        const report = await desk.report({ signal });
        // Nobody would see an answer on a text that is no more.
        if (changed) continue;
        surface.marks = marksOf(report, references.length);
        repaint();
        onreport?.(report, references.length);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
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
      if (!given) desk.dispose();
      // A desk that the host has disposed of has let go of them already.
      else articles.then((all) => all.forEach((article) => desk.remove(article))).catch(() => {});
    },
  };
}
