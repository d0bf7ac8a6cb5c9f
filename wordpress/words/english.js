/** What the sidebar says besides what it shares with the page. */
export const ENGLISH = {
  title: 'wiremark',
  draft: 'This draft',
  opening: 'Getting ready …',
  noCanvas: 'Marks are shown in the visual editor only.',

  references: 'Compare with',
  copyName: 'Name',
  copyNamed: (/** @type {number} */ number) => `Wire copy ${number}`,
  copy: 'Wire copy',
  copyHelp: 'Paste it here. It stays in your browser.',
  compare: 'Compare',
  remove: (/** @type {string} */ name) => `Remove ${name}`,
  search: 'Other posts',
  searchHelp: 'Find a post by words of it.',
  noPosts: 'No other post has these words.',
  untitled: '(no title)',
  shared: (/** @type {number} */ share, /** @type {string} */ name) => `${Math.round(share * 100)} % of this draft is in ${name}`,

  findings: (/** @type {number} */ count) => `Findings (${count})`,
  nothing: 'Nothing differs.',
  nothingYet: 'Add something to compare with.',

  names: (/** @type {number} */ count) => `Names (${count})`,
  noNames: 'Nobody and nothing is named.',
  tag: (/** @type {number} */ count) => (count === 1 ? 'Add 1 name as a tag' : `Add ${count} names as tags`),
  tagged: (/** @type {number} */ count) => (count === 1 ? '1 tag was added.' : `${count} tags were added.`),
};
