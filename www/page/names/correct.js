/**
 * Says of a name what it is: another kind, one with another name, parted from some of its spellings, or no name at all.
 *
 * @typedef {import('../../../pkg/contract.js').Entity} Entity
 * @typedef {import('./kinds.js').OwnName} OwnName
 *
 * @typedef {object} Named What is to be corrected.
 * @property {string} name
 * @property {string} kind
 * @property {string[]} aliases
 * @property {string} [id]
 */

import { element, find } from '../dom.js';
import { isKind, KINDS } from './kinds.js';
import { words } from '../words/index.js';

/** The dialog that corrects one name. */
export class CorrectDialog {
  #dialog = find('#correct', HTMLDialogElement);
  #form = find('form', HTMLFormElement, this.#dialog);
  #name = find('#correct-name', HTMLInputElement);
  #kind = find('#correct-kind', HTMLSelectElement);
  #same = find('#correct-same', HTMLSelectElement);
  #spellings = find('#correct-spellings', HTMLElement);
  /** @type {Entity[]} */
  #entities = [];
  /** @type {Named} */
  #named = { name: '', kind: 'person', aliases: [] };

  /** @param {(names: OwnName[], forGood: boolean) => void} save */
  constructor(save) {
    find('#correct-cancel', HTMLButtonElement).addEventListener('click', () => this.#dialog.close());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#dialog.close();
      save([this.#corrected()], new FormData(this.#form).get('extent') === 'good');
    });
    this.#dialog.addEventListener('close', () => this.#giveBack());
    // The other name brings its own kind, and shows as it is.
    this.#same.addEventListener('change', () => this.#joinOrNot());
  }

  /**
   * @param {Named} named
   * @param {Entity[]} entities What it may be one with.
   */
  open(named, entities) {
    this.#named = named;
    this.#entities = entities.filter(({ name, kind }) => name !== named.name || kind !== named.kind);
    find('#correct-title', HTMLElement).textContent = named.name ? words.correctQuoted(named.name) : words.addName;
    this.#name.value = named.name;
    this.#kind.replaceChildren(...KINDS.map((kind) => element('option', { value: kind }, words.kindsOfNames[kind])));
    this.#kind.value = isKind(named.kind) ? named.kind : 'person';
    const others = this.#entities.map(({ name, kind }, index) => {
      return element('option', { value: index }, `${name} (${isKind(kind) ? words.kindsOfNames[kind] : kind})`);
    });
    this.#same.replaceChildren(element('option', { value: '' }, words.nobodyElse), ...others);
    const written = [named.name, ...named.aliases].filter((spelling) => spelling !== '');
    const boxes = written.map((spelling) => {
      const box = element('input', { type: 'checkbox', name: 'spelling', value: spelling, checked: true });
      return element('li', {}, element('label', {}, box, ` ${spelling}`));
    });
    this.#spellings.replaceChildren(...boxes);
    find('#correct-parted', HTMLElement).hidden = written.length < 2;
    this.#joinOrNot();
    this.#dialog.showModal();
    this.#name.select();
  }

  /** Gives the focus back to the list where it was made anew meanwhile: the browser finds what had it no more. */
  #giveBack() {
    const active = document.activeElement;
    // What had it last in the dialog keeps it until the next frame.
    if (active !== document.body && !this.#dialog.contains(active)) return;
    const list = find('#entities', HTMLElement);
    const again = list.shadowRoot?.querySelector(`[data-control="${CSS.escape(`correct ${this.#named.name}`)}"]`) ?? list;
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }

  #joinOrNot() {
    const joined = this.#same.value !== '';
    this.#name.disabled = joined;
    this.#kind.disabled = joined;
  }

  /** @returns {OwnName} */
  #corrected() {
    const spelled = new FormData(this.#form).getAll('spelling').map(String);
    const other = this.#same.value === '' ? undefined : this.#entities[Number(this.#same.value)];
    if (other) {
      const aliases = [...other.aliases, ...spelled].filter((spelling) => spelling !== other.name);
      return { name: other.name, kind: kindOf(other.kind), aliases, ...(other.id ? { id: other.id } : {}) };
    }
    const name = this.#name.value.trim();
    const kind = kindOf(this.#kind.value);
    // It is still what the lexicon knows, unless it was said to be something else.
    const { id, aliases, kind: before } = this.#named;
    const whole = spelled.length === aliases.length + 1 && kind === before;
    return { name, kind, aliases: spelled.filter((spelling) => spelling !== name), ...(id && whole ? { id } : {}) };
  }
}

/**
 * @param {string} word
 * @returns {OwnName['kind']}
 */
function kindOf(word) {
  return isKind(word) ? word : 'none';
}
