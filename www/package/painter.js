/**
 * Paints marks over text that the browser lays out, with the CSS Custom Highlight API: no element is added to the text,
 * so nothing disturbs the caret, undo, spelling or an input method.
 *
 * Registering many ranges is slow, so only what is in view is registered, and every layer is swapped whole, once a frame.
 *
 * @typedef {import('./layers.js').Mark} Mark
 * @typedef {import('./contract.js').Span} Span
 */

/**
 * A text that can be painted.
 *
 * @typedef {object} Surface
 * @property {readonly Mark[]} marks What is to be painted.
 * @property {() => Span | null} visible The part of the text that is in view or near it; null when none is.
 * @property {boolean} [unsettled] Whether it will be another in the next frame.
 * @property {(span: Span) => StaticRange | null} rangeOf Where a span stands in the document.
 */

let painters = 0;

/** Paints any number of surfaces. Its highlights have names of their own, so that several painters can share a page. */
export class Painter {
  #prefix;
  #root;
  #window;
  #sheet;
  /** @type {Map<string, number>} The layers and their order. */
  #priorities = new Map();
  /** @type {Set<string>} */
  #hidden = new Set();
  /** @type {Map<Surface, Map<string, StaticRange[]>>} The ranges that are registered, by layer. */
  #painted = new Map();
  /** @type {Set<Surface>} */
  #stale = new Set();
  #frame = 0;

  /** @type {((milliseconds: number) => void) | undefined} Called after each frame with the time that painting took. */
  onpaint;

  /**
   * @param {Readonly<Record<string, string>>} layers The CSS declarations of every layer, the lowest layer first.
   * @param {Document | ShadowRoot} [root] What holds the text, which no rule of another root reaches: its shadow root if
   *   it stands in one, else its document, which may be that of a frame.
   */
  constructor(layers, root = document) {
    painters += 1;
    this.#prefix = `wiremark-${painters}-`;
    this.#root = root;
    // Every window has a registry of highlights of its own.
    this.#window = (root.ownerDocument ?? /** @type {Document} */ (root)).defaultView ?? globalThis;
    // Firefox does not let the descendants of an element inherit its highlights, so the rules name no element.
    const rules = Object.entries(layers).map(([layer, look]) => `::highlight(${this.#prefix}${layer}) { ${look} }`);
    this.#sheet = new this.#window.CSSStyleSheet();
    this.#sheet.replaceSync(rules.join('\n'));
    root.adoptedStyleSheets.push(this.#sheet);
    for (const [order, layer] of Object.keys(layers).entries()) this.#priorities.set(layer, order);
  }

  /** @param {string} layer @returns {string} The name under which `CSS.highlights` knows the layer. */
  nameOf(layer) {
    return this.#prefix + layer;
  }

  /**
   * Paints a surface in the next frame: call it when its marks, its text or what is in view changed.
   *
   * @param {Surface} surface
   */
  invalidate(surface) {
    this.#stale.add(surface);
    this.#frame ||= this.#window.requestAnimationFrame(() => this.paint());
  }

  /** Paints every known surface in the next frame. */
  invalidateAll() {
    for (const surface of this.#painted.keys()) this.invalidate(surface);
  }

  /**
   * Shows or hides a layer on every surface.
   *
   * @param {string} layer
   * @param {boolean} visible
   */
  show(layer, visible) {
    if (visible) this.#hidden.delete(layer);
    else this.#hidden.add(layer);
    this.invalidateAll();
  }

  /** @param {string} layer @returns {boolean} Whether the layer is shown. */
  shows(layer) {
    return this.#priorities.has(layer) && !this.#hidden.has(layer);
  }

  /**
   * Stops painting a surface.
   *
   * @param {Surface} surface
   */
  forget(surface) {
    this.#stale.delete(surface);
    const layers = this.#painted.get(surface);
    this.#painted.delete(surface);
    for (const layer of layers?.keys() ?? []) this.#register(layer);
  }

  /** Takes away every highlight and rule of this painter, and nothing else. */
  close() {
    this.#window.cancelAnimationFrame(this.#frame);
    this.#painted.clear();
    for (const layer of this.#priorities.keys()) this.#window.CSS.highlights.delete(this.nameOf(layer));
    const sheets = this.#root.adoptedStyleSheets;
    this.#root.adoptedStyleSheets = sheets.filter((sheet) => sheet !== this.#sheet);
  }

  /** Paints at once what would be painted in the next frame: for a page that is about to be printed. */
  paint() {
    const began = performance.now();
    this.#frame = 0;
    /** @type {Set<string>} */
    const touched = new Set();
    const painted = [...this.#stale];
    for (const surface of painted) {
      for (const layer of this.#painted.get(surface)?.keys() ?? []) touched.add(layer);
      const layers = this.#rangesOf(surface);
      for (const layer of layers.keys()) touched.add(layer);
      this.#painted.set(surface, layers);
    }
    this.#stale.clear();
    for (const surface of painted) if (surface.unsettled) this.invalidate(surface);
    for (const layer of touched) this.#register(layer);
    this.onpaint?.(performance.now() - began);
  }

  /** @param {Surface} surface */
  #rangesOf(surface) {
    /** @type {Map<string, StaticRange[]>} */
    const ranges = new Map();
    const view = surface.visible();
    if (!view) return ranges;
    /** @type {Map<string, Span[]>} */
    const spans = new Map();
    for (const { layer, start, end } of surface.marks) {
      if (end <= view.start || start >= view.end || start >= end || !this.shows(layer)) continue;
      const span = { start: Math.max(start, view.start), end: Math.min(end, view.end) };
      const others = spans.get(layer);
      if (others) others.push(span);
      else spans.set(layer, [span]);
    }
    for (const [layer, found] of spans) {
      ranges.set(
        layer,
        united(found).flatMap((span) => surface.rangeOf(span) ?? []),
      );
    }
    return ranges;
  }

  /** @param {string} layer */
  #register(layer) {
    const highlight = new this.#window.Highlight();
    for (const layers of this.#painted.values()) {
      for (const range of layers.get(layer) ?? []) highlight.add(range);
    }
    highlight.priority = this.#priorities.get(layer) ?? 0;
    const { highlights } = this.#window.CSS;
    if (highlight.size > 0) highlights.set(this.nameOf(layer), highlight);
    else highlights.delete(this.nameOf(layer));
  }
}

/**
 * The same stretches without overlaps, in order: Firefox does not paint all of a highlight whose ranges overlap.
 *
 * @param {Span[]} spans
 * @returns {Span[]}
 */
function united(spans) {
  /** @type {Span[]} */
  const apart = [];
  for (const span of spans.sort((one, two) => one.start - two.start)) {
    const last = apart.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else apart.push(span);
  }
  return apart;
}
