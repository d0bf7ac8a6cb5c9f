/** What was found, in words, as the page says it; what is in the draft is one click away. */

import { excerpt } from '../www/element/findings/excerpt.js';
import { findingsOf } from '../www/element/findings/findings.js';
import { sentencesOf, titleOf } from '../www/element/findings/wording.js';
import { show } from './marks.js';
import { sidebar, words } from './words/index.js';

/**
 * @typedef {import('../www/element/findings/findings.js').Finding} Finding
 * @typedef {import('./marks.js').Marks} Marks
 * @typedef {import('./sidebar.js').Reference} Reference
 */

const { createElement: el } = wp.element;
const { Button, PanelBody } = wp.components;

/** What is said of whole articles; the rest is for this draft only if it is about it. */
const OF_ARTICLES = ['related', 'origin', 'unique'];

/** @param {{ references: Reference[], marks: Marks }} properties */
export function Findings({ references, marks }) {
  const texts = [...references, { name: sidebar.draft, text: marks.text }];
  const ours = (/** @type {Finding} */ { kind, articles }) => OF_ARTICLES.includes(kind) || articles.includes(marks.draft);
  const findings = references.length > 0 ? findingsOf(marks.report).filter(ours) : [];
  const none = references.length > 0 ? sidebar.nothing : sidebar.nothingYet;
  return el(
    PanelBody,
    { title: sidebar.findings(findings.length) },
    findings.length === 0 && el('p', null, none),
    el('ol', { className: 'wiremark-findings' }, ...findings.map((finding, index) => el('li', { key: index }, ...said(finding, texts, marks)))),
  );
}

/**
 * @param {Finding} finding
 * @param {Reference[]} texts By the report's articles.
 * @param {Marks} marks
 */
function said(finding, texts, marks) {
  const sentences = sentencesOf(finding, (article) => texts[article]?.name ?? '', words);
  return [
    el('h3', { key: 'title' }, titleOf(finding, words)),
    ...sentences.map((sentence) => el('p', { key: sentence }, sentence)),
    ...finding.versions.map(({ place, changed }, index) => {
      const { name = '', text = '' } = texts[place.article] ?? {};
      const parts = excerpt(text, place, changed).map(({ text, changed }, key) => (changed ? el('mark', { key }, text) : text));
      if (place.article !== marks.draft) return el('p', { key: index }, el('b', null, `${name}: `), ...parts);
      const go = () => show(marks, changed[0] ?? place);
      return el(Button, { key: index, className: 'wiremark-place', onClick: go }, el('span', null, el('b', null, `${name}: `), ...parts));
    }),
  ];
}
