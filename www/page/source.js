import { element } from './dom.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').SourceReason} SourceReason
 * @typedef {import('./pane.js').Pane} Pane
 */

/**
 * What a reason says of the articles that it concerns.
 *
 * @type {Record<SourceReason['kind'], (others: string) => string>}
 */
const SENTENCES = {
  credited: (others) => `credited by ${others}`,
  'filed-earlier': (others) => `filed earlier than ${others}`,
  agency: (others) => `filed by an agency, unlike ${others}`,
  contains: (others) => `has nearly all that ${others} shares`,
  shortened: (others) => `its words are cut in ${others}`,
  'quoted-whole': (others) => `quotes whole what ${others} cuts or reports`,
};

/**
 * One line for every event whose source is likely: the article, and why.
 *
 * @param {Report} report
 * @param {Pane[]} panes
 * @returns {HTMLElement[]}
 */
export function sourceLines(report, panes) {
  return (report.likelySources ?? []).map(({ article, reasons }) => {
    const kinds = new Map(reasons.map(({ kind }) => [kind, /** @type {string[]} */ ([])]));
    for (const { kind, article } of reasons) kinds.get(kind)?.push(panes[article]?.letter ?? '');
    const said = [...kinds].map(([kind, letters]) => SENTENCES[kind](list(letters)));
    const pane = panes[article];
    const name = element('b', {}, `${pane?.letter} ${pane?.name}`);
    return element('p', { class: 'hint' }, 'Likely source: ', name, `, ${said.join('; ')}.`);
  });
}

/** @param {string[]} letters */
function list(letters) {
  return letters.join(letters.length === 2 ? ' and ' : ', ');
}
