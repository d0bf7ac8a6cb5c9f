/**
 * What brings articles to the desk in the place of others: files, the sample, an empty desk. Those others can be had back.
 *
 * @typedef {import('../element/pane.js').Pane} Pane
 * @typedef {import('../element/workspace.js').Workspace} Workspace
 * @typedef {import('./kept/keeping.js').Keeping} Keeping
 * @typedef {import('./notices.js').Notices} Notices
 */

import { messageOf } from '../../pkg/errors.js';
import { MOST_PANES } from '../element/workspace.js';
import { fetchSample } from './sample.js';
import { words } from './words/index.js';

export class Bringing {
  #workspace;
  #keeping;
  #notices;
  #rest;

  /**
   * @param {Workspace} workspace
   * @param {Keeping} keeping
   * @param {Notices} notices
   * @param {() => Promise<typeof import('./later.js')>} rest Asks for the rest of the page.
   */
  constructor(workspace, keeping, notices, rest) {
    this.#workspace = workspace;
    this.#keeping = keeping;
    this.#notices = notices;
    this.#rest = rest;
  }

  /**
   * Reads files into panes.
   *
   * @param {File[]} files
   * @param {Pane | undefined} target The pane that takes the first.
   */
  async files(files, target) {
    const notices = this.#notices;
    const { readFiles } = await this.#rest();
    const { articles, refused } = await readFiles(files, (message) => notices.status(message, 0));
    if (refused.length > 0) notices.alert(refused.join(' '));
    if (articles.length === 0) return;
    this.#instead(words.openedInstead, () => {
      const left = this.#workspace.place(articles, target);
      if (left > 0) notices.alert(words.noPlace(MOST_PANES, left));
    });
    this.#keeping.changed(true);
  }

  /** Shows the sample story. */
  async sample() {
    const workspace = this.#workspace;
    try {
      const articles = await fetchSample();
      this.#keeping.leave();
      this.#instead(words.sampleInstead, () => workspace.replace(articles));
    } catch (error) {
      this.#notices.alert(messageOf(error));
      if (workspace.panes.length === 0) workspace.replace([]);
    }
  }

  /** Empties the desk, and goes to its first text. */
  nothing() {
    this.#keeping.leave();
    this.#instead(words.deskIsEmpty, () => this.#workspace.replace([]));
    this.#workspace.panes[0]?.textarea.focus();
  }

  /**
   * Does what takes texts off the desk, and offers to bring them back.
   *
   * @param {string} message
   * @param {() => void} action
   */
  #instead(message, action) {
    const before = this.#workspace.articles;
    action();
    const lost = before.some(({ text }) => text !== '');
    const bringBack = () => {
      this.#workspace.replace(before);
      this.#workspace.panes[0]?.textarea.focus();
    };
    this.#notices.notice(lost ? message : '', { label: words.bringBack, run: bringBack });
  }
}
