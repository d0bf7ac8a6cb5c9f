/**
 * Ctrl+Enter goes from a line of a list into the text it speaks of, as it goes from a passage to its counterpart: a press
 * alone only shows the place, and the keyboard stays in the list.
 *
 * @param {import('../element/counterparts.js').Counterparts} counterparts
 */
export function followLists(counterparts) {
  addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    // Inside an element, the event says only which element it was.
    const [line] = event.composedPath();
    if (!(line instanceof HTMLButtonElement) || !line.closest('.panel')) return;
    event.preventDefault();
    counterparts.follow(() => line.click());
  });
}
