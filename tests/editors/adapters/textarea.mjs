/** A plain field: no blocks and no other writers, so lines are moved by a script, as a host would. */
export function mount(host, paragraphs) {
  const element = document.createElement('textarea');
  element.rows = 12;
  element.cols = 80;
  element.value = paragraphs.join('\n');
  host.append(element);
  return {
    element,
    saved: () => element.value,
    move() {
      const [first, second, ...rest] = element.value.split('\n');
      element.value = [second, first, ...rest].join('\n');
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
  };
}
