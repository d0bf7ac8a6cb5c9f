/** CKEditor 5, under its GPL. */
import { Bold, ClassicEditor, Essentials, Italic, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';

export async function mount(host, paragraphs) {
  const place = document.createElement('div');
  host.append(place);
  const editor = await ClassicEditor.create(place, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Bold, Italic],
    toolbar: ['bold', 'italic', 'undo'],
    initialData: paragraphs.map((text) => `<p>${text}</p>`).join(''),
  });
  const root = () => editor.model.document.getRoot();
  return {
    editor,
    element: editor.ui.getEditableElement(),
    saved: () => editor.getData(),
    async native(options) {
      const path = '/pkg/ckeditor.js';
      const { attachToCKEditor } = await import(path);
      return attachToCKEditor(editor, options).detach;
    },
    move() {
      editor.model.change((writer) => writer.move(writer.createRangeOn(root().getChild(0)), writer.createPositionAt(root(), 2)));
    },
    remote(text) {
      editor.model.enqueueChange({ isUndoable: false, isLocal: false }, (writer) =>
        writer.insertText(text, root().getChild(0), 0),
      );
    },
  };
}
