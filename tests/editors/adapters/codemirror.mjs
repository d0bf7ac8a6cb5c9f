/** CodeMirror 6: lines instead of blocks. */
import { defaultKeymap, history, historyKeymap, moveLineDown } from '@codemirror/commands';
import { EditorState, Transaction } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

export function mount(host, paragraphs) {
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      doc: paragraphs.join('\n'),
      extensions: [history({ newGroupDelay: 0 }), keymap.of([...defaultKeymap, ...historyKeymap]), EditorView.lineWrapping],
    }),
  });
  return {
    editor: view,
    element: view.contentDOM,
    saved: () => view.state.doc.toString(),
    move() {
      view.dispatch({ selection: { anchor: 0 } });
      moveLineDown(view);
    },
    remote: (text) =>
      view.dispatch({
        changes: { from: 0, insert: text },
        annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
      }),
  };
}
