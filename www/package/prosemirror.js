/**
 * wiremark as decorations of ProseMirror, and so of TipTap: for hosts that would rather have elements with classes in the
 * editor's view than highlights. The document, and what is saved of it, stays as it is.
 *
 * @module wiremark/prosemirror
 */

import { Draft } from './attach-desk.js';
import { LAYERS } from './layers.js';

/**
 * Makes the plugin. It takes ProseMirror's own classes, so that the package depends on none of its versions.
 *
 * @param {{ Plugin: any, PluginKey: any, Decoration: any, DecorationSet: any }} classes Of `prosemirror-state` and
 *   `prosemirror-view`.
 * @param {import('./attach.js').AttachOptions} [options]
 * @returns {any} A plugin for the editor's state. Each mark has the class `wiremark-` with the name of its layer.
 */
export function wiremark({ Plugin, PluginKey, Decoration, DecorationSet }, { layers = LAYERS, ...options } = {}) {
  const key = new PluginKey('wiremark');
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (/** @type {any} */ transaction, /** @type {any} */ set) =>
        transaction.getMeta(key) ?? set.map(transaction.mapping, transaction.doc),
    },
    props: {
      decorations: (/** @type {any} */ state) => key.getState(state),
    },
    view(/** @type {any} */ view) {
      const draft = new Draft(read(view.state.doc).text, options, () => {
        const { doc, tr } = view.state;
        const { positionOf } = read(doc);
        const decorations = draft.marks
          .filter(({ layer }) => layer in layers)
          .map(({ layer, start, end }) => {
            const attributes = { class: `wiremark-${layer}`, style: layers[layer] };
            return Decoration.inline(positionOf(start), positionOf(end - 1) + 1, attributes);
          });
        view.dispatch(tr.setMeta(key, DecorationSet.create(doc, decorations)).setMeta('addToHistory', false));
      });
      return {
        update(/** @type {any} */ { state }, /** @type {any} */ before) {
          if (state.doc !== before.doc) draft.change(read(state.doc).text);
        },
        destroy: () => draft.close(),
      };
    },
  });
}

/**
 * @param {any} doc
 * @returns {{ text: string, positionOf: (offset: number) => number }} A line for every block of text.
 */
function read(doc) {
  /** @type {{ at: number, position: number }[]} */
  const pieces = [];
  let text = '';
  let blocks = 0;
  doc.descendants((/** @type {any} */ node, /** @type {number} */ position) => {
    if (node.isTextblock && (blocks += 1) > 1) text += '\n';
    if (!node.isInline || !(node.isText || node.isLeaf)) return;
    pieces.push({ at: text.length, position });
    text += node.text ?? '\n';
  });
  return {
    text,
    positionOf(offset) {
      const { at, position } = pieces.findLast(({ at }) => at <= offset) ?? { at: 0, position: 0 };
      return position + offset - at;
    },
  };
}
