import { element } from './dom.js';
import { adopt } from './styles/adopt.js';
import { DESK } from './styles/desk.js';
import { HOST } from './styles/host.js';
import { OVERVIEW } from './styles/overview.js';
import { PANE } from './styles/pane.js';

/** What stands in the shadow root of a desk around its panes: slots, the button that adds one, and the status line. */
export class DeskFrame {
  #add;
  #status = element('p', { class: 'status', part: 'status', role: 'status' });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pending;

  /**
   * @param {ShadowRoot} root
   * @param {() => void} add The button that adds an article was pressed.
   */
  constructor(root, add) {
    adopt(root, HOST, PANE, OVERVIEW, DESK);
    /** Where the panes stand. */
    this.desk = element('div', { class: 'desk', part: 'desk', role: 'group' });
    this.#add = element('button', { type: 'button', class: 'add', part: 'add', click: add });
    const foot = element('div', { class: 'foot' }, this.#add, this.#status);
    root.append(element('slot', { name: 'header' }), this.desk, foot, element('slot', { name: 'footer' }));
  }

  /** @param {boolean} full Whether no further article fits. */
  set full(full) {
    this.#add.disabled = full;
  }

  /** @param {import('./words/index.js').Words} words */
  label(words) {
    this.desk.setAttribute('aria-label', words.articles);
    this.#add.textContent = words.addArticle;
  }

  /**
   * Says something in the status line, where screen readers hear it too.
   *
   * @param {string} message
   * @param {{ label: string, run: () => void }} [action] A button behind it.
   * @param {boolean} [failed]
   * @param {number} [wait] In milliseconds: while something with a button stands there, less urgent things wait for good.
   */
  say(message, action, failed = false, wait = 0) {
    clearTimeout(this.#pending);
    if (wait > 0) {
      if (!this.#status.querySelector('button')) this.#pending = setTimeout(() => this.say(message), wait);
      return;
    }
    this.#status.classList.toggle('failed', failed);
    const run = () => {
      this.#status.replaceChildren();
      action?.run();
    };
    const button = action ? [' ', element('button', { type: 'button', click: run }, action.label)] : [];
    if (action || this.#status.textContent !== message) this.#status.replaceChildren(message, ...button);
  }
}
