/**
 * Whether a button of the mouse, a finger or a pen is down just now. A list that is made anew in the middle of a click
 * swallows the click: what was pressed is gone when it is let go.
 */
let down = false;

let watching = false;

/** @returns {boolean} */
export function pressed() {
  return down;
}

/** Begins to watch, once for the whole page: importing this module does nothing. */
export function watchPresses() {
  if (watching) return;
  watching = true;
  addEventListener('pointerdown', () => (down = true), { capture: true });
  // The click comes after the release, in the same task or in the next.
  for (const end of ['pointerup', 'pointercancel', 'blur', 'dragend'])
    addEventListener(end, () => setTimeout(() => (down = false)), { capture: true });
}
