/**
 * The findings as a list: each can be jumped to, ticked off and copied.
 *
 * @typedef {import('./findings.js').Finding} Finding
 * @typedef {import('../../../pkg/contract.js').Report} Report
 * @typedef {import('../../../pkg/contract.js').Place} Place
 * @typedef {import('../articles.js').Shown} Shown
 * @typedef {import('../words/index.js').Words} Words
 */

import { element, remade } from '../dom.js';
import { excerpt } from './excerpt.js';
import { findingsOf } from './findings.js';
import { keyOf, textOf } from './plain.js';
import { sentencesOf, summaryOf, titleOf } from './wording.js';

/** Of what only one article says, so much is listed at once; a press lists the rest. */
const LISTED = 4;

/** The list of findings, which remembers what was ticked off. */
export class FindingsPanel {
  #place;
  #go;
  #copied;
  #tickedOff;
  /** @type {Set<string>} By their words, so that a tick outlasts edits elsewhere. */
  #ticked = new Set();
  /** @type {Set<string>} Which long findings are shown whole. */
  #whole = new Set();
  /** @type {{ report: Report, panes: Shown[], words: Words } | null} */
  #shown = null;

  /**
   * @param {HTMLElement} place
   * @param {object} hooks
   * @param {(places: Place[], finding: Finding) => void} hooks.go Lights places and scrolls them into view.
   * @param {(done: boolean) => void} hooks.copied Is told whether a finding could be copied.
   * @param {() => void} hooks.tickedOff A tick came or went.
   */
  constructor(place, { go, copied, tickedOff }) {
    this.#place = place;
    this.#go = go;
    this.#copied = copied;
    this.#tickedOff = tickedOff;
  }

  /** What was ticked off, by the words of the findings. */
  get ticked() {
    return [...this.#ticked];
  }

  set ticked(keys) {
    this.#ticked = new Set(keys);
    this.#again();
  }

  /**
   * @param {Report} report
   * @param {Shown[]} panes
   * @param {Words} words
   */
  show(report, panes, words) {
    this.#shown = { report, panes, words };
    const findings = findingsOf(report);
    if (findings.length === 0) {
      const compared = panes.filter(({ text }) => text !== '').length > 1;
      const hint = compared ? words.nothingFound : words.findingsHint;
      this.#place.replaceChildren(element('p', { class: 'hint', part: 'hint' }, hint));
      return;
    }
    const items = findings.map((finding) => this.#item(finding, panes, words));
    const done = findings.filter((finding) => this.#ticked.has(keyOf(finding, panes))).length;
    const nameOf = (/** @type {number} */ article) => panes[article]?.name ?? '';
    const said = [summaryOf(findings, nameOf, words), ...(done > 0 ? [words.tickedOff(done, findings.length)] : [])];
    const summary = element('p', { class: 'hint', part: 'hint' }, said.join(' '));
    remade(this.#place, () => this.#place.replaceChildren(summary, element('ol', { class: 'findings' }, ...items)));
  }

  /**
   * @param {Finding} finding
   * @param {Shown[]} panes
   * @param {Words} words
   */
  #item(finding, panes, words) {
    const key = keyOf(finding, panes);
    const title = titleOf(finding, words);
    const ticked = this.#ticked.has(key);
    const tick = element('input', {
      type: 'checkbox',
      class: 'tick',
      checked: ticked,
      'data-control': `tick ${key}`,
      change: () => this.#tick(key),
    });
    const nameOf = (/** @type {number} */ article) => panes[article]?.name ?? '';
    // Where every version stands with its letter, the names of the articles would only be in the way.
    const names = finding.kind === 'unique' ? ` ${finding.articles.map(nameOf).join(', ')}` : '';
    const head = element(
      'div',
      { class: 'finding-head' },
      element('label', {}, tick, ' ', element('b', {}, title), names),
      this.#control(`copy ${key}`, words.copy, words.copyFinding(title), () => this.#copy(textOf(finding, panes, words))),
    );
    const said = sentencesOf(finding, nameOf, words).map((sentence) => element('p', {}, sentence));
    const list = finding.kind === 'related' || finding.kind === 'origin' ? [] : finding.versions;
    const most = finding.kind === 'unique' && !this.#whole.has(key) ? LISTED : Infinity;
    const versions = list.slice(0, most).map((version) => this.#version(finding, version, panes));
    const rest = list.length - versions.length;
    const more = rest > 0 ? [this.#control(`whole ${key}`, words.moreFindings(rest), `${title}: ${words.moreFindings(rest)}`, () => this.#open(key))] : [];
    const { places = [] } = finding;
    const show = places.length > 0 ? [this.#control(`show ${key}`, words.showPlaces, `${title}: ${words.showPlaces}`, () => this.#go(places.toReversed(), finding))] : [];
    return element('li', { class: ticked ? 'finding ticked' : 'finding', part: 'finding' }, head, ...said, ...show, ...versions, ...more);
  }

  /**
   * The words of one article, which a press goes to, together with those of the others.
   *
   * @param {Finding} finding
   * @param {import('./findings.js').Version} version
   * @param {Shown[]} panes
   */
  #version(finding, { place, changed }, panes) {
    const pane = panes[place.article];
    const excerpted = excerpt(pane?.text ?? '', place, changed).map(({ text, changed }) =>
      changed ? element('mark', {}, text) : text,
    );
    const letter = element('span', { class: 'letter', 'aria-hidden': 'true' }, pane?.letter ?? '');
    const name = element('span', { class: 'visually-hidden' }, `${pane?.name ?? ''}: `);
    const places = finding.kind === 'unique' ? [place] : finding.versions.map((other) => other.place);
    const press = () => this.#go([...places.filter((other) => other !== place), place], finding);
    const control = `go ${place.article} ${place.start}`;
    return element(
      'button',
      { type: 'button', class: 'version', part: 'version', 'data-control': control, click: press },
      letter,
      name,
      element('q', {}, ...excerpted),
    );
  }

  /**
   * @param {string} control A name for it that stays the same when the list is made anew.
   * @param {string} label
   * @param {string} spoken
   * @param {() => void} click
   */
  #control(control, label, spoken, click) {
    return element('button', { type: 'button', 'data-control': control, 'aria-label': spoken, click }, label);
  }

  /** @param {string} key */
  #tick(key) {
    if (!this.#ticked.delete(key)) this.#ticked.add(key);
    this.#tickedOff();
    this.#again();
  }

  /** @param {string} key */
  #open(key) {
    this.#whole.add(key);
    this.#again();
  }

  /** @param {string} text */
  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.#copied(true);
    } catch {
      this.#copied(false);
    }
  }

  #again() {
    if (this.#shown) this.show(this.#shown.report, this.#shown.panes, this.#shown.words);
  }
}
