/** TipTap, and so ProseMirror, which it is made of. */
import { Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { StarterKit } from '@tiptap/starter-kit';

export function mount(host, paragraphs) {
  const editor = new Editor({
    element: host,
    // Every step is undone by itself, however fast it was made.
    extensions: [StarterKit.configure({ undoRedo: { newGroupDelay: -1 }, trailingNode: false })],
    content: paragraphs.map((text) => `<p>${text}</p>`).join(''),
  });
  return {
    editor,
    element: editor.view.dom,
    saved: () => editor.getHTML(),
    async native(options) {
      const path = '/pkg/prosemirror.js';
      const { wiremark } = await import(path);
      const plugin = wiremark({ Plugin, PluginKey, Decoration, DecorationSet }, options);
      editor.registerPlugin(plugin);
      return () => editor.unregisterPlugin(plugin.spec.key);
    },
    move() {
      const { state, view } = editor;
      const first = state.doc.child(0);
      const after = first.nodeSize + state.doc.child(1).nodeSize;
      view.dispatch(state.tr.insert(after, first).delete(0, first.nodeSize));
    },
    remote(text) {
      const { state, view } = editor;
      view.dispatch(state.tr.insertText(text, 1).setMeta('addToHistory', false).setMeta('rebased', true));
    },
  };
}
