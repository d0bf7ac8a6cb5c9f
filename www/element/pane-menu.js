/**
 * Lets a button show and hide what can be done with a pane. It stays until the focus leaves it or Escape is pressed, so
 * that a pane can be moved several places.
 *
 * @param {HTMLElement} button
 * @param {HTMLElement} menu
 */
export function bindPaneMenu(button, menu) {
  const show = (/** @type {boolean} */ open) => {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    // Only while it is open, so that a pane that goes leaves nothing behind.
    if (open) document.addEventListener('pointerdown', pressed);
    else document.removeEventListener('pointerdown', pressed);
  };
  const pressed = (/** @type {Event} */ event) => {
    const path = event.composedPath();
    if (!menu.isConnected || (!path.includes(button) && !path.includes(menu))) show(false);
  };
  button.addEventListener('click', () => show(menu.hidden));
  for (const place of [button, menu]) {
    place.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || menu.hidden) return;
      event.preventDefault();
      show(false);
      button.focus();
    });
    place.addEventListener('focusout', ({ relatedTarget }) => {
      // Moving a pane takes the focus away for a moment, and to nowhere.
      if (relatedTarget instanceof Node && relatedTarget !== button && !menu.contains(relatedTarget)) show(false);
    });
  }
}
