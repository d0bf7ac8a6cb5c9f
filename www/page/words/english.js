import { ENGLISH as SHARED } from '../../element/words/english.js';

/** The words of the interface in English. A word that counts or names something is a function. */
export const ENGLISH = {
  ...SHARED,

  // Panes and what is lit.
  onlyHere: 'only here',


  // The pair that the coverage table shows.

  // The aligned view.
  alignedView: 'Side by side',
  alignedTitle: 'Side by side',
  alignedBase: 'Passages of',
  alignedHint: 'Arrow keys go from cell to cell, Enter goes to the text.',
  alignedNeedsTwo: 'With two articles or more, the passages of one stand here beside those of the others.',
  nothingHere: 'nothing',
  standsElsewhere: 'stands elsewhere in the sentence',
  goToRow: (/** @type {number} */ row, /** @type {string} */ name) => `Passage ${row}: go to it in ${name}`,
  goToCounterpart: (/** @type {string} */ kind, /** @type {string} */ name) => `${kind}: go to it in ${name}`,
  settingOut: (/** @type {number} */ done, /** @type {number} */ all) =>
    done < all ? `Setting out passage ${done} of ${all}…` : `Set out ${all} passages.`,

  // What index.html says.
  promise: 'Compare the versions of a story. Nothing you paste leaves this browser.',
  desks: 'Desks',
  names: 'Names',
  export: 'Export',
  sampleStory: 'Sample story',
  emptyDesk: 'Empty desk',
  legendLabel: 'What is highlighted',
  allOrNone: 'Show or hide all of these',
  legendShared: 'Shared',
  legendDiffering: 'Differing',
  legendNamed: 'Named',
  legendAlso: 'Also',
  legendVerbatim: 'verbatim',
  legendEdited: 'edited',
  legendRewritten: 'rewritten',
  legendMoved: 'moved',
  legendQuotes: 'quotes',
  legendFigures: 'figures',
  legendPeople: 'people',
  legendOrganisations: 'organisations',
  legendPlaces: 'places',
  legendNames: 'other names',
  legendDates: 'dates and figures',
  legendQuotations: 'quotations',
  legendBoilerplate: 'not the story',
  inspectorLabel: 'The passage pointed at',
  importedTitle: 'Imported',
  addNameTitle: 'Takes the words that are selected',
  addName: 'Add a name',
  desksHint: 'Your desks are kept in this browser, on this machine, and nowhere else.',
  deskName: 'Name of this desk',
  newDesk: 'New desk',
  saveToFile: 'Save to a file',
  openFile: 'Open a file',
  otherDesks: 'Other desks',
  noDesks: 'There are none.',
  forgetEverything: 'Forget everything…',
  close: 'Close',
  confirmForget: 'Every desk in this browser, this one too, will be gone for good.',
  forgetNow: 'Forget everything now',
  yourNames: 'Your names',
  namesHint: 'What you say of a name stands over what is read. Names for always are kept in this browser, the others with their desk.',
  loadList: 'Load a list',
  listHint: 'A list is JSON, or CSV with the heading',
  searchNames: 'Search your names',
  correct: 'Correct',
  sameAs: 'Same as',
  nameToShow: 'Name to show',
  itIsA: 'It is a',
  whichSpellings: 'Which spellings are meant',
  thisHolds: 'This holds',
  onThisDesk: 'on this desk',
  always: 'always',
  save: 'Save',
  cancel: 'Cancel',
  exportHint: 'Web Annotations, and everything as JSON, can be read back: what still stands exactly where it stood is placed, the rest is listed.',
  readAnnotations: 'Read annotations',
  help: 'Help',
  tourBack: 'Back',
  tourEnd: 'End the tour',
  takeTour: 'Take the tour',
  language: 'Language',
  keys: 'Keys',
  helpHint: 'Everything the highlights show is in the lists too. Your texts are analysed in this tab and sent nowhere.',

  // Tour and help.
  tourTitle: (/** @type {number} */ step, /** @type {number} */ steps) => `Tour, ${step} of ${steps}`,
  tourNext: 'Next',
  tourDone: 'Done',
  tourSteps: {
    articles:
      'Each pane holds one version of a story, at first of a sample. Paste or drop your own, two to eight. What they share lights up while you type.',
    legend:
      'A tint says that a passage is shared, and how closely. Lines underneath mark names, and quotes and figures that differ. Switch off what you do not need.',
    pointing:
      'Point at a passage, or put the caret in it: its counterparts light up, and the words that differ are named here. A click brings them into view, Ctrl+Enter goes there.',
    findings:
      'With little time, begin here. The gravest comes first: changed quotes, figures that cannot both be right, what only one version says. Press one to see it, tick it off when it is dealt with.',
    coverage:
      'How much of each article is in each other one. Press a cell to see only what those two share. “Side by side” sets the passages of one article beside those of the others.',
    keeping:
      'Everything is kept in this browser while you type, and sent nowhere. Export makes a page, a table or a message of it. This tour is under Help, with the keys.',
  },
  keyNames: {
    'Ctrl+Enter': 'from a passage to its counterpart in the next article, from a list into the text',
    'F8, Shift+F8': 'to the next passage in the text, or the one before',
    'F6, Shift+F6': 'to the next part of the page, or the one before',
    'Ctrl+Z': 'takes back what you typed, as everywhere',
    Esc: 'shows everything again, closes what is open',
    '← ↑ → ↓': 'from cell to cell, side by side',
  },

  // Status and notices.
  deskIsEmpty: 'The desk was emptied.',
  namesNotKept: (/** @type {unknown} */ error) => `This browser does not keep your names (${error}): save them to a file.`,
  textsNotKept: (/** @type {unknown} */ error) =>
    `This browser does not keep your texts (${error}): save the desk to a file before you close the tab.`,
  openedInstead: 'Opened in place of what was there.',
  noPlace: (/** @type {number} */ most, /** @type {number} */ left) => `A desk holds ${most} articles; ${left} of the files found no place.`,
  sampleInstead: 'The sample took the place of your articles.',
  dismiss: 'Dismiss',
  openElsewhere: (/** @type {string} */ desk) => `${desk} is open in another tab.`,
  forgotten: 'Everything that was kept is forgotten.',
  notForgotten: 'This browser let the page keep nothing, or did not let it forget: clear its site data in the settings.',
  countOfArticles: (/** @type {number} */ count) => (count === 1 ? '1 article' : `${count} articles`),
  forget: 'Forget',
  forgetDesk: (/** @type {string} */ desk) => `Forget ${desk}`,

  // What is pointed at.
  pointHint: 'Point at a highlighted passage, or put the caret in one, to see where else it stands. Ctrl+Enter goes there.',
  otherEvent: 'about another event',
  andMore: (/** @type {number} */ count) => `and ${count} more`,
  nothing: 'nothing',
  elsewhere: 'stands elsewhere',

  // Lists.
  kindsOfNames: {
    person: 'person',
    organisation: 'organisation',
    place: 'place',
    group: 'people or faith',
    event: 'event',
    work: 'work',
    law: 'law or treaty',
    product: 'product',
    none: 'no name',
  },
  correctQuoted: (/** @type {string} */ name) => `Correct “${name}”`,
  nobodyElse: 'nobody and nothing else',
  listedOf: (/** @type {number} */ listed, /** @type {number} */ all) => `${listed} of ${all} are listed: search for the others.`,
  none: 'None.',
  alsoNamed: (/** @type {string} */ names) => `; also ${names}`,

  // Exports.
  exports: {
    'report.html': 'Page to read and print (HTML)',
    'findings.md': 'Findings for a chat (Markdown)',
    'findings.csv': 'Findings for a spreadsheet (CSV)',
    'names.csv': 'Names for a spreadsheet (CSV)',
    'annotations.jsonld': 'Web Annotations (JSON-LD)',
    'schema-org.jsonld': 'Who and what each article names, for its page (schema.org)',
    'ninjs.json': 'Who and what each article names, for an agency (IPTC ninjs)',
    'report.json': 'Everything (JSON)',
  },

  // Files and what is read from them.
  readingFiles: (/** @type {number} */ done, /** @type {number} */ count, /** @type {string} */ name) =>
    `Reading ${done} of ${count} files: ${name}`,
  refusedFile: (/** @type {string} */ name, /** @type {string} */ why) => `“${name}” ${why}`,
  fileEmpty: 'is empty.',
  fileTooLarge: (/** @type {number} */ megabytes) =>
    `has ${megabytes} MB, more than the page can hold. Paste the part that matters.`,
  fileUnreadable: (/** @type {unknown} */ error) => `cannot be read: ${error}`,
  filePdf: 'is a PDF. Copy its text and paste it.',
  fileRtf: 'is RTF. Save it as .docx or .txt, or paste its text.',
  fileOldWord: 'is an old Word document, or one with a password. Save it as .docx without a password, or paste its text.',
  fileNoText: 'is not a text file. Open a .txt, .md, .html or .docx file, or paste the text itself.',
  wordDamaged: 'is damaged, or is no Word document. Save it again as .docx, or paste its text.',
  deskNotOpened: (/** @type {string} */ file, /** @type {string} */ why) => `${file} could not be opened: ${why}`,
  deskNoJson: 'it is not JSON. A desk is saved with “Save to a file”.',
  deskOther: (/** @type {string} */ schema) => `it is not a desk (“schema” is not “${schema}”).`,
  deskNoArticles: 'it has no list of articles.',
  deskNoText: (/** @type {number} */ article) => `article ${article} has no text.`,
  deskNoNames: 'its “names” are no list.',
  nameInFile: (/** @type {string} */ file, /** @type {number} */ number) => `${file}, name ${number}`,
  listNoJson: (/** @type {string} */ file, /** @type {unknown} */ why) => `${file} begins like JSON but is not: ${why}`,
  listNoHeading: (/** @type {string} */ file) => `${file} is no list of names: its first line must be a heading with “name” and “kind”.`,
  entryNoName: (/** @type {string} */ where) => `${where} has no “name”.`,
  entryNoKind: (/** @type {string} */ where, /** @type {string} */ name, /** @type {unknown} */ kind, /** @type {string} */ kinds) =>
    `${where}, “${name}”, has the kind “${kind}”; it must be one of ${kinds}.`,
  entryNoAliases: (/** @type {string} */ where, /** @type {string} */ name) => `${where}, “${name}”: its “aliases” are no list.`,
  wordTooLarge: (/** @type {number} */ megabytes) => `would be ${megabytes} MB unpacked, more than any story. Paste its text instead.`,
  wordSlow: 'takes too long to read. Paste its text instead.',
  wordNotLoaded: 'cannot be read now: the part of the page that reads Word documents did not load. Reload the page.',
  annotationsPlaced: (/** @type {number} */ placed, /** @type {number} */ count) =>
    placed === count ? `${placed} of ${count} annotations placed` : `${placed} of ${count} annotations placed, ${count - placed} not`,
  annotationsNoJson: 'could not be read: it is not JSON.',
  annotationsNone: 'could not be read: it holds no Web Annotations, and is no report that was saved as JSON.',
  annotationsIn: { placed: 'Placed', unplaced: 'Not placed' },
  listMore: (/** @type {number} */ count) => `List ${count} more`,
  unplaced: {
    noArticle: (/** @type {string} */ name) => `no article here is called “${name}”`,
    noPlace: 'it says no place',
    noWords: 'it gives no words to check its place by',
    manyPlaces: (/** @type {number} */ count) => `its words stand in ${count} places, and it does not say in which`,
    elsewhere: 'other words stand at its place; its own stand elsewhere',
    gone: 'its words are not there any more',
    changed: 'its words were changed here',
    removed: 'its article was taken off the desk',
  },
};
