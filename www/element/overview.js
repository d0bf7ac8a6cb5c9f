/**
 * The slim bar beside a text: where it is shared, and how closely; where it says what no other does; where a quote or a
 * figure differs; what is not the story; and which part is in view. A press goes there.
 *
 * It is drawn on one canvas when a report has settled, never on a key. For screen readers and the keyboard the lists and
 * F8 are its equal, so it is hidden from both.
 *
 * @typedef {import('../../pkg/layers.js').Layer} Layer
 * @typedef {import('../../pkg/marks.js').Mirror} Mirror
 */

/** The lanes of the bar, each from one share of its width to another, and the layers drawn there, later ones over earlier. */
const LANES = /** @type {const} */ ([
  { layers: ['boilerplate'], from: 0.3, to: 0.4 },
  { layers: ['rewritten', 'edited', 'verbatim'], from: 0.05, to: 0.7 },
  { layers: ['unique'], from: 0.78, to: 1 },
  { layers: ['quote-change', 'number-difference'], from: 0.78, to: 1 },
]);

/** How wide a layer is in its lane, so that colour is not all that tells the kinds apart. */
const WIDTHS = /** @type {Partial<Record<Layer, number>>} */ ({ edited: 0.7, rewritten: 0.4 });

/** The legend shows these in the text only when asked; here they cover nothing, and so are always shown. */
const ALWAYS = /** @type {Set<string>} */ (new Set(['unique', 'boilerplate']));

/**
 * @param {string} layer
 * @param {import('../../pkg/marks.js').Painter} painter Knows what the legend shows.
 * @returns {boolean} Whether the bar shows a layer.
 */
export function isOverviewed(layer, painter) {
  return ALWAYS.has(layer) || painter.shows(layer);
}

/** The bar of one pane. */
export class Overview {
  #canvas;
  #frame;
  #viewport;
  #mirror;
  #text;

  /**
   * @param {HTMLElement} place Holds the canvas and the frame around the part in view.
   * @param {HTMLElement} viewport What scrolls.
   * @param {HTMLElement} text The mirror's element, which has one child for each line, or for each block of lines.
   * @param {Mirror} mirror
   */
  constructor(place, viewport, text, mirror) {
    this.#canvas = /** @type {HTMLCanvasElement} */ (place.querySelector('canvas'));
    this.#frame = /** @type {HTMLElement} */ (place.querySelector('.overview-view'));
    this.#viewport = viewport;
    this.#text = text;
    this.#mirror = mirror;
    viewport.addEventListener('scroll', () => this.#follow(), { passive: true });
    place.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      // The caret stays where it is: whoever looks elsewhere for a moment goes on writing.
      event.preventDefault();
      place.setPointerCapture(event.pointerId);
      this.#go(event.clientY);
    });
    place.addEventListener('pointermove', (event) => {
      if (place.hasPointerCapture(event.pointerId)) this.#go(event.clientY);
    });
  }

  /**
   * Draws the bar anew.
   *
   * @param {import('../../pkg/marks.js').Painter} painter Knows what the legend shows.
   */
  draw(painter) {
    const { clientWidth, clientHeight } = this.#canvas;
    const context = this.#canvas.getContext('2d');
    if (!context || clientHeight === 0) return;
    const rows = Math.round(clientHeight * devicePixelRatio);
    const width = Math.round(clientWidth * devicePixelRatio);
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== rows) this.#canvas.height = rows;
    context.clearRect(0, 0, width, rows);
    const rowsOf = this.#measured(rows);
    for (const { layers, from, to } of LANES) {
      // One number for each row of pixels: a text with fifty thousand marks costs no more rectangles than the bar is high.
      const lane = new Uint8Array(rows);
      /** @type {string[]} */
      const colours = [];
      for (const { layer, start, end } of this.#mirror.found) {
        const rank = layers.findIndex((other) => other === layer) + 1;
        if (rank === 0 || !isOverviewed(layer, painter)) continue;
        const [first, last] = rowsOf(start, end);
        for (let row = first; row <= last; row += 1) lane[row] = Math.max(lane[row] ?? 0, rank);
      }
      for (let row = 0; row < rows; ) {
        const rank = lane[row] ?? 0;
        const first = row;
        while (row < rows && lane[row] === rank) row += 1;
        const layer = layers[rank - 1];
        if (!layer) continue;
        context.fillStyle = colours[rank - 1] ??= this.#colour(layer);
        context.fillRect(from * width, first, (to - from) * width * (WIDTHS[layer] ?? 1), row - first);
      }
    }
    this.#follow();
  }

  /**
   * The colour of a layer, as a canvas can read it: one without `light-dark()`.
   *
   * @param {Layer} layer
   */
  #colour(layer) {
    this.#canvas.style.color = `var(--overview-${layer})`;
    return getComputedStyle(this.#canvas).color;
  }

  /** Moves the frame to the part in view. */
  #follow() {
    const { scrollTop, scrollHeight, clientHeight } = this.#viewport;
    const whole = scrollHeight <= clientHeight;
    this.#frame.hidden = whole;
    if (whole) return;
    this.#frame.style.insetBlockStart = `${(scrollTop / scrollHeight) * 100}%`;
    this.#frame.style.blockSize = `${(clientHeight / scrollHeight) * 100}%`;
  }

  /** @param {number} y In CSS pixels of the window. */
  #go(y) {
    const { top, height } = this.#canvas.getBoundingClientRect();
    const { scrollHeight, clientHeight } = this.#viewport;
    this.#viewport.scrollTop = ((y - top) / height) * scrollHeight - clientHeight / 2;
  }

  /**
   * Where the lines of the text stand, or the blocks that hold the lines of a long one, read once for all marks.
   *
   * @param {number} rows How many rows of pixels the bar has.
   * @returns {(start: number, end: number) => [number, number]} The first and the last row of a span.
   */
  #measured(rows) {
    const lines = [...this.#text.children];
    const { top: origin, height } = this.#text.getBoundingClientRect();
    const scale = rows / Math.max(height, this.#viewport.clientHeight, 1);
    const starts = new Float64Array(lines.length);
    const tops = new Float64Array(lines.length);
    const heights = new Float64Array(lines.length);
    let start = 0;
    for (const [index, line] of lines.entries()) {
      const box = line.getBoundingClientRect();
      starts[index] = start;
      tops[index] = box.top - origin;
      heights[index] = box.height;
      // After each line comes its end; a block has as many as lines.
      start += (line.textContent?.length ?? 0) + Math.max(line.childElementCount, 1);
    }
    const lengthOf = (/** @type {number} */ index) => (starts[index + 1] ?? start) - (starts[index] ?? 0);
    const rowAt = (/** @type {number} */ offset) => {
      let low = 0;
      let high = lines.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const share = (offset - (starts[low] ?? 0)) / lengthOf(low);
      return ((tops[low] ?? 0) + share * (heights[low] ?? 0)) * scale;
    };
    return (start, end) => {
      const first = Math.min(rows - 1, Math.floor(rowAt(start)));
      return [first, Math.min(rows - 1, Math.max(first, Math.ceil(rowAt(end)) - 1))];
    };
  }
}
