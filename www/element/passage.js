/**
 * What stands at one place of one pane, and where else it stands.
 *
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Overlap} Overlap
 * @typedef {import('../../pkg/contract.js').Entity} Entity
 * @typedef {import('../../pkg/contract.js').Span} Span
 * @typedef {import('../../pkg/layers.js').Mark} Mark
 * @typedef {import('./pane.js').Pane} Pane
 *
 * @typedef {object} Counterpart The other side of an overlap.
 * @property {Pane} pane
 * @property {Span} span
 * @property {number} index Of the overlap, in `report.overlaps`.
 * @property {Overlap} overlap
 * @property {boolean} forward Whether the passage pointed at is the overlap's side `a`.
 *
 * @typedef {object} Passage
 * @property {Pane} pane
 * @property {Span | null} span The passage; null where there is only a name.
 * @property {Counterpart[]} counterparts Those of the same event first, and of these the most alike.
 * @property {Entity | null} entity What is named there.
 * @property {number | null} entityIndex Its index in `report.entities`.
 * @property {boolean} unsure Whether the name is probable here and not sure.
 */

import { CLOSEST_FIRST } from './likeness.js';

/**
 * @param {Report} report
 * @param {Pane[]} panes The panes that the report is about, in its order.
 * @param {Pane} pane
 * @param {number} offset
 * @param {(layer: string) => boolean} shown Whether a layer is shown: what is hidden is not found.
 * @returns {Passage | null} Null when nothing stands there.
 */
export function passageAt(report, panes, pane, offset, shown) {
  const marks = pane.mirror.found.filter(({ start, end, layer }) => start <= offset && offset < end && shown(layer));
  const name = marks.find(({ entity }) => entity !== undefined);
  const entityIndex = name?.entity ?? null;
  const entity = entityIndex === null ? null : (report.entities[entityIndex] ?? null);

  /** @type {Counterpart[]} */
  const counterparts = [];
  /** @type {Span | null} */
  let span = null;
  for (const mark of marks) {
    if (mark.overlap === undefined || mark.layer === 'moved') continue;
    const overlap = report.overlaps[mark.overlap];
    if (!overlap) continue;
    // The smallest passage is the one that is meant where several lie over each other.
    if (!span || mark.end - mark.start < span.end - span.start) span = { start: mark.start, end: mark.end };
    const forward = panes[overlap.a.article] === pane;
    const other = panes[forward ? overlap.b.article : overlap.a.article];
    const place = other?.mirror.found.find(({ overlap }) => overlap === mark.overlap);
    if (other && place) {
      counterparts.push({ pane: other, span: place, index: mark.overlap, overlap, forward });
    }
  }
  if (!entity && counterparts.length === 0) return null;
  // The score of a rewritten passage says how sure it is, not how alike: its edits would be all of its words.
  const closeness = (/** @type {Counterpart} */ { overlap: { kind, sameEvent } }) =>
    CLOSEST_FIRST.indexOf(kind) + (sameEvent === false ? CLOSEST_FIRST.length : 0);
  counterparts.sort((one, two) => closeness(one) - closeness(two) || two.overlap.score - one.overlap.score);
  const unsure = name?.layer.endsWith('-unsure') ?? false;
  return { pane, span, counterparts, entity, entityIndex, unsure };
}

/**
 * What to light for a passage: its counterparts and the words that differ in them, or, where there is only a name, every
 * place that names the same.
 *
 * @param {Passage} passage
 * @param {Pane[]} panes
 * @returns {Map<Pane, Mark[]>}
 */
export function litBy(passage, panes) {
  /** @type {Map<Pane, Mark[]>} */
  const lit = new Map(panes.map((pane) => [pane, []]));
  const { pane, span, counterparts, entityIndex } = passage;
  if (span) lit.get(pane)?.push({ layer: litLayer(counterparts[0]?.overlap.kind), start: span.start, end: span.end });
  for (const counterpart of counterparts) {
    const { overlap, forward } = counterpart;
    const { start, end } = counterpart.span;
    lit.get(counterpart.pane)?.push({ layer: litLayer(overlap.kind), start, end });
    for (const edit of overlap.edits) {
      const there = forward ? edit.b : edit.a;
      lit.get(counterpart.pane)?.push({ layer: 'changed', start: there.start, end: there.end });
    }
  }
  // On the passage's own side only one comparison can be shown without confusion: the closest that differs.
  const closest = counterparts.find(({ overlap }) => overlap.edits.length > 0);
  for (const edit of closest?.overlap.edits ?? []) {
    const here = closest?.forward ? edit.a : edit.b;
    lit.get(pane)?.push({ layer: 'changed', start: here.start, end: here.end });
  }
  if (counterparts.length === 0 && entityIndex !== null) {
    for (const [other, marks] of lit) {
      for (const mark of other.mirror.found) {
        if (mark.entity === entityIndex) marks.push({ layer: 'lit', start: mark.start, end: mark.end });
      }
    }
  }
  return lit;
}

/**
 * The layer in which a passage is lit: deeper in the tint of its kind. A name has none.
 *
 * @param {import('../../pkg/contract.js').OverlapKind} [kind]
 * @returns {import('../../pkg/layers.js').Layer}
 */
export function litLayer(kind) {
  return kind ? `lit-${kind}` : 'lit';
}
