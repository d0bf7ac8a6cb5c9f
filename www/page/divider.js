import { remember, remembered } from './remembered.js';

/** Where the choice is remembered. */
const CHOICE = 'lists';

/** What the lists take of the window's height, in percent: at least, at most, when nobody chose, and by how much a key changes it. */
const LEAST = 15;
const MOST = 70;
const USUAL = 32;
const STEP = 4;

/**
 * Lets the reader divide the height of a wide window between the articles and the lists: with the pointer, with the arrow keys, Home and
 * End; Enter and a double click take it back to the usual. It follows the pattern "Window Splitter" of the ARIA Authoring Practices.
 *
 * @param {HTMLElement} divider Stands above the lists, with the role `separator`.
 * @param {HTMLElement} lists
 */
export function bindDivider(divider, lists) {
  let share = USUAL;
  const divide = (/** @type {number} */ wanted) => {
    share = Math.min(Math.max(Math.round(wanted), LEAST), MOST);
    lists.style.setProperty('--lists', `${share}dvh`);
    divider.setAttribute('aria-valuenow', String(share));
  };
  const choose = (/** @type {number} */ wanted) => {
    divide(wanted);
    remember(CHOICE, String(share));
  };
  divider.setAttribute('aria-valuemin', String(LEAST));
  divider.setAttribute('aria-valuemax', String(MOST));
  divide(Number(remembered(CHOICE)) || USUAL);
  divider.addEventListener('pointerdown', (event) => {
    if (event.button === 0) divider.setPointerCapture(event.pointerId);
  });
  divider.addEventListener('pointermove', ({ pointerId, clientY }) => {
    if (!divider.hasPointerCapture(pointerId)) return;
    choose(((lists.getBoundingClientRect().bottom - clientY) / innerHeight) * 100);
  });
  divider.addEventListener('dblclick', () => choose(USUAL));
  divider.addEventListener('keydown', (event) => {
    const wanted = { ArrowUp: share + STEP, ArrowDown: share - STEP, Home: LEAST, End: MOST, Enter: USUAL }[event.key];
    if (wanted === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    choose(wanted);
  });
}
