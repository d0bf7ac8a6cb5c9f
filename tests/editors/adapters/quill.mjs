/** Quill. */
import Quill from 'quill';
import 'quill/dist/quill.snow.css';

export function mount(host, paragraphs) {
  const place = document.createElement('div');
  place.innerHTML = paragraphs.map((text) => `<p>${text}</p>`).join('');
  host.append(place);
  // Every step is undone by itself, however fast it was made; what others write is not undone here.
  const quill = new Quill(place, { theme: 'snow', modules: { history: { delay: 0, userOnly: true } } });
  return {
    editor: quill,
    element: quill.root,
    saved: () => JSON.stringify(quill.getContents()),
    move() {
      const [first] = quill.getLines();
      const length = first.length();
      const text = quill.getText(0, length);
      const [second] = quill.getLines(length, 1);
      quill.updateContents([{ delete: length }, { retain: second.length() }, { insert: text }], 'user');
    },
    remote: (text) => quill.updateContents([{ insert: text }], 'api'),
  };
}
