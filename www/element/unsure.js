import { SURE } from '../../pkg/marks.js';
import { element } from './dom.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 */

/**
 * The entities of which no mention is sure.
 *
 * @param {Report} report
 * @returns {Set<number>} Their indices in `report.entities`.
 */
export function unsureEntities(report) {
  const unsure = new Set(report.entities.keys());
  for (const { mentions } of report.articles) {
    for (const { entity, confidence } of mentions) if (confidence >= SURE) unsure.delete(entity ?? -1);
  }
  return unsure;
}

/**
 * The mark that stands behind a name which is probable and not sure.
 *
 * @param {import('./words/index.js').Words} words
 */
export function unsureMark(words) {
  return element('span', { class: 'unsure', role: 'img', title: words.unsure, 'aria-label': words.unsure }, '?');
}
