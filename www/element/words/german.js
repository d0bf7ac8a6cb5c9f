/** The words of desk and panels in German. A word that counts or names something is a function. */

/** @type {import('./index.js').Words} */
export const GERMAN = {
  /** The language, as `lang` names it. */
  tag: 'de',

  kinds: { verbatim: 'wörtlich', edited: 'bearbeitet', rewritten: 'umformuliert' },
  movedKind: (kind) => `${kind}, verschoben`,

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
  unitOfWords: (count) => (count === 1 ? 'Wort' : 'Wörter'),
  tooLong: (most) => `Länger als ${most} Zeichen: Der Text bleibt, wie er ist, wird aber nicht verglichen.`,
  tooLongLine: (most) => `Eine Zeile hat mehr als ${most} Zeichen: Der Text bleibt, wie er ist, wird aber nicht verglichen.`,

  showPair: (said) => `${said}. Nur das Gemeinsame zeigen`,

  addArticle: 'Artikel hinzufügen',
  articles: 'Artikel',
  findings: 'Befunde',
  entities: 'Namen im Text',
  passages: 'Passagen',
  coverage: 'Deckung',
  searchEntities: 'Namen im Text suchen',
  search: 'Suchen',

  alike: (percent) => `zu ${percent} gleich`,
  likelySame: (percent) => `zu ${percent} dasselbe`,

  listAll: (count) => `Alle ${count} auflisten`,
  passagesHint: 'Was die Artikel gemeinsam haben, wird hier aufgelistet.',
  coverageHint: 'Ab zwei Artikeln zeigt dies, wie viel von jedem in den anderen steht.',
  coverageCaption: 'Der Anteil des Textes jeder Zeile, der in dem jeder Spalte steht',
  shareOf: 'Anteil von ↓ in →',
  foundIn: (percent, one, other) => `${percent} von ${one} stehen in ${other}`,
  entitiesHint: 'Namen, Daten und Zahlen erscheinen hier, sobald ein Artikel welche hat.',
  noSuchName: 'Kein Name, kein Datum und keine Zahl hat diese Buchstaben.',
  name: 'Name',
  also: (names) => `Auch: ${names}`,
  mentionsIn: (name, article, count) => `${name} in ${article}: ${count} ${count === 1 ? 'Nennung' : 'Nennungen'}`,
  namedOnlyIn: (article, name) => `Nur ${article} nennt ${name}`,
  givenOnlyIn: (article, value) => `Nur in ${article} steht „${value}“`,
  unsure: 'wahrscheinlich, nicht sicher',
  correctName: (name) => `${name} berichtigen`,
  headings: {
    person: 'Personen',
    organisation: 'Organisationen',
    place: 'Orte',
    group: 'Gruppen',
    event: 'Ereignisse',
    work: 'Werke',
    law: 'Gesetze',
    product: 'Produkte',
    date: 'Daten',
    figure: 'Zahlen',
  },

  nothingFound: 'Kein Zitat wurde verändert, keine Zahl weicht ab, und keine Fassung sagt, was die anderen nicht sagen.',
  findingsSummary: (quotes, indirect, figures) =>
    `${quotes === 0 ? 'Kein Zitat wurde geändert' : quotes === 1 ? '1 Zitat wurde geändert' : `${quotes} Zitate wurden geändert`}, ` +
    (indirect > 0 ? `${indirect} ${indirect === 1 ? 'wird' : 'werden'} von einer Fassung zitiert und von einer anderen nur berichtet, ` : '') +
    `${figures === 0 ? 'keine Zahl weicht ab' : figures === 1 ? '1 Zahl weicht ab' : `${figures} Zahlen weichen ab`}.`,
  anotherEvent: (articles, single) => `${articles} ${single ? 'berichtet' : 'berichten'} über ein anderes Ereignis.`,
  tickedOff: (done, all) => `${done} von ${all} Befunden abgehakt.`,
  findingsHint: 'Veränderte Zitate, abweichende Zahlen und was nur eine Fassung sagt, stehen hier, das Schwerste oben.',
  copy: 'Kopieren',
  copyFinding: (title) => `Als Text kopieren: ${title}`,
  showPlaces: 'Zeigen, wo',
  moreFindings: (count) => `${count} weitere`,
  findingTitles: {
    substitution: 'Zitat mit anderen Wörtern',
    insertion: 'Zitat mit zusätzlichen Wörtern',
    deletion: 'Zitat, dem Wörter fehlen',
    partial: 'Zitat, das gekürzt etwas anderes sagt',
    'made-indirect': 'Von einer zitiert, von einer anderen nur berichtet',
    reattributed: 'Ein Zitat, zwei Sprecher',
    disagree: 'Zahlen, die nicht beide stimmen können',
    update: 'Zahl, die fortgeschrieben wurde',
    source: 'Zahlen aus verschiedenen Quellen',
    precision: 'Zahlen, die verschieden genau sind',
    related: 'Ein anderes Ereignis',
    origin: 'Wahrscheinliche Quelle',
    unique: 'Nur hier gesagt',
  },
  reasons: {
    credited: (others) => `genannt von ${others}`,
    'filed-earlier': (others) => `früher gesandt als ${others}`,
    agency: (others) => `von einer Agentur, anders als ${others}`,
    contains: (others) => `hat fast alles, was ${others} mit irgendwem teilen`,
    shortened: (others) => `gekürzt in ${others}`,
    'quoted-whole': (others) => `zitiert ganz, was in ${others} gekürzt oder nur berichtet ist`,
  },
  list: (names) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`),
  twoEvents: (one, single, others, passages) =>
    `${one} ${single ? 'berichtet' : 'berichten'} über ein Ereignis, ${others} über ein anderes. ` +
    `${passages === 1 ? 'Eine Passage ist' : `${passages} Passagen sind`} dennoch gemeinsam: ` +
    'Hintergrund, in dem andere Wörter zu erwarten sind.',
  likelySource: (others, single, source, because) =>
    `${others} ${single ? 'stammt' : 'stammen'} am wahrscheinlichsten von ${source}: ${because}.`,

  // Status.
  movedTo: (name, place) => `${name} ist jetzt Artikel ${place}.`,
  removed: (name) => `${name} ist entfernt.`,
  bringBack: 'Zurückholen',
  deskIsFull: (most) => `Ein Tisch fasst ${most} Artikel.`,
  showingPair: (one, two) => `Gezeigt wird nur, was ${one} und ${two} gemeinsam haben.`,
  showAll: 'Alles zeigen',
  comparing: 'Es wird verglichen …',
  compared: (texts, overlaps, entities) => `${texts} Artikel verglichen: ${overlaps} Überschneidungen, ${entities} Namen.`,
  stopped: (message) => `Die Auswertung ist stehen geblieben; Ihre Texte sind unberührt. ${message}`,
  startAgain: 'Neu beginnen',
  copied: 'Kopiert.',
  notCopied: 'Der Browser lässt diese Seite nicht kopieren: Wählen Sie stattdessen die Wörter aus.',
};
