/** The words of desk and panels in English. A word that counts or names something is a function. */

export const ENGLISH = {
  /** The language, as `lang` names it. */
  tag: 'en',

  // Panes and what is lit.
  kinds: { verbatim: 'verbatim', edited: 'edited', rewritten: 'rewritten' },
  movedKind: (/** @type {string} */ kind) => `${kind}, moved`,

  article: (/** @type {string} */ letter) => `Article ${letter}`,
  nameOf: (/** @type {string} */ letter) => `Name of article ${letter}`,
  textOf: (/** @type {string} */ name) => `Text of ${name}`,
  pasteHere: 'Paste or drop an article here',
  openFiles: 'Open text files',
  openFilesInto: (/** @type {string} */ name) => `Open text files into ${name}`,
  remove: 'Remove',
  removeArticle: (/** @type {string} */ name) => `Remove ${name}`,
  more: 'Move, duplicate, collapse',
  moreOf: (/** @type {string} */ name) => `Move, duplicate or collapse ${name}`,
  moveLeft: 'Move left',
  moveRight: 'Move right',
  duplicate: 'Duplicate',
  collapse: 'Collapse',
  expandArticle: (/** @type {string} */ name) => `Show ${name}`,
  copyOf: (/** @type {string} */ name) => `${name} (copy)`,
  unitOfWords: (/** @type {number} */ count) => /** @type {string} */ (count === 1 ? 'word' : 'words'),
  tooLong: (/** @type {string} */ most) => `Longer than ${most} characters: the text is kept as it is, but not compared.`,
  tooLongLine: (/** @type {string} */ most) =>
    `A line has more than ${most} characters: the text is kept as it is, but not compared.`,

  // The pair that the coverage table shows.
  showPair: (/** @type {string} */ said) => `${said}. Show only what they share`,

  // What index.html says.
  addArticle: 'Add an article',
  articles: 'Articles',
  findings: 'Findings',
  entities: 'Entities',
  passages: 'Passages',
  coverage: 'Coverage',
  searchEntities: 'Search entities',
  search: 'Search',

  // What is pointed at.
  alike: (/** @type {string} */ percent) => `${percent} alike`,
  likelySame: (/** @type {string} */ percent) => `${percent} likely the same`,

  // Lists.
  listAll: (/** @type {number} */ count) => `List all ${count}`,
  passagesHint: 'What the articles share is listed here.',
  coverageHint: 'With two articles or more, this shows how much of each is in the others.',
  coverageCaption: 'The share of each row’s text that is found in each column’s',
  shareOf: 'Share of ↓ in →',
  foundIn: (/** @type {string} */ percent, /** @type {string} */ one, /** @type {string} */ other) =>
    `${percent} of ${one} is found in ${other}`,
  entitiesHint: 'Names, dates and figures appear here as soon as an article has some.',
  noSuchName: 'No name, date or figure holds these letters.',
  name: 'Name',
  also: (/** @type {string} */ names) => `Also: ${names}`,
  mentionsIn: (/** @type {string} */ name, /** @type {string} */ article, /** @type {number} */ count) =>
    `${name} in ${article}: ${count} ${count === 1 ? 'mention' : 'mentions'}`,
  namedOnlyIn: (/** @type {string} */ article, /** @type {string} */ name) => `Only ${article} names ${name}`,
  givenOnlyIn: (/** @type {string} */ article, /** @type {string} */ value) => `Only ${article} says “${value}”`,
  unsure: 'probably, not surely',
  correctName: (/** @type {string} */ name) => `Correct ${name}`,
  headings: {
    person: 'People',
    organisation: 'Organisations',
    place: 'Places',
    group: 'Groups',
    event: 'Events',
    work: 'Works',
    law: 'Laws',
    product: 'Products',
    date: 'Dates',
    figure: 'Figures',
  },

  // Findings.
  nothingFound: 'No quote changed, no figure differs, and no version says what the others do not.',
  findingsSummary: (/** @type {number} */ quotes, /** @type {number} */ indirect, /** @type {number} */ figures) =>
    `${quotes === 0 ? 'No quote changed' : quotes === 1 ? '1 quote changed' : `${quotes} quotes changed`}, ` +
    (indirect > 0 ? `${indirect} ${indirect === 1 ? 'is' : 'are'} quoted by one and only reported by another, ` : '') +
    `${figures === 0 ? 'no figure differs' : figures === 1 ? '1 figure differs' : `${figures} figures differ`}.`,
  anotherEvent: (/** @type {string} */ articles, /** @type {boolean} */ single) => `${articles} ${single ? 'reports' : 'report'} another event.`,
  tickedOff: (/** @type {number} */ done, /** @type {number} */ all) => `${done} of ${all} findings ticked off.`,
  findingsHint: 'Changed quotes, differing figures and what only one version says are listed here, the gravest first.',
  copy: 'Copy',
  copyFinding: (/** @type {string} */ title) => `Copy as text: ${title}`,
  showPlaces: 'Show where',
  moreFindings: (/** @type {number} */ count) => `${count} more`,
  findingTitles: {
    substitution: 'Quote with other words',
    insertion: 'Quote with words added',
    deletion: 'Quote with words left out',
    partial: 'Quote cut so that it says something else',
    'made-indirect': 'Quoted by one, only reported by another',
    reattributed: 'One quote, two speakers',
    disagree: 'Figures that cannot both be right',
    update: 'Figure that was updated',
    source: 'Figures from different sources',
    precision: 'Figures that differ in precision',
    related: 'Another event',
    origin: 'Likely source',
    unique: 'Said only here',
  },
  reasons: {
    credited: (/** @type {string} */ others) => `credited by ${others}`,
    'filed-earlier': (/** @type {string} */ others) => `filed earlier than ${others}`,
    agency: (/** @type {string} */ others) => `filed by an agency, unlike ${others}`,
    contains: (/** @type {string} */ others) => `has nearly all that ${others} share with anyone`,
    shortened: (/** @type {string} */ others) => `its words are cut in ${others}`,
    'quoted-whole': (/** @type {string} */ others) => `quotes whole what is cut or only reported in ${others}`,
  },
  list: (/** @type {string[]} */ names) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
  twoEvents: (/** @type {string} */ one, /** @type {boolean} */ single, /** @type {string} */ others, /** @type {number} */ passages) =>
    `${one} ${single ? 'reports' : 'report'} one event, ${others} another. ` +
    `${passages === 1 ? 'One passage is' : `${passages} passages are`} in common all the same: ` +
    'background, in which different words are to be expected.',
  likelySource: (/** @type {string} */ others, /** @type {boolean} */ single, /** @type {string} */ source, /** @type {string} */ because) =>
    `${others} most likely ${single ? 'derives' : 'derive'} from ${source}: ${because}.`,

  // Status.
  movedTo: (/** @type {string} */ name, /** @type {number} */ place) => `${name} is now article ${place}.`,
  removed: (/** @type {string} */ name) => `Removed ${name}.`,
  bringBack: 'Bring back',
  deskIsFull: (/** @type {number} */ most) => `A desk holds ${most} articles.`,
  showingPair: (/** @type {string} */ one, /** @type {string} */ two) => `Showing only what ${one} and ${two} share.`,
  showAll: 'Show all',
  comparing: 'Comparing…',
  compared: (/** @type {number} */ texts, /** @type {number} */ overlaps, /** @type {number} */ entities) =>
    `Compared ${texts} ${texts === 1 ? 'article' : 'articles'}: ${overlaps} overlaps, ${entities} entities.`,
  stopped: (/** @type {string} */ message) => `The analysis stopped; your texts are untouched. ${message}`,
  startAgain: 'Start it again',
  copied: 'Copied.',
  notCopied: 'The browser does not let this page copy: select the words instead.',
};
