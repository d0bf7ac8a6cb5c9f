/** Slate, in React. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Transforms } from 'slate';
import { HistoryEditor, withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

export async function mount(host, paragraphs) {
  const editor = withHistory(withReact(createEditor()));
  const initialValue = paragraphs.map((text) => ({ type: 'paragraph', children: [{ text }] }));
  const place = document.createElement('div');
  host.append(place);
  createRoot(place).render(createElement(Slate, { editor, initialValue }, createElement(Editable, { id: 'slate' })));
  while (!document.getElementById('slate')) await new Promise(requestAnimationFrame);
  return {
    editor,
    element: document.getElementById('slate'),
    saved: () => JSON.stringify(editor.children),
    move: () => Transforms.moveNodes(editor, { at: [0], to: [1] }),
    remote: (text) =>
      HistoryEditor.withoutSaving(editor, () => Transforms.insertText(editor, text, { at: Editor.start(editor, []) })),
  };
}
