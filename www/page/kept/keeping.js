/**
 * The desk in hand and the desks that are kept: which one the page shows, and what is kept of it.
 *
 * @typedef {import('./store.js').Record} Record
 * @typedef {import('./store.js').KeptDesk} KeptDesk
 * @typedef {import('../../element/workspace.js').Workspace} Workspace
 * @typedef {import('../notices.js').Notices} Notices
 * @typedef {{ ticked: string[] }} Findings
 * @typedef {import('../names/own-names.js').OwnNames} OwnNames
 */

import { messageOf } from '../../../pkg/errors.js';
import { download } from '../download.js';
import { find } from '../dom.js';
import { forgetOffline } from '../offline.js';
import { MOST_PANES } from '../../element/workspace.js';
import { deskFile, readDeskFile } from './desk-file.js';
import { bindDesksDialog, titleOf } from './dialog.js';
import { Keeper } from './keeper.js';
import { words } from '../words/index.js';
import { forgetChoices } from '../remembered.js';

/** Keeps the desk once anything on it is the person's own. */
export class Keeping {
  #workspace;
  #findings;
  #names;
  #notices;
  #keeper;
  /** Whether anything was written or pasted by hand: the sample alone is not kept. */
  #own = false;

  /**
   * @param {Workspace} workspace
   * @param {Findings} findings
   * @param {OwnNames} names
   * @param {Notices} notices
   */
  constructor(workspace, findings, names, notices) {
    this.#workspace = workspace;
    this.#findings = findings;
    this.#names = names;
    this.#notices = notices;
    this.#keeper = new Keeper({
      panes: () => workspace.panes,
      ticked: () => findings.ticked,
      names: () => names.forDesk,
      failed: (error) =>
        notices.alert(words.textsNotKept(error)),
    });
    bindDesksDialog(find('#open-desks', HTMLButtonElement), {
      list: () => this.#keeper.list(),
      inHand: () => this.#keeper.desk,
      open: (record) => this.#open(record),
      start: () => {
        this.leave();
        workspace.replace([]);
        workspace.panes[0]?.textarea.focus();
      },
      rename: (name) => {
        this.#own = true;
        this.#keeper.rename(name);
      },
      remove: (record) => this.#keeper.remove(record),
      save: () => this.#save(),
      read: (file) => this.#read(file),
      forget: () => this.#forget(),
    });
    addEventListener('beforeunload', (event) => {
      const filled = workspace.articles.some(({ text }) => text !== '');
      if (this.#own && filled && !this.#keeper.healthy) event.preventDefault();
    });
    // A phone may close a hidden tab without another word.
    document.addEventListener('visibilitychange', () => void this.#keeper.flush());
    addEventListener('pagehide', () => void this.#keeper.flush());
  }

  /** Says that the desk changed. @param {boolean} [byHand] */
  changed(byHand = false) {
    this.#own ||= byHand;
    if (this.#own) this.#keeper.changed();
  }

  /**
   * Takes up the desk that was in hand when the page was last open.
   *
   * @returns {Promise<boolean>} Whether there was one.
   */
  async resume() {
    const desk = await this.#keeper.resume();
    if (desk) this.#takeUp(desk);
    return desk !== null;
  }

  /** Leaves the desk in hand as it is kept, and starts a new one, which is kept once it holds something own. */
  leave() {
    this.#keeper.start();
    this.#own = false;
    this.#findings.ticked = [];
    this.#names.forDesk = [];
  }

  /** @param {KeptDesk} desk */
  #takeUp(desk) {
    this.#own = false;
    this.#findings.ticked = desk.ticked;
    this.#names.forDesk = desk.names ?? [];
    this.#workspace.replace(desk.articles);
    this.#keeper.adopt(this.#workspace.panes);
    this.#own = true;
  }

  /** @param {Record} record */
  async #open(record) {
    const desk = await this.#keeper.open(record);
    if (desk) this.#takeUp(desk);
    else this.#notices.alert(words.openElsewhere(titleOf(record)));
  }

  #save() {
    const { name } = this.#keeper.desk;
    const { articles } = this.#workspace;
    const day = new Date().toISOString().slice(0, 10);
    download(`${name || `wiremark-${day}`}.json`, deskFile({ name, articles, ticked: this.#findings.ticked, names: this.#names.forDesk }));
  }

  /** @param {File} file */
  async #read(file) {
    try {
      const { name, articles, ticked, names } = await readDeskFile(file);
      this.#keeper.start(name);
      const named = articles.map((article) => ({ id: crypto.randomUUID(), ...article }));
      this.#takeUp({ ...this.#keeper.desk, articles: named, ticked, names });
      this.changed();
      const left = articles.length - MOST_PANES;
      if (left > 0) this.#notices.alert(words.noPlace(MOST_PANES, left));
    } catch (error) {
      this.#notices.alert(messageOf(error));
    }
  }

  async #forget() {
    const forgotten = await Promise.allSettled([this.#keeper.forget(), forgetOffline()]);
    forgetChoices();
    this.#own = false;
    this.#findings.ticked = [];
    this.#names.forget();
    this.#workspace.replace([]);
    const refused = forgotten.find(({ status }) => status === 'rejected');
    if (!refused) this.#notices.notice(words.forgotten);
    else this.#notices.alert(words.notForgotten);
  }
}
