/** Lexical, with rich text and its history. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, COLLABORATION_TAG, createEditor } from 'lexical';

export function mount(host, paragraphs) {
  const element = document.createElement('div');
  element.contentEditable = 'true';
  element.style.whiteSpace = 'pre-wrap';
  host.append(element);
  const editor = createEditor({ namespace: 'test', onError: (error) => console.error(error) });
  editor.setRootElement(element);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 0);
  const update = (change, options) => editor.update(change, { discrete: true, ...options });
  update(() => {
    $getRoot().clear();
    for (const text of paragraphs) $getRoot().append($createParagraphNode().append($createTextNode(text)));
  });
  return {
    editor,
    element,
    saved: () => JSON.stringify(editor.getEditorState()),
    move: () => update(() => $getRoot().getChildAtIndex(1).insertAfter($getRoot().getFirstChild())),
    remote: (text) =>
      update(() => $getRoot().getFirstDescendant().spliceText(0, 0, text), { tag: COLLABORATION_TAG }),
  };
}
