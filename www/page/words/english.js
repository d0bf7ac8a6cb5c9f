/** The words of the interface in English. A word that counts or names something is a function. */
export const ENGLISH = {
  // Panes and what is lit.
  kinds: { verbatim: 'verbatim', edited: 'edited', rewritten: 'rewritten' },
  movedKind: (/** @type {string} */ kind) => `${kind}, moved`,
  onlyHere: 'only here',

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
