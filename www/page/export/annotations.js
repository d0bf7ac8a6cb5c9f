/**
 * What was found as W3C Web Annotations, the findings in the words of the panel.
 *
 * @typedef {import('../../../pkg/contract.js').Report} Report
 * @typedef {import('../../element/findings/plain.js').Named} Named
 */

import * as metadata from '../../../pkg/metadata.js';
import { findingsOf } from '../../element/findings/findings.js';
import { titleOf } from '../../element/findings/wording.js';
import { words } from '../words/index.js';

/**
 * @param {Report} report
 * @param {Named[]} articles
 */
export function annotationsOf(report, articles) {
  const notes = findingsOf(report).flatMap((finding) =>
    finding.versions.map(({ place }) => ({ place, tag: finding.kind, comment: titleOf(finding, words) })),
  );
  return metadata.annotationsOf(report, articles, notes);
}
