import { element } from './dom.js';
import { likeness } from '../element/likeness.js';
import { unsureMark } from '../element/unsure.js';
import { words } from './words/index.js';

/**
 * @typedef {import('../element/passage.js').Passage} Passage
 * @typedef {import('../element/passage.js').Counterpart} Counterpart
 */

/** So many counterparts and changes are named; the panels name them all. */
const NAMED = 4;

/** So much of a change is quoted, in characters. */
const QUOTED = 60;

/**
 * Says in words what is lit: how alike the passages are, what changed, and a button to each counterpart.
 *
 * @param {HTMLElement} place
 * @param {Passage | null} passage
 * @param {(counterpart: Counterpart) => void} go
 */
export function showPassage(place, passage, go) {
  if (!passage) {
    place.replaceChildren(element('p', { class: 'hint' }, words.pointHint));
    return;
  }
  const { counterparts, entity, unsure } = passage;
  const closest = counterparts.find(({ overlap }) => overlap.edits.length > 0);
  const parts = counterparts.slice(0, NAMED).map((counterpart) => {
    const { overlap, pane } = counterpart;
    const kind = words.kinds[overlap.kind];
    const said = [
      overlap.moved ? words.movedKind(kind) : kind,
      likeness(overlap.kind, overlap.score, words),
      ...(overlap.sameEvent === false ? [words.otherEvent] : []),
    ].join(', ');
    const button = element('button', { type: 'button', click: () => go(counterpart) }, pane.name);
    const changes = counterpart === closest ? [element('span', { class: 'changes' }, ...changesIn(passage, counterpart))] : [];
    return element('span', { class: 'counterpart' }, button, ` ${said} `, ...changes);
  });
  if (counterparts.length > NAMED) {
    parts.push(element('span', { class: 'counterpart' }, words.andMore(counterparts.length - NAMED)));
  }
  const named = entity ? [element('span', { class: 'named' }, element('b', {}, entity.name), ` ${words.kindsOfNames[/** @type {keyof typeof words.kindsOfNames} */ (entity.kind)] ?? entity.kind}`, ...(unsure ? [unsureMark(words)] : []))] : [];
  place.replaceChildren(...parts, ...named);
}

/**
 * @param {Passage} passage
 * @param {Counterpart} counterpart
 * @returns {Node[]}
 */
function changesIn({ pane }, { pane: other, overlap, forward }) {
  return overlap.edits.slice(0, NAMED).map((edit) => {
    const [here, there] = forward ? [edit.a, edit.b] : [edit.b, edit.a];
    const mine = shortened(pane.text.slice(here.start, here.end));
    const theirs = shortened(other.text.slice(there.start, there.end));
    if (edit.kind === 'reorder') {
      return element('span', { class: 'change' }, element('span', { class: 'theirs' }, theirs), ` ${words.elsewhere}`);
    }
    return element(
      'span',
      { class: 'change' },
      mine ? element('span', { class: 'mine' }, mine) : element('span', { class: 'nothing' }, words.nothing),
      ' → ',
      theirs ? element('span', { class: 'theirs' }, theirs) : element('span', { class: 'nothing' }, words.nothing),
    );
  });
}

/** @param {string} text */
function shortened(text) {
  return text.length > QUOTED ? `${text.slice(0, QUOTED).trimEnd()}…` : text;
}
