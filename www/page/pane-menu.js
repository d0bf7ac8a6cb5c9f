import { find } from './dom.js';

/**
 * Lets a button show and hide what can be done with a pane. It stays until the focus leaves it or Escape is pressed, so
 * that a pane can be moved several places.
 *
 * @param {HTMLElement} pane
 */
export function bindPaneMenu(pane) {
  const button = find('.more', HTMLButtonElement, pane);
  const menu = find('.pane-menu', HTMLElement, pane);
  const show = (/** @type {boolean} */ open) => {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
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
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && target !== button && !button.contains(target) && !menu.contains(target)) show(false);
  });
}
