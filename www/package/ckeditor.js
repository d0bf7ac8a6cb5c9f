/**
 * wiremark as markers of CKEditor 5: for hosts that would rather have elements with classes in the editor's view than
 * highlights. What is saved stays as it is, for the markers are converted for editing only.
 *
 * @module wiremark/ckeditor
 */

import { Draft } from './attach-desk.js';
import { LAYERS } from './layers.js';

/**
 * Marks the text of an editor, and goes on doing so while it is edited.
 *
 * @param {any} editor An editor of CKEditor 5.
 * @param {import('./attach.js').AttachOptions} [options]
 * @returns {{ detach: () => void }} Each mark has the class `wiremark-` with the name of its layer.
 */
export function attachToCKEditor(editor, { layers = LAYERS, ...options } = {}) {
  const { model } = editor;
  editor.conversion.for('editingDowncast').markerToHighlight({
    model: 'wiremark',
    view(/** @type {{ markerName: string }} */ { markerName }) {
      const layer = markerName.split(':')[1] ?? '';
      return { classes: `wiremark-${layer}`, attributes: { style: layers[layer] } };
    },
  });

  /** @param {{ name: string, start: number, end: number }[]} marks Those that are there already are left alone. */
  const show = (marks) =>
    model.enqueueChange({ isUndoable: false }, (/** @type {any} */ writer) => {
      const left = new Set([...model.markers.getMarkersGroup('wiremark')].map(({ name }) => name));
      const { positionOf } = read(model);
      for (const { name, start, end } of marks) {
        const range = writer.createRange(positionOf(start), positionOf(end - 1).getShiftedBy(1));
        const known = left.delete(name) && model.markers.get(name);
        if (!known) writer.addMarker(name, { range, usingOperation: false, affectsData: false });
        else if (!known.getRange().isEqual(range)) writer.updateMarker(name, { range });
      }
      for (const name of left) writer.removeMarker(name);
    });

  const draft = new Draft(read(model).text, options, () =>
    show(draft.marks.filter(({ layer }) => layer in layers).map((mark, index) => ({ ...mark, name: `wiremark:${mark.layer}:${index}` }))),
  );
  const update = () => draft.change(read(model).text);
  model.document.on('change:data', update);
  const detach = () => {
    model.document.off('change:data', update);
    draft.close();
    if (editor.state !== 'destroyed') show([]);
  };
  editor.once('destroy', detach);
  return { detach };
}

/**
 * @param {any} model
 * @returns {{ text: string, positionOf: (offset: number) => any }} A line for every block of text.
 */
function read(model) {
  /** @type {{ at: number, parent: any, from: number }[]} */
  const pieces = [];
  let text = '';
  let blocks = 0;
  const root = model.document.getRoot();
  for (const item of model.createRangeIn(root).getItems()) {
    if (item.is('$textProxy')) {
      pieces.push({ at: text.length, parent: item.parent, from: item.startOffset });
      text += item.data;
    } else if (item.is('element', 'softBreak') || (model.schema.isBlock(item) && (blocks += 1) > 1)) {
      text += '\n';
    }
  }
  return {
    text,
    positionOf(offset) {
      const { at, parent, from } = pieces.findLast(({ at }) => at <= offset) ?? { at: 0, parent: root, from: 0 };
      return model.createPositionAt(parent, from + offset - at);
    },
  };
}
