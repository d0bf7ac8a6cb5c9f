/** The words of the interface in English. A word that counts or names something is a function. */
export const ENGLISH = {
  // Panes and what is lit.
  kinds: { verbatim: 'verbatim', edited: 'edited', rewritten: 'rewritten' },
  movedKind: (/** @type {string} */ kind) => `${kind}, moved`,
  onlyHere: 'only here',

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
  movedTo: (/** @type {string} */ name, /** @type {number} */ place) => `${name} is now article ${place}.`,
  removed: (/** @type {string} */ name) => `Removed ${name}.`,
  bringBack: 'Bring back',
  deskIsFull: (/** @type {number} */ most) => `A desk holds ${most} articles.`,
  unitOfWords: (/** @type {number} */ count) => /** @type {string} */ (count === 1 ? 'word' : 'words'),
  tooLong: (/** @type {string} */ most) => `Longer than ${most} characters: the text is kept as it is, but not compared.`,
  tooLongLine: (/** @type {string} */ most) =>
    `A line has more than ${most} characters: the text is kept as it is, but not compared.`,

  // The pair that the coverage table shows.
  showingPair: (/** @type {string} */ one, /** @type {string} */ two) => `Showing only what ${one} and ${two} share.`,
  showAll: 'Show all',
  showPair: (/** @type {string} */ said) => `${said}. Show only what they share`,

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
};
