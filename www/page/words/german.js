/**
 * The words of the interface in German.
 *
 * @type {import('./index.js').Words}
 */
export const GERMAN = {
  kinds: { verbatim: 'wörtlich', edited: 'bearbeitet', rewritten: 'umformuliert' },
  movedKind: (kind) => `${kind}, verschoben`,
  onlyHere: 'nur hier',

  showingPair: (one, two) => `Gezeigt wird nur, was ${one} und ${two} gemeinsam haben.`,
  showAll: 'Alles zeigen',
  showPair: (said) => `${said}. Nur das Gemeinsame zeigen`,

  alignedView: 'Nebeneinander',
  alignedTitle: 'Nebeneinander',
  alignedBase: 'Passagen von',
  alignedHint: 'Pfeiltasten gehen von Zelle zu Zelle, die Eingabetaste geht zum Text.',
  alignedNeedsTwo: 'Ab zwei Artikeln stehen hier die Passagen des einen neben denen der anderen.',
  nothingHere: 'nichts',
  standsElsewhere: 'steht anderswo im Satz',
  goToRow: (row, name) => `Passage ${row}: in ${name} ansehen`,
  goToCounterpart: (kind, name) => `${kind}: in ${name} ansehen`,
  settingOut: (done, all) => (done < all ? `Passage ${done} von ${all} wird gesetzt …` : `${all} Passagen gesetzt.`),
};
