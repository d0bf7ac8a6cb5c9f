/**
 * The tour: a few sentences about each part of the page, which is outlined meanwhile. It stands in the page and covers
 * nothing; Escape ends it. On a first visit it is only offered: the focus stays where it is.
 */

import { find } from './dom.js';
import { remember, remembered } from './remembered.js';
import { onLanguage, words } from './words/index.js';

/** Where it has been shown. */
const SEEN = 'tour';

/** Each step, and the part of the page that it is about. */
const STEPS = /** @type {const} */ ([
  ['articles', '#desk'],
  ['legend', '#legend'],
  ['pointing', '#inspector'],
  ['findings', '#findings'],
  ['coverage', '#coverage'],
  ['keeping', '.masthead .actions'],
]);

/** The tour of the page. */
export class Tour {
  #element = find('#tour', HTMLElement);
  #next = find('#tour-next', HTMLButtonElement);
  #back = find('#tour-back', HTMLButtonElement);
  #step = 0;
  #ended;

  /** @param {() => void} ended Is to take the focus, where the tour had it. */
  constructor(ended) {
    this.#ended = ended;
    this.#next.addEventListener('click', () => (this.#step + 1 < STEPS.length ? this.#show(this.#step + 1) : this.end()));
    this.#back.addEventListener('click', () => {
      this.#show(this.#step - 1);
      if (this.#back.disabled) this.#next.focus();
    });
    find('#tour-end', HTMLButtonElement).addEventListener('click', () => this.end());
    onLanguage(() => {
      if (!this.#element.hidden) this.#show(this.#step);
    });
  }

  /** Offers the tour, unless this browser has before. Whoever is writing already goes on writing. */
  welcome() {
    if (remembered(SEEN) === null) this.#open();
  }

  /** Begins the tour. */
  begin() {
    this.#open();
    this.#next.focus();
  }

  /** Ends the tour, if it is shown. */
  end() {
    if (this.#element.hidden) return;
    const focused = this.#element.contains(document.activeElement);
    this.#outline(null);
    this.#element.hidden = true;
    if (focused) this.#ended();
  }

  #open() {
    remember(SEEN, 'seen');
    this.#element.hidden = false;
    this.#show(0);
  }

  /** @param {number} step */
  #show(step) {
    this.#step = step;
    const [name, target] = STEPS[step] ?? STEPS[0];
    find('#tour-title', HTMLElement).textContent = words.tourTitle(step + 1, STEPS.length);
    find('#tour-text', HTMLElement).textContent = words.tourSteps[name];
    this.#next.textContent = step + 1 < STEPS.length ? words.tourNext : words.tourDone;
    this.#back.disabled = step === 0;
    this.#outline(document.querySelector(target));
  }

  /** @param {Element | null} part */
  #outline(part) {
    for (const other of document.querySelectorAll('.toured')) other.classList.remove('toured');
    part?.classList.add('toured');
    part?.scrollIntoView({ block: 'nearest' });
  }
}
