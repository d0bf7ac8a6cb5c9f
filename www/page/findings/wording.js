/**
 * A finding in words.
 *
 * @typedef {import('./findings.js').Finding} Finding
 * @typedef {import('../../../pkg/contract.js').SourceReason} SourceReason
 */

/** @type {Record<Finding['kind'], string>} What a finding is, in a few words. */
const TITLES = {
  substitution: 'Quote with other words',
  insertion: 'Quote with words added',
  deletion: 'Quote with words left out',
  partial: 'Quote cut so that it says something else',
  'made-indirect': 'Quoted here, only reported there',
  reattributed: 'One quote, two speakers',
  disagree: 'Figures that cannot both be right',
  update: 'Figure that was updated',
  source: 'Figures from different sources',
  precision: 'Figures that differ in precision',
  related: 'Another event',
  origin: 'Likely source',
  unique: 'Said only here',
};

/**
 * What a reason says of the articles that it concerns.
 *
 * @type {Record<SourceReason['kind'], (others: string) => string>}
 */
const REASONS = {
  credited: (others) => `credited by ${others}`,
  'filed-earlier': (others) => `filed earlier than ${others}`,
  agency: (others) => `filed by an agency, unlike ${others}`,
  contains: (others) => `has nearly all that ${others} share with anyone`,
  shortened: (others) => `its words are cut in ${others}`,
  'quoted-whole': (others) => `quotes whole what is cut or only reported in ${others}`,
};

/** @param {Finding} finding */
export function titleOf({ kind }) {
  return TITLES[kind] ?? kind;
}

/**
 * What a finding says of whole articles; nothing for one that its versions say themselves.
 *
 * @param {Finding} finding
 * @param {(article: number) => string} nameOf
 * @returns {string[]}
 */
export function sentencesOf({ kind, articles: [first = 0], events = [], versions, reasons = [] }, nameOf) {
  if (kind === 'related') {
    const [one = [], ...others] = events.map((event) => list(event.map(nameOf)));
    const passages = versions.length === 1 ? 'One passage is' : `${versions.length} passages are`;
    return [
      `${one} ${events[0]?.length === 1 ? 'reports' : 'report'} one event, ${others.join(', ')} another. ` +
        `${passages} in common all the same: background, where different words are no mistake.`,
    ];
  }
  if (kind === 'origin') {
    const kinds = [...new Set(reasons.map((reason) => reason.kind))];
    const because = kinds.map((kind) => {
      const others = reasons.filter((reason) => reason.kind === kind).map(({ article }) => nameOf(article));
      return REASONS[kind]?.(list([...new Set(others)])) ?? kind;
    });
    return [`The others most likely derive from ${nameOf(first)}: ${because.join('; ')}.`];
  }
  return [];
}

/** @param {string[]} names */
function list(names) {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
