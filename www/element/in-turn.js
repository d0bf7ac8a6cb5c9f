import { pressed, watchPresses } from './pressed.js';

/** While something is pressed, the next step asks again after so many milliseconds. */
const PRESSED = 30;

/** What follows the texts comes after this pause, in milliseconds, which is longer than one between two keys. */
export const PAUSE = 250;

/** Does one thing after the other, each in a task of its own; what is begun anew is not finished first. */
export class InTurn {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #took;

  /** @param {(began: number) => void} [took] Told after each step when it began, as `performance.now()` counts. */
  constructor(took = () => {}) {
    this.#took = took;
    watchPresses();
  }

  /**
   * @param {number} pause Before the first, in milliseconds.
   * @param {(() => void)[]} steps
   */
  begin(pause, steps) {
    clearTimeout(this.#timer);
    const [step, ...others] = steps;
    if (!step) return;
    this.#timer = setTimeout(() => {
      if (pressed()) return this.begin(PRESSED, steps);
      const began = performance.now();
      step();
      this.#took(began);
      this.begin(0, others);
    }, pause);
  }
}
