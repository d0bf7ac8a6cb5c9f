/**
 * The words of the interface in German.
 *
 * @type {import('./index.js').Words}
 */
export const GERMAN = {
  kinds: { verbatim: 'wörtlich', edited: 'bearbeitet', rewritten: 'umformuliert' },
  movedKind: (kind) => `${kind}, verschoben`,
  onlyHere: 'nur hier',

  article: (letter) => `Artikel ${letter}`,
  nameOf: (letter) => `Name des Artikels ${letter}`,
  textOf: (name) => `Text von ${name}`,
  pasteHere: 'Artikel hier einfügen oder ablegen',
  openFiles: 'Textdateien öffnen',
  openFilesInto: (name) => `Textdateien in ${name} öffnen`,
  remove: 'Entfernen',
  removeArticle: (name) => `${name} entfernen`,
  more: 'Verschieben, verdoppeln, einklappen',
  moreOf: (name) => `${name} verschieben, verdoppeln oder einklappen`,
  moveLeft: 'Nach links',
  moveRight: 'Nach rechts',
  duplicate: 'Verdoppeln',
  collapse: 'Einklappen',
  expandArticle: (name) => `${name} zeigen`,
  copyOf: (name) => `${name} (Kopie)`,
  movedTo: (name, place) => `${name} ist jetzt Artikel ${place}.`,
  removed: (name) => `${name} ist entfernt.`,
  bringBack: 'Zurückholen',
  deskIsFull: (most) => `Ein Tisch fasst ${most} Artikel.`,
  unitOfWords: (count) => (count === 1 ? 'Wort' : 'Wörter'),
  tooLong: (most) => `Länger als ${most} Zeichen: Der Text bleibt, wie er ist, wird aber nicht verglichen.`,
  tooLongLine: (most) => `Eine Zeile hat mehr als ${most} Zeichen: Der Text bleibt, wie er ist, wird aber nicht verglichen.`,

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
