import { element, find } from './dom.js';
import { words } from './words/index.js';

/** What the page says in words: errors, notices with a way back, and a quiet line of status. */
export class Notices {
  #alert = find('#alert', HTMLElement);
  #notice = find('#notice', HTMLElement);
  #status = find('#status', HTMLElement);
  #spoken = find('#spoken', HTMLElement);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pending;

  /**
   * Says that something went wrong, until it is right again.
   *
   * @param {string} message Names the thing and the mend.
   * @param {{ label: string, run: () => void }} [mend]
   */
  alert(message, mend) {
    this.#say(this.#alert, message, mend);
  }

  /** Takes the alert away. */
  calm() {
    this.#alert.replaceChildren();
  }

  /**
   * Says what was done, until the next notice.
   *
   * @param {string} message Empty for none.
   * @param {{ label: string, run: () => void }} [undo]
   */
  notice(message, undo) {
    this.#say(this.#notice, message, undo);
  }

  /**
   * Has screen readers say what eyes see elsewhere.
   *
   * @param {string} message
   */
  speak(message) {
    this.#spoken.textContent = message;
  }

  /**
   * Sets the line of status. Screen readers read it out, so it waits until the typing pauses.
   *
   * @param {string} message
   * @param {number} [wait] Milliseconds.
   */
  status(message, wait = 800) {
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => {
      if (this.#status.textContent !== message) this.#status.textContent = message;
    }, wait);
  }

  /**
   * @param {HTMLElement} place
   * @param {string} message
   * @param {{ label: string, run: () => void }} [action]
   */
  #say(place, message, action) {
    place.replaceChildren(message);
    if (!message) return;
    /** @type {EventTarget | null} */
    let before = null;
    const entered = (/** @type {Event} */ event) => (before ??= /** @type {FocusEvent} */ (event).relatedTarget);
    // The buttons go when one is pressed. The focus goes back to where it came from, unless what was done took it.
    const away = (run = () => {}) => {
      place.replaceChildren();
      run();
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
    if (action) {
      place.append(' ', element('button', { type: 'button', focus: entered, click: () => away(action.run) }, action.label));
    }
    const dismiss = { type: 'button', class: 'dismiss', 'aria-label': words.dismiss, focus: entered, click: () => away() };
    place.append(' ', element('button', dismiss, '✕'));
  }
}
