/** TinyMCE, under its GPL, whose text stands in a frame. It knows no other writers. */
import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/content/default/content.js';

export async function mount(host, paragraphs) {
  const place = document.createElement('div');
  place.innerHTML = paragraphs.map((text) => `<p>${text}</p>`).join('');
  host.append(place);
  const [editor] = await tinymce.init({ target: place, license_key: 'gpl', height: 400, promotion: false, menubar: false });
  return {
    editor,
    element: editor.getBody(),
    saved: () => editor.getContent(),
    move() {
      editor.undoManager.transact(() => {
        const [first, second] = editor.getBody().querySelectorAll('p');
        second.after(first);
      });
    },
  };
}
